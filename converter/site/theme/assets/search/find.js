// Where a term stands in a text.
(function (gongkai) {
  "use strict";

  const latin = (character) => character !== undefined && /[a-z0-9]/.test(character);
  const digit = (character) => character !== undefined && /[0-9]/.test(character);
  const UNIT = /^(?:[百千万亿](?!分)| (?:thousand|million|billion|trillion)(?![a-z0-9]))/;
  const INSIDE = 0.9; // what a place is worth that begins or ends within a Latin word

  // A number is found whole, never as digits of another one: not 6000 in 660,000, not 66 in 66万.
  function cut(text, start, end) {
    const before = digit(text[start]) && (digit(text[start - 1]) || (text[start - 1] === "." && digit(text[start - 2])));
    const after = digit(text[end - 1]) && (digit(text[end]) || (text[end] === "." && digit(text[end + 1])));
    const unit = /[0-9百千万亿]$/.test(text.slice(start, end)) && /[0-9]/.test(text.slice(start, end)) && UNIT.test(text.slice(end, end + 10));
    return before || after || unit;
  }

  const broken = (text, start, end) =>
    (latin(text[start]) && latin(text[start - 1])) || (latin(text[end - 1]) && latin(text[end]));

  function inReading(reading, { wanted, weight }) {
    const found = [];
    for (let at = reading.text.indexOf(wanted); at !== -1; at = reading.text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (cut(reading.text, at, end)) continue;
      const inside = broken(reading.text, at, end);
      found.push({ start: reading.from[at], end: reading.to[end - 1], weight: inside ? weight * INSIDE : weight });
    }
    return found;
  }

  function inWords(reading, { stem, wide, weight }) {
    const found = [];
    for (const { index, 0: word } of reading.text.matchAll(/[a-z0-9.]+/g)) {
      if (gongkai.stem(word, wide) !== stem) continue;
      found.push({ start: reading.from[index], end: reading.to[index + word.length - 1], weight });
    }
    return found;
  }

  // What overlaps is one place, the better one.
  gongkai.parted = function (places) {
    const kept = [];
    for (const place of places.sort((one, other) => one.start - other.start || other.weight - one.weight || other.end - one.end)) {
      if (!kept.length || place.start >= kept[kept.length - 1].end) kept.push(place);
    }
    return kept;
  };

  // A text made ready to be looked through for any number of terms.
  gongkai.reader = function (text, variants) {
    const printed = gongkai.fold(text, variants);
    let valued = null;
    const way = (one) => {
      if (one.stem) return inWords(printed, one);
      if (!one.wanted) return [];
      return inReading(one.values ? (valued = valued || gongkai.valued(printed)) : printed, one);
    };
    return (term) => gongkai.parted(term.ways.flatMap(way));
  };
})(window.gongkai);
