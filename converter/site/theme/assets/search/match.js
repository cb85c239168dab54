// Whether a page really holds a query, where, and how well.
(function (gongkai) {
  "use strict";

  const TITLE = 1000;
  const PHRASE = 300;
  const TOGETHER = 200; // for each term that stands in the same section
  const HEADING = 100;
  const WHOLE = 30; // a whole Latin word
  const BODY = 10;
  const ROW = 5;
  const MANY = 9;

  const { parted, reader } = gongkai;
  const worth = (places, first, each) =>
    places.length ? first + each * Math.min(places.length, MANY) + (places.some((one) => one.whole) ? WHOLE : 0) : 0;

  function inEntry([anchor, heading, text, paragraphs = []], { terms, phrase }, variants) {
    const [inHeading, inText] = [reader(heading, variants), reader(text, variants)];
    const found = terms.map((term) => ({ heading: inHeading(term), text: inText(term) }));
    const held = found.filter((term) => term.heading.length + term.text.length > 0).length;
    const whole = { heading: phrase ? inHeading(phrase) : [], text: phrase ? inText(phrase) : [] };
    // Where the words stand together, one by one they are of no interest.
    const places = (part) => (whole[part].length ? whole[part] : parted(found.flatMap((term) => term[part])));
    const each = found.map((term) => worth(term.heading, HEADING, 1) || worth(term.text, anchor && !heading ? ROW : BODY, 1));
    return {
      anchor,
      paragraphs,
      heading: { text: heading, places: places("heading") },
      body: { text, places: places("text") },
      has: found.map((term) => term.heading.length + term.text.length > 0),
      held,
      worth: each.reduce((sum, one) => sum + one, 0) + TOGETHER * Math.max(0, held - 1) + (whole.heading.length + whole.text.length ? PHRASE : 0),
    };
  }

  // The page with what was found on it, or nothing: every term must stand on it or in the name of its report.
  gongkai.match = function (page, query, variants) {
    const [title, report] = [reader(page.title, variants), reader(page.report, variants)];
    const [first, ...rest] = page.entries;
    const entries = [["", "", ...first.slice(2)], ...rest].map((entry) => inEntry(entry, query, variants));
    const titled = query.terms.map(title);
    const own = query.terms.map((_, index) => titled[index].length > 0 || entries.some((entry) => entry.has[index]));
    if (!own.every((there, index) => there || report(query.terms[index]).length) || !own.some(Boolean)) return null;
    const most = Math.max(...entries.map((entry) => entry.held));
    const hits = entries.filter((entry) => entry.held && entry.held === most);
    hits.sort((one, other) => other.worth - one.worth);
    const phrased = query.phrase && title(query.phrase).length ? PHRASE : 0;
    return {
      ...page,
      title: { text: page.title, places: parted(titled.flat()) },
      hits,
      worth: titled.reduce((sum, places) => sum + worth(places, TITLE, 0), phrased) + (hits[0] ? hits[0].worth : 0),
    };
  };
})(window.gongkai);
