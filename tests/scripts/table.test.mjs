// The rows of the table of figures: what meets a filter, in which order, and as a file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const gongkai = load("search/fold", "search/values", "search/stems", "search/query", "search/find", "table/rows");

function row(texts, { keys = texts, chapter = "c1", measure = "level", status = "result" } = {}) {
  const places = gongkai.reader(texts.join("\n"));
  return { measure, status, chapter: { id: chapter }, texts, keys, places };
}

const rows = [
  row(["复议案件", "1,200件"], { keys: ["复议案件", 1200] }),
  row(["调解案件", "300件"], { keys: ["调解案件", 300], chapter: "c2" }),
  row(["增长", "5%"], { keys: ["增长", 5], measure: "change" }),
  row(["", "多"], { keys: ["", NaN], status: "target" }),
];
const names = (order) => rows.slice().sort(gongkai.compare(order)).map((one) => one.texts[1]);
const met = (wanted) => rows.filter((one) => gongkai.meets(one, wanted)).map((one) => one.texts[1]);

test("numbers are put in order by value, either way, and what has none comes last", () => {
  assert.deepEqual(names(2), ["5%", "300件", "1,200件", "多"]);
  assert.deepEqual(names(-2), ["1,200件", "300件", "5%", "多"]);
});

test("texts are put in order by pinyin (diào, fù, zēng), and what is empty comes last", () => {
  assert.deepEqual(names(1), ["300件", "1,200件", "5%", "多"]);
  assert.deepEqual(names(-1), ["5%", "1,200件", "300件", "多"]);
});

test("a filter leaves what meets all that is asked", () => {
  assert.deepEqual(met({}), ["1,200件", "300件", "5%", "多"]);
  assert.deepEqual(met({ chapter: "c2" }), ["300件"]);
  assert.deepEqual(met({ measure: "change" }), ["5%"]);
  assert.deepEqual(met({ status: "target" }), ["多"]);
  assert.deepEqual(met({ find: "案件" }), ["1,200件", "300件"]);
  assert.deepEqual(met({ find: "1200" }), ["1,200件"], "a number however it is printed");
  assert.deepEqual(met({ find: "案件", chapter: "c1" }), ["1,200件"]);
});

test("a copied row is one line of CSV, and no formula", () => {
  assert.equal(gongkai.csv([["一", "说“二”"], ['a"b', "c,d"]]), '"一","说“二”"\r\n"a""b","c,d"');
  for (const formula of ["=1+1", "+1", "-1", "@A1", "\tx"]) {
    assert.equal(gongkai.csv([[formula]]), `"'${formula}"`);
  }
});

test("a word typed with a slip finds what is near, numbers only what they are", () => {
  const near = (wanted) => rows.filter((one) => gongkai.nearly(one, wanted)).map((one) => one.texts[1]);
  assert.deepEqual(near({ find: "复仪案件" }), ["1,200件"]);
  assert.deepEqual(near({ find: "复案件" }), ["1,200件", "300件"]);
  assert.deepEqual(near({ find: "调解案件", chapter: "c1" }), []);
  assert.deepEqual(near({ find: "301" }), []);
  assert.deepEqual(near({ find: "增" }), ["5%"]);
});
