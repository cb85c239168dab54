// Numbers by their value: 66万, 660,000, 六十六万 and 0.66 million are one.  converter/site/search/values.py reads the same way.
(function (gongkai) {
  "use strict";

  const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 };
  const CHINESE = new Map([..."零一二三四五六七八九", "〇", "两"].map((sign, at) => [sign, at < 10 ? at : at === 10 ? 0 : 2]));
  const UNITS =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
  const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const ENGLISH = new Map([...UNITS.map((word, at) => [word, at + 1]), ...TENS.map((word, at) => [word, at * 10 + 20])]);
  const SCALES = "thousand|million|billion|trillion";
  const COUNTED = [...UNITS.slice().reverse(), ...TENS].join("|");
  const DIGIT = "[一二两三四五六七八九]";
  // 八点三十 is a time; the last character before another 点 begins what comes next: 零点七五, 三点建议.
  const POINT = `点(?!${DIGIT}十)(?<tenths>[零〇一二三四五六七八九]+)(?!点)(?<scale>[百千万亿]*)`;
  // 5百分点 is 5 of something, not 500.
  const NUMBER = new RegExp(
    `(?<whole>[0-9]+)(?:\\.(?<part>[0-9]+))?(?:(?<units>[百千万亿]+)(?!分)| (?<word>${SCALES})(?![a-z0-9])|(?![a-z0-9]|\\.[0-9]))` +
      `|(?<of>百分之)?(?<spoken>[零〇一二两三四五六七八九十百千万亿]+)(?:${POINT})?(?!分[之点])` +
      `|(?<english>(?:${COUNTED})(?: (?:and )?(?:${COUNTED}|hundred|${SCALES})(?![a-z0-9]))*)(?![a-z0-9])`,
    "g",
  );
  // Nothing but a number is well formed: 十四五, 千万 and 万一 are none.
  const BELOW = `(?=.)(?:${DIGIT}千)?(?:[零〇]?${DIGIT}百)?(?:[零〇]?${DIGIT}?十)?(?:[零〇]?${DIGIT})?`;
  const WELL_FORMED = new RegExp(`^(?:(?:${BELOW})亿)?(?:[零〇]?(?:${BELOW})万)?(?:[零〇]?(?:${BELOW}))?$`);
  const PERCENT = /^ percent(?![a-z])/;
  const WIDE = 3; // digits of a number that may be printed in several ways

  function shifted(whole, part, power) {
    const digits = whole + part.slice(0, power).padEnd(power, "0");
    const rest = part.slice(power).replace(/0+$/, "");
    return (digits.replace(/^0+/, "") || "0") + (rest ? `.${rest}` : "");
  }

  const powerOf = (units) => Array.from(units).reduce((sum, unit) => sum + POWERS[unit], 0);

  // Exact however long: values are counted with BigInt, as the index counts them.
  const times = (power) => 10n ** BigInt(power);

  function ofChinese(text, whole) {
    if (!WELL_FORMED.test(text) || (text.length < 2 && !whole)) return "";
    let [total, section, digit] = [0n, 0n, 0n];
    for (const sign of text) {
      if (CHINESE.has(sign)) digit = BigInt(CHINESE.get(sign));
      else if ("万亿".includes(sign)) [total, section, digit] = [total + (section + digit) * times(POWERS[sign]), 0n, 0n];
      else [section, digit] = [section + (digit || 1n) * times(POWERS[sign]), 0n];
    }
    return String(total + section + digit);
  }

  function ofEnglish(words) {
    let [total, section] = [0n, 0n];
    for (const word of words) {
      if (ENGLISH.has(word)) section += BigInt(ENGLISH.get(word));
      else if (word === "hundred") section *= 100n;
      else if (word !== "and") [total, section] = [total + section * times(POWERS[word]), 0n];
    }
    return String(total + section);
  }

  // 十八点六 is 18.6 and 一点二二亿 is 122000000; 零 may stand before the point.
  function ofSpoken(text, tenths, scale, whole) {
    const value = ofChinese(text, whole || Boolean(tenths)) || (tenths && /^[零〇]$/.test(text) ? "0" : "");
    if (!value || !tenths) return value;
    return shifted(value, Array.from(tenths, (sign) => CHINESE.get(sign)).join(""), powerOf(scale || ""));
  }

  function valueOf({ whole, part, units, word, of, spoken, tenths, scale, english }) {
    if (spoken) return ofSpoken(spoken, tenths, scale, Boolean(of));
    if (english) return ofEnglish(english.split(" "));
    return shifted(whole, part || "", word ? POWERS[word] : powerOf(units || ""));
  }

  // A match that begins inside a word or a number is none: where to look on.
  function passed(text, { index, groups }) {
    if (groups.spoken || !index || !/[a-z0-9.]/.test(text[index - 1])) return 0;
    if (groups.english) return text[index - 1] === "." ? 0 : index + 1;
    return index + /^[0-9.]*/.exec(text.slice(index))[0].length;
  }

  // The numbers of a folded text: where they stand, their value, and whether they may be printed in another way.
  // A small number in words is a word (十九大, one of two) unless it is a percentage, or all that is `asked` for.
  function numbers(text, asked) {
    const found = [];
    const pattern = new RegExp(NUMBER);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const on = passed(text, match);
      if (on) {
        pattern.lastIndex = on;
        continue;
      }
      const { groups } = match;
      const value = valueOf(groups);
      const start = match.index;
      const after = start + match[0].length;
      const percent = PERCENT.exec(text.slice(after, after + 9));
      const written = groups.whole === undefined;
      const wide = value.split(".")[0].length >= WIDE || (written ? Boolean(groups.of || groups.tenths || percent) : Boolean(groups.units || groups.word));
      if (!value || (written && !wide && !asked)) continue;
      found.push({ start, end: after + (percent ? percent[0].length : 0), value, shown: value + (groups.of || percent ? "%" : ""), wide });
    }
    return found;
  }

  // The values for which a page has a key.
  gongkai.values = (text) => numbers(text).filter((number) => number.wide).map((number) => number.value);

  // All values of a query, of which a page has a key of one kind or the other; none if it states no number.
  gongkai.valuesAsked = (text) => numbers(text, true).map((number) => number.value);

  // The reading with each number as its plain value; 余 and 多 behind a number do not matter.
  gongkai.valued = function (reading, asked) {
    const kept = { text: "", from: [], to: [] };
    const copy = (start, end) => {
      kept.text += reading.text.slice(start, end);
      kept.from.push(...reading.from.slice(start, end));
      kept.to.push(...reading.to.slice(start, end));
    };
    let position = 0;
    for (const { start, end, shown } of numbers(reading.text, asked)) {
      copy(position, start);
      kept.text += shown;
      for (let index = 0; index < shown.length; index += 1) {
        kept.from.push(reading.from[start]);
        kept.to.push(reading.to[end - 1]);
      }
      position = end + (/[余多]/.test(reading.text[end] || "") ? 1 : 0);
    }
    copy(position, reading.text.length);
    return kept;
  };
})(window.gongkai);
