// What a reader typed, as terms.  A term can be there in several ways: as it is printed, as a number of the same value,
// in another form of the word, as what else it is called, or as the part of a report that tells it.
(function (gongkai) {
  "use strict";

  const COMMA = /([0-9０-９])[,，](?=[0-9０-９])/g;
  const SCALES = "hundred|thousand|million|billion|trillion";
  const COUNTED =
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)";
  // A number and the words it is read with are one term: 0.66 million, twenty-seven percent, 66 万户.
  const TOGETHER = [
    new RegExp(`([0-9０-９])\\s+(?=(?:${SCALES}|percent)(?![a-z]))`, "gi"),
    new RegExp(`(${COUNTED})[\\s-]+(?=(?:and\\s+)?(?:${COUNTED}|${SCALES}|percent)(?![a-z]))`, "gi"),
    new RegExp(`(${SCALES})\\s+(?=(?:and\\s+)?(?:${COUNTED}|${SCALES}|percent)(?![a-z]))`, "gi"),
    new RegExp(`(${SCALES}_and)\\s+(?=${COUNTED})`, "gi"),
  ];
  const LOOSE = /([0-9０-９])\s+(?=[%％百千万亿])/g;
  const POSSESSIVE = /([a-z])['’]s(?![a-z])/gi;
  const WEIGHT = { printed: 1, value: 1, form: 0.85, related: 0.6 };

  // Only whoever printed a number knows whether its comma parts thousands or a list, and a query may begin or end
  // within the number.
  const spellings = (word) => [word, word.replace(COMMA, "$1"), word.replace(COMMA, "$1 ")];

  // A term made of one piece of text, blanks included; `related` also as other words of its family.
  gongkai.term = function (text, variants, related) {
    const readings = spellings(text).map((spelling) => gongkai.fold(spelling, variants));
    const printed = new Set(readings.map((reading) => reading.text).filter(Boolean));
    const ways = Array.from(printed, (wanted) => ({ wanted, weight: WEIGHT.printed }));
    const { text: folded } = readings[0];
    const values = gongkai.valuesAsked(folded);
    if (values.length) ways.push({ wanted: gongkai.valued(readings[0], true).text, values, weight: WEIGHT.value });
    if (/^[a-z]{3,}$/.test(folded)) {
      ways.push({ word: folded, stem: gongkai.stem(folded, false), wide: false, weight: WEIGHT.form });
      if (related) ways.push({ word: folded, stem: gongkai.stem(folded, true), wide: true, weight: WEIGHT.related });
    }
    return { text, folded, ways };
  };

  // The words of a query, each with what it is asked for by; words with a hyphen are two.
  gongkai.wordsOf = function (text) {
    if (!/[a-z0-9０-９]/i.test(text)) return text.split(/\s+/).filter(Boolean);
    const joined = TOGETHER.reduce((told, one) => told.replace(one, "$1_"), text.replace(POSSESSIVE, "$1").replace(LOOSE, "$1"));
    return joined.split(/\s+/).flatMap((word) => (/^[a-z]+(?:-[a-z]+)+$/i.test(word) ? word.split("-") : [word])).filter(Boolean);
  };

  // Terms that must all be there.
  gongkai.query = function (text, variants) {
    const terms = new Map(gongkai.wordsOf(text).map((word) => [word, gongkai.term(word, variants)]));
    return { terms: Array.from(terms.values()).filter((term) => term.ways.length) };
  };
})(window.gongkai);
