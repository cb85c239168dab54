// How the search reads a text: widths, case, blanks and thousands separators do not matter.
// Every reading keeps, for each of its characters, the position it came from.
window.gongkai = window.gongkai || {};

(function (gongkai) {
  "use strict";

  const SAME = { "“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "－": "-", "〔": "[", "〕": "]" };
  const BLANK = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;
  const WORD = /[a-z0-9]/;

  function push(reading, characters, position) {
    for (const character of characters) {
      reading.text += character;
      for (let unit = 0; unit < character.length; unit += 1) reading.at.push(position);
    }
  }

  // A blank counts only between two Latin words or numbers; a line feed parts two lines for good.
  function fold(text) {
    const reading = { text: "", at: [] };
    let blank = false;
    let position = 0;
    for (const character of text) {
      if (character === "\n") push(reading, "\n", position);
      else if (BLANK.test(character)) blank = true;
      else {
        const folded = (SAME[character] || character.normalize("NFKC")).toLowerCase();
        if (blank && WORD.test(folded) && WORD.test(reading.text.slice(-1))) push(reading, " ", position);
        push(reading, folded, position);
        blank = false;
      }
      position += character.length;
    }
    return reading;
  }

  function without(reading, separator) {
    const kept = { text: "", at: [] };
    const gone = new Set(Array.from(reading.text.matchAll(separator), (match) => match.index));
    for (let index = 0; index < reading.text.length; index += 1) {
      if (!gone.has(index)) push(kept, reading.text[index], reading.at[index]);
    }
    return kept;
  }

  // A text read twice: as printed, and without the commas of 12,145.
  gongkai.readings = function (text) {
    const printed = fold(text);
    return [printed, without(printed, /(?<=\d),(?=\d{3}(?!\d))/g)];
  };

  // The words of a query, each in the same two readings; part of a number may begin or end with its comma.
  gongkai.terms = function (query) {
    return query
      .split(/\s+/)
      .map((word) => ({ word, readings: [fold(word), without(fold(word), /(?<=\d),|,(?=\d)/g)].map((r) => r.text) }))
      .filter((term) => term.readings[1]);
  };

  // Where a term stands in a text that was read: [start, end) in characters of the text itself.
  gongkai.places = function (readings, term) {
    const found = new Map();
    readings.forEach((reading, kind) => {
      const wanted = term.readings[kind];
      let from = reading.text.indexOf(wanted);
      while (from !== -1) {
        found.set(reading.at[from], reading.at[from + wanted.length - 1] + 1);
        from = reading.text.indexOf(wanted, from + wanted.length);
      }
    });
    return Array.from(found).sort((one, other) => one[0] - other[0]);
  };
})(window.gongkai);
