// Loads the site's scripts as a page does: one after the other, into one `window`.  ASSETS is their folder.
import { readFileSync } from "node:fs";
import vm from "node:vm";

globalThis.window = globalThis;
globalThis.document = { documentElement: { lang: "zh" } };

export function load(...names) {
  for (const name of names) {
    const file = `${process.env.ASSETS}/${name}.js`;
    vm.runInThisContext(readFileSync(file, "utf-8"), { filename: file });
  }
  return globalThis.gongkai;
}
