// Reads lines as the search does: [lines, pairs of variants] on standard input, [text, values] of each on standard output.
import { readFileSync } from "node:fs";
import { load } from "./load.mjs";

const gongkai = load("search/fold", "search/values");
const [lines, pairs] = JSON.parse(readFileSync(0, "utf-8"));
const variants = gongkai.paired(pairs);
const read = lines.map((line) => {
  const { text } = gongkai.fold(line, variants);
  return [text, gongkai.values(text)];
});
process.stdout.write(JSON.stringify(read));
