// What the search understands and finds, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const gongkai = load("search/fold", "search/values", "search/query", "search/candidates", "search/find", "search/match");
const none = new Map();
const texts = (query) => query.terms.map((term) => term.text);
const found = (text, asked) => {
  const [term] = gongkai.query(asked, none).terms;
  return gongkai.reader(text, none)(term).map(({ start, end }) => text.slice(start, end));
};

test("every letter read comes from a place in the text", () => {
  const { text, from, to } = gongkai.fold("面积１，２００㎡。", none);
  assert.equal(text, "面积1200m2");
  assert.equal(from.length, text.length);
  assert.deepEqual([from.at(-2), to.at(-2), from.at(-1), to.at(-1)], [7, 8, 7, 8]);
});

test("one number has one value however it is printed", () => {
  for (const printed of ["66万", "660,000", "660000", "0.66 million", "６６万"]) {
    assert.deepEqual(gongkai.values(gongkai.fold(printed, none).text), ["660000"], printed);
  }
  assert.deepEqual(gongkai.values("12.50亿"), ["1250000000"]);
  assert.deepEqual(gongkai.values("covid19 3"), [], "digits of a word, and one that is printed in one way only");
});

test("a query is its words, and all of them as one phrase", () => {
  const query = gongkai.query("行政 复议", none);
  assert.deepEqual(texts(query), ["行政", "复议"]);
  assert.equal(query.phrase.text, "行政 复议");
  assert.equal(gongkai.query("复议", none).phrase, null);
  assert.deepEqual(texts(gongkai.query(" ， ", none)), [], "punctuation alone asks for nothing");
  assert.deepEqual(texts(gongkai.query("0.66 million", none)), ["0.66_million"], "a number in words is one term");
});

test("a term is found as printed and by its value, whole numbers only", () => {
  assert.deepEqual(found("注册用户达66万户，新增6户", "660,000"), ["66万"]);
  assert.deepEqual(found("办理1660000件", "66万"), []);
  assert.deepEqual(found("推进“放管服”改革", "放管服改革"), ["放管服”改革"]);
});

test("what overlaps is one place", () => {
  const places = [{ start: 4, end: 6 }, { start: 0, end: 3 }, { start: 1, end: 2 }];
  assert.deepEqual(gongkai.parted(places).map(({ start }) => start), [0, 4]);
});

const page = {
  title: "二、行政复议",
  report: "示例县2020年",
  entries: [
    ["", "", "受理行政复议案件20件。"],
    ["c2-s1", "一是化解矛盾", "调解案件300件。"],
  ],
};

test("a page holds a query if every word is on it or in its report's name", () => {
  const match = (asked) => gongkai.match(page, gongkai.query(asked, none), none);
  assert.ok(match("复议 调解"));
  assert.deepEqual(match("调解 示例县").hits.map((hit) => hit.anchor), ["c2-s1"]);
  assert.equal(match("复议 听证"), null);
});

test("a title is worth more than a text, and what says nothing of the query is none", () => {
  const worth = (asked) => gongkai.match(page, gongkai.query(asked, none), none)?.worth ?? 0;
  assert.ok(worth("复议") > worth("调解"));
  assert.ok(worth("调解") > 0);
  assert.equal(worth("环保"), 0);
  assert.equal(worth("示例县"), 0, "the name of its report alone");
});

// A store of keys that says which pages have which.
const store = (pages) => ({
  pages: pages.length,
  read: async (key, add) => pages.forEach((keys, number) => keys[key] !== undefined && add(number, keys[key])),
  words: async (word) => [...new Set(pages.flatMap(Object.keys))].filter((key) => key.startsWith(word)),
  has: async (key) => pages.some((keys) => keys[key] !== undefined),
});

test("candidates have the keys of every term, best first", async () => {
  const pages = [{ 复议: 1 }, { 复议: 5, 调解: 1 }, { 复议: 2, 调解: 2 }, { 调解: 9 }];
  const ask = (text) => gongkai.candidates(store(pages), gongkai.query(text, none), "near", [0, pages.length]);
  assert.deepEqual(await ask("复议 调解"), [1, 2]);
  assert.deepEqual(await ask("复议"), [1, 2, 0]);
  assert.deepEqual(await ask("听证"), []);
});

test("a character that stands nowhere is known to be nowhere", async () => {
  const pages = [{ 复: 1, 复议: 1 }];
  const unheard = (text) => gongkai.unheard(store(pages), gongkai.query(text, none));
  assert.equal(await unheard("复议"), false);
  assert.equal(await unheard("龘"), true);
});
