// The search itself: every entry of every page is looked at, so nothing that stands in the text is missed.
(function (gongkai) {
  "use strict";

  const TITLE = 100;
  const HEADING = 10;
  const BODY = 1;

  function read(page) {
    return {
      page,
      title: gongkai.readings(page.title),
      entries: page.entries.map(([anchor, heading, text]) => ({
        anchor,
        heading,
        text,
        readings: { heading: gongkai.readings(heading), text: gongkai.readings(text) },
      })),
    };
  }

  // Worth and number of the hits of one term, or nothing.
  function weigh(page, entry, term) {
    const count = (readings) => gongkai.places(readings, term).length;
    const [title, heading, text] = [count(page.title), count(entry.readings.heading), count(entry.readings.text)];
    if (!title && !heading && !text) return null;
    return { worth: title ? TITLE : heading ? HEADING : BODY, own: heading + text };
  }

  // An entry is found when all terms stand in it or in its page's title, and one of them in the entry itself.
  function hit(page, entry, terms) {
    const weights = terms.map((term) => weigh(page, entry, term));
    if (weights.some((weight) => !weight)) return null;
    const count = weights.reduce((sum, weight) => sum + weight.own, 0);
    const worth = weights.reduce((sum, weight) => sum + weight.worth, 0);
    return count ? { entry, worth, count } : null;
  }

  const better = (one, other) => other.worth - one.worth || other.count - one.count;

  // From the index of the site: a function from a query to pages with their hits, best first.
  gongkai.engine = function (index) {
    const pages = index.map(read);
    return function (query) {
      const terms = gongkai.terms(query);
      if (!terms.length) return { terms, found: [] };
      const found = pages
        .map((page) => ({
          page: page.page,
          hits: page.entries.map((entry) => hit(page, entry, terms)).filter(Boolean).sort(better),
        }))
        .filter((page) => page.hits.length)
        .sort((one, other) => better(one.hits[0], other.hits[0]));
      return { terms, found };
    };
  };
})(window.gongkai);
