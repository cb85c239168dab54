// What the search understands and finds, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const gongkai = load("search/fold", "search/values", "search/stems", "search/query", "search/otherwise", "search/candidates", "search/find", "search/match");
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

test("a query is its words, a number with what it is read with one of them", () => {
  const query = gongkai.query("行政 复议", none);
  assert.deepEqual(texts(query), ["行政", "复议"]);
  assert.deepEqual(texts(gongkai.query("law-based twenty-seven percent next year's", none)), ["law", "based", "twenty_seven_percent", "next", "year"]);
  assert.deepEqual(texts(gongkai.query("66 万户", none)), ["66万户"]);
  assert.deepEqual(texts(gongkai.query(" ， ", none)), [], "punctuation alone asks for nothing");
  assert.deepEqual(texts(gongkai.query("0.66 million", none)), ["0.66_million"], "a number in words is one term");
});

test("a term is found as printed and by its value, whole numbers only", () => {
  assert.deepEqual(found("注册用户达66万户，新增6户", "660,000"), ["66万"]);
  assert.deepEqual(found("办理1660000件", "66万"), []);
  assert.deepEqual(found("推进“放管服”改革", "放管服改革"), ["放管服”改革"]);
  assert.deepEqual(found("66万户、0.66 million、660 户", "660000"), ["66万", "0.66 million"]);
  assert.deepEqual(found("达27%、2735件、0.27、27.5", "27"), ["27"], "digits of other numbers");
  assert.deepEqual(found("66万户，66户", "66"), ["66"], "without its unit it is another number");
  assert.deepEqual(found("浓度PM2.5", "2.5"), ["2.5"]);
  for (const asked of ["27%", "百分之二十七", "twenty-seven percent", "27 percent"]) {
    assert.deepEqual(found("比率达27%", asked), ["27%"], asked);
    assert.deepEqual(found("the rate was 27 percent", asked), ["27 percent"], asked);
  }
});

test("a word is found in its forms", () => {
  assert.deepEqual(found("Audits were done; the audited, an audience", "auditing"), ["Audits", "audited"]);
  for (const words of [["mediation", "mediating", "mediator"], ["notarize", "notaries", "notarization", "notarial"], ["penalty", "penalties"]]) {
    assert.equal(new Set(words.map((word) => gongkai.stem(word, true))).size, 1, words);
  }
  assert.notEqual(gongkai.stem("media", true), gongkai.stem("mediation", true));
});

test("one slip is one letter", () => {
  for (const slip of ["recosideration", "reconsidreation", "reconsiderration", "reconsiderazion"]) {
    assert.ok(gongkai.isSlip(slip, "reconsideration"), slip);
  }
  assert.ok(!gongkai.isSlip("recosiderashion", "reconsideration"));
  assert.ok(!gongkai.isSlip("same", "same"));
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

test("a phrase is worth more than words near each other, these more than words on one page", () => {
  const worth = (text, asked) => gongkai.match({ ...page, title: "甲", kind: "c", entries: [["", "", text]] }, gongkai.query(asked, none), none).worth;
  const [phrase, near, far, apart] = ["办理行政复议案件", "行政机关的复议", "行政机关很多，办理了不少复议", "行政机关。\n复议。"];
  assert.ok(worth(phrase, "行政 复议") > worth(near, "行政 复议"));
  assert.ok(worth(near, "行政 复议") > worth(far, "行政 复议"));
  assert.ok(worth(far, "行政 复议") > worth(apart, "行政 复议"));
});

test("a sentence of a chapter comes before a row, a row before a note, a note before help", () => {
  const worth = (kind) => gongkai.match({ ...page, kind }, gongkai.query("复议", none), none).worth;
  const order = ["c", "f", "r", "n", "l", "a"].map(worth);
  assert.deepEqual(order, order.toSorted((one, other) => other - one));
});

const table = {
  meaning: ["什么是"],
  number: ["多少"],
  aside: ["有什么", "的"],
  synonyms: [[["上访"], ["信访"], ""], [["不足"], [], "problems"]],
};
const understood = (text) => gongkai.understood(text, gongkai.asked(table, none), none);

test("a question is its words, said as reports say it", () => {
  const { terms, number, role } = understood("上访的案件 多少");
  assert.deepEqual(terms.map((term) => term.folded), ["上访", "案件"]);
  assert.ok(terms[0].ways.some((way) => way.wanted === "信访"));
  assert.equal(number, true);
  assert.ok(!role);
  assert.equal(understood("什么是信访").meaning, "信访");
});

test("what a part of a report answers leads to that part", () => {
  assert.equal(understood("有什么不足").role, "problems");
  assert.ok(!understood("政府不足").role, "a role is an answer only to a whole question");
  const query = { terms: [{ ways: [{ role: "problems", weight: 1 }] }] };
  assert.ok(gongkai.match({ ...page, role: "problems" }, query, none));
  assert.equal(gongkai.match({ ...page, role: "results" }, query, none), null);
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
  kinds: "c".repeat(pages.length - 1) + "a",
  common: new Set(),
  read: async (key, add) => pages.forEach((keys, number) => keys[key] !== undefined && add(number, keys[key])),
  words: async (word) => [...new Set(pages.flatMap(Object.keys))].filter((key) => key.startsWith(word)),
  has: async (key) => pages.some((keys) => keys[key] !== undefined),
});

test("candidates have the keys of every term, best first", async () => {
  const pages = [{ 复议: 1 }, { 复议: 5, 调解: 1 }, { 复议: 2, 调解: 2 }, { 调解: 9 }, { 复议: 9, 调解: 9 }];
  const ask = (text, explaining) => gongkai.candidates(store(pages), gongkai.query(text, none), "near", [0, pages.length], explaining);
  assert.deepEqual(await ask("复议 调解"), [1, 2]);
  assert.deepEqual(await ask("复议"), [1, 2, 0]);
  assert.deepEqual(await ask("听证"), []);
  assert.deepEqual(await ask("复议", true), [4], "what explains the site is asked for apart");
});

test("a character that stands nowhere is known to be nowhere", async () => {
  const pages = [{ 复: 1, 复议: 1 }];
  const unheard = (text) => gongkai.unheard(store(pages), gongkai.query(text, none));
  assert.equal(await unheard("复议"), false);
  assert.equal(await unheard("龘"), true);
});
