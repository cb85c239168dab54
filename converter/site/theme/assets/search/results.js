// What was found, in the shape that Material's search box draws.
(function (gongkai) {
  "use strict";

  const BEFORE = 24;
  const LENGTH = 96;
  const SHOWN = 3; // hits of a page beside its title; the rest waits behind "more on this page"

  const escape = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  function spans(text, terms) {
    const readings = gongkai.readings(text);
    return terms.flatMap((term) => gongkai.places(readings, term)).sort((one, other) => one[0] - other[0]);
  }

  function marked(text, found, from, to) {
    let html = "";
    let position = from;
    for (const [start, end] of found) {
      if (start < position || end > to) continue;
      html += `${escape(text.slice(position, start))}<mark>${escape(text.slice(start, end))}</mark>`;
      position = end;
    }
    return html + escape(text.slice(position, to));
  }

  function snippet(text, terms) {
    const found = spans(text, terms);
    const first = found.length ? found[0][0] : 0;
    const from = Math.max(0, first - BEFORE);
    const to = Math.min(text.length, from + LENGTH);
    return `${from ? "…" : ""}${marked(text, found, from, to)}${to < text.length ? "…" : ""}`;
  }

  const title = (text, terms) => marked(text, spans(text, terms), 0, text.length);

  // Material shows hits as good as the best one and folds the others away; the score says which are which.
  function item(page, hit, place, terms) {
    const { anchor, heading, text } = hit.entry;
    return {
      location: anchor ? `${page.location}#${anchor}` : page.location,
      title: title(heading || text.replace(/\n/g, " · "), terms),
      text: heading ? snippet(text, terms) : "",
      terms: Object.fromEntries(terms.map((term) => [term.word, true])),
      score: place < SHOWN ? 1 : 0,
    };
  }

  function group({ page, hits }, terms) {
    const items = hits.map((hit, place) => item(page, hit, place, terms));
    const own = items.find((one) => one.location === page.location);
    const head = own || { ...items[0], location: page.location, text: "", score: 0 };
    const rest = items.filter((one) => one !== own);
    const report = page.report ? `<small>${escape(page.report)}</small>` : "";
    const shown = { ...head, title: title(page.title, terms) + report };
    return own && own === items[0] ? [shown, ...rest] : [...rest, shown];
  }

  gongkai.results = ({ terms, found }) => ({ items: found.map((page) => group(page, terms)) });
})(window.gongkai);
