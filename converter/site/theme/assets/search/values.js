// Numbers by their value: 66万, 660,000, 660000 and 0.66 million are one.  converter/site/search/values.py reads the same way.
(function (gongkai) {
  "use strict";

  const POWERS = { 百: 2, 千: 3, 万: 4, 亿: 8, thousand: 3, million: 6, billion: 9, trillion: 12 };
  const NUMBER =
    /([0-9]+)(?:\.([0-9]+))?(?:([百千万亿]+)(?!分)| (thousand|million|billion|trillion)(?![a-z0-9])|(?![a-z0-9]|\.[0-9]))([余多]?)/g;
  const DIGITS = 3; // a smaller number without a word behind it is always printed in the same way

  function shifted(whole, part, power) {
    const digits = whole + part.slice(0, power).padEnd(power, "0");
    const rest = part.slice(power).replace(/0+$/, "");
    return (digits.replace(/^0+/, "") || "0") + (rest ? `.${rest}` : "");
  }

  // The numbers of a folded text: where they stand, their value, and whether they may be printed in another way.
  function numbers(text) {
    const found = [];
    const pattern = new RegExp(NUMBER);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [all, whole, part, units, word] = match;
      if (match.index && /[a-z0-9.]/.test(text[match.index - 1])) {
        // Part of a word: so is every digit up to its end.
        pattern.lastIndex = match.index + /^[0-9.]*/.exec(text.slice(match.index))[0].length;
        continue;
      }
      const power = word ? POWERS[word] : Array.from(units || "").reduce((sum, unit) => sum + POWERS[unit], 0);
      const value = shifted(whole, part || "", power);
      found.push({ start: match.index, end: match.index + all.length, value, wide: power > 0 || whole.length >= DIGITS });
    }
    return found;
  }

  // The values for which a page has a key.
  gongkai.values = (text) => numbers(text).filter((number) => number.wide).map((number) => number.value);

  // The reading with each number as its plain value; 余 and 多 behind a number do not matter.
  gongkai.valued = function (reading) {
    const kept = { text: "", from: [], to: [] };
    const copy = (start, end) => {
      kept.text += reading.text.slice(start, end);
      kept.from.push(...reading.from.slice(start, end));
      kept.to.push(...reading.to.slice(start, end));
    };
    let position = 0;
    for (const { start, end, value } of numbers(reading.text)) {
      copy(position, start);
      kept.text += value;
      for (let index = 0; index < value.length; index += 1) {
        kept.from.push(reading.from[start]);
        kept.to.push(reading.to[end - 1]);
      }
      position = end;
    }
    copy(position, reading.text.length);
    return kept;
  };
})(window.gongkai);
