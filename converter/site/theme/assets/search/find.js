// Where a term stands in a text: as printed, or as a number of the same value.
(function (gongkai) {
  "use strict";

  const latin = (character) => character !== undefined && /[a-z0-9]/.test(character);
  const digit = (character) => character !== undefined && /[0-9]/.test(character);

  // A number found by value is a whole number.
  function cut(text, start, end) {
    const before = digit(text[start]) && (digit(text[start - 1]) || text[start - 1] === ".");
    const after = digit(text[end - 1]) && (digit(text[end]) || (text[end] === "." && digit(text[end + 1])));
    return before || after;
  }

  const broken = (text, start, end) =>
    (latin(text[start]) && latin(text[start - 1])) || (latin(text[end - 1]) && latin(text[end]));

  function inReading(reading, { wanted, values }) {
    const found = [];
    for (let at = reading.text.indexOf(wanted); at !== -1; at = reading.text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (values && cut(reading.text, at, end)) continue;
      const whole = latin(wanted[0]) && !broken(reading.text, at, end);
      found.push({ start: reading.from[at], end: reading.to[end - 1], whole });
    }
    return found;
  }

  // What overlaps is one place.
  gongkai.parted = function (places) {
    const kept = [];
    for (const place of places.sort((one, other) => one.start - other.start || other.end - one.end)) {
      if (!kept.length || place.start >= kept[kept.length - 1].end) kept.push(place);
    }
    return kept;
  };

  // A text made ready to be looked through for any number of terms.
  gongkai.reader = function (text, variants) {
    const printed = gongkai.fold(text, variants);
    let valued = null;
    const way = (one) => inReading(one.values ? (valued = valued || gongkai.valued(printed)) : printed, one);
    return (term) => gongkai.parted(term.ways.flatMap(way));
  };
})(window.gongkai);
