// Forms of English words, and words that differ in one letter.
(function (gongkai) {
  "use strict";

  const SHORTEST = 4; // letters that must be left of a word without its ending
  const ENDINGS =
    "isation ization ational ation ition ators ator ativ ation ances ance ence ments ment ities ity iti ional ion ial al iv iz is at or er ly e i y".split(" ");
  const kept = new Map();

  const without = (word, count) => word.slice(0, word.length - count);

  // Plural, past and -ing: audits, audited, auditing.
  function inflected(word) {
    let stem = word;
    if (stem.endsWith("ies") && stem.length > SHORTEST) stem = `${without(stem, 3)}y`;
    else if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = without(stem, 2);
    else if (/[^sui]s$/.test(stem) && stem.length > 3) stem = without(stem, 1);
    if (/(?:ed|ing)$/.test(stem)) {
      const rest = stem.replace(/(?:ed|ing)$/, "");
      if (rest.length >= 3 && /[aeiouy]/.test(rest)) stem = rest.replace(/([bdgmnprt])\1$/, "$1");
    }
    if (stem.endsWith("e") && stem.length > SHORTEST) stem = without(stem, 1);
    return stem.endsWith("y") && stem.length > SHORTEST ? `${without(stem, 1)}i` : stem;
  }

  // And of one family: mediation, mediator, mediating.
  function related(word) {
    let stem = inflected(word);
    for (let ending = "?"; ending; ) {
      ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST) || "";
      stem = without(stem, ending.length);
    }
    return stem;
  }

  gongkai.stem = function (word, wide) {
    const key = `${wide ? "w" : "n"}${word}`;
    if (!kept.has(key)) kept.set(key, /^[a-z]{3,}$/.test(word) ? (wide ? related(word) : inflected(word)) : word);
    return kept.get(key);
  };

  // True if one letter is wrong, missing, too many, or two have changed places.
  gongkai.isSlip = function (one, other) {
    if (one === other || Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
    return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
  };
})(window.gongkai);
