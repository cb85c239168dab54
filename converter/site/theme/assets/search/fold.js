// How the search reads a text; converter/site/search/fold.py reads the same way: change both, or neither.
// What does not matter: width, case, accents, blanks and punctuation, traditional or simplified characters.
// A reading keeps, for each of its characters, where in the text it came from: [from, to).
(function (gongkai) {
  "use strict";

  const COUNTS = /[\p{L}\p{N}%‰]/u;
  const NOTHING = /[\p{Mn}\p{Cf}]/u;
  const GROUPS = /(?:^|[^0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])/g;
  const WORD = /[a-z0-9]/;
  const DIGIT = /[0-9]/;
  const ALIKE = /^[0-9a-z\u4e00-\u9fa5]$/; // nothing about them is left to be folded
  const plain = new Map();

  // A character as it counts, most often one character, sometimes several (㎡) or none.
  function plainly(character) {
    if (ALIKE.test(character)) return character;
    if (!plain.has(character)) {
      const letters = character.normalize("NFKD").toLowerCase().normalize("NFKD");
      plain.set(character, Array.from(letters, letter).join(""));
    }
    return plain.get(character);
  }

  function letter(character) {
    if ("\n.,".includes(character)) return character;
    if (NOTHING.test(character)) return "";
    return COUNTS.test(character) ? character : " ";
  }

  function spread(text, variants) {
    const reading = { text: "", from: [], to: [] };
    let position = 0;
    for (const character of text) {
      const end = position + character.length;
      for (const one of plainly(character)) {
        const read = variants.get(one) || one;
        reading.text += read;
        for (let unit = 0; unit < read.length; unit += 1) {
          reading.from.push(position);
          reading.to.push(end);
        }
      }
      position = end;
    }
    return reading;
  }

  // The reading without the characters for which `goes` holds; `goes` may answer with another one to take its place.
  function sieve(reading, goes) {
    const kept = { text: "", from: [], to: [] };
    for (let index = 0; index < reading.text.length; index += 1) {
      const character = goes(reading.text, index);
      if (!character) continue;
      kept.text += character;
      kept.from.push(reading.from[index]);
      kept.to.push(reading.to[index]);
    }
    return kept;
  }

  function commas(text) {
    const found = new Set();
    for (const match of text.matchAll(GROUPS)) {
      for (let index = match.index + 1; index < match.index + match[0].length; index += 1) {
        if (text[index] === ",") found.add(index);
      }
    }
    return found;
  }

  const digit = (text, index) => index >= 0 && index < text.length && DIGIT.test(text[index]);
  const word = (text, index) => index >= 0 && index < text.length && WORD.test(text[index]);

  function sign(text, index) {
    if (text[index] === ",") return " ";
    if (text[index] === "." && !(digit(text, index - 1) && digit(text, index + 1))) return " ";
    return text[index];
  }

  // Of several blanks the first may stay: between two Latin words or numbers.
  function blank(text, index) {
    if (text[index] !== " ") return text[index];
    let next = index;
    while (text[next] === " ") next += 1;
    return word(text, index - 1) && word(text, next) ? " " : "";
  }

  gongkai.fold = function (text, variants) {
    const all = spread(text, variants || new Map());
    const grouped = commas(all.text);
    const joined = sieve(all, (letters, index) => (grouped.has(index) ? "" : letters[index]));
    return sieve(sieve(joined, sign), blank);
  };

  // Pairs written one after the other: each character and the one it is read as.
  gongkai.paired = function (pairs) {
    const characters = Array.from(pairs);
    const variants = new Map();
    for (let index = 0; index < characters.length; index += 2) variants.set(characters[index], characters[index + 1]);
    return variants;
  };
})((window.gongkai = window.gongkai || {}));
