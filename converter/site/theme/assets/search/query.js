// What a reader typed, as terms that must all be there.  A term can be there in several ways:
// as it is printed, or as a number of the same value.
(function (gongkai) {
  "use strict";

  const COMMA = /([0-9０-９])[,，](?=[0-9０-９])/g;
  const MULTIPLIED = /([0-9０-９])\s+(?=(?:thousand|million|billion|trillion)(?![a-z]))/gi;

  // Only whoever printed a number knows whether its comma parts thousands or a list, and a query may begin or end
  // within the number.
  const spellings = (word) => [word, word.replace(COMMA, "$1"), word.replace(COMMA, "$1 ")];

  // A term made of one piece of text, blanks included.
  gongkai.term = function (text, variants) {
    const readings = spellings(text).map((spelling) => gongkai.fold(spelling, variants));
    const printed = new Set(readings.map((reading) => reading.text).filter(Boolean));
    const ways = Array.from(printed, (wanted) => ({ wanted, values: null }));
    const values = gongkai.values(readings[0].text);
    if (values.length) ways.push({ wanted: gongkai.valued(readings[0]).text, values });
    return { text, ways };
  };

  gongkai.query = function (text, variants) {
    const words = text.replace(MULTIPLIED, "$1_").split(/\s+/);
    const terms = new Map(words.map((word) => [word, gongkai.term(word, variants)]));
    const asked = Array.from(terms.values()).filter((term) => term.ways.length);
    return { terms: asked, phrase: asked.length > 1 ? gongkai.term(text, variants) : null };
  };
})(window.gongkai);
