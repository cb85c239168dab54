// What was found, as a reader sees it: a page with the name of its report, below it the places on the page.
(function (gongkai) {
  "use strict";

  const SHOWN = 3; // places of a page; the others wait behind "more on this page"
  const SURFACES = 8; // words to be marked on the page a result leads to
  const BEFORE = { zh: 20, en: 50 };
  const LENGTH = { zh: 90, en: 200 };
  const NOTHING = { text: "", places: [] };

  gongkai.element = function (name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const { element } = gongkai;
  const shown = (text) => text.replace(/\n/g, " · ");

  // A piece of a text with its places marked.
  function marked({ text, places }, from = 0, to = text.length) {
    const parts = [];
    let position = from;
    for (const { start, end } of places) {
      if (start < position || end > to) continue;
      parts.push(shown(text.slice(position, start)), element("mark", "", shown(text.slice(start, end))));
      position = end;
    }
    return [...parts, shown(text.slice(position, to))];
  }

  // Never cuts a Latin word in two.
  function edge(text, position, step) {
    let at = position;
    while (at > 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]) && /[a-z0-9]/i.test(text[at - 1])) at += step;
    return at;
  }

  // Where an excerpt of this length shows most of what was found.
  function densest(places, length) {
    const within = ({ start }) => places.filter((other) => other.start >= start && other.end <= start + length).length;
    return places.reduce((best, place) => (within(place) > within(best) ? place : best), places[0] || { start: 0, end: 0 });
  }

  // Of a body, or of one paragraph of it, from `start` to `end`.
  function snippet(body, language) {
    const { text, places, start = 0, end = text.length } = body;
    const first = densest(places, LENGTH[language] - BEFORE[language]);
    const from = edge(text, Math.max(start, first.start - BEFORE[language]), -1);
    const to = edge(text, Math.min(end, Math.max(from + LENGTH[language], first.end)), 1);
    return [from > start ? "…" : "", ...marked(body, text[from] === "\n" ? from + 1 : from, to), to < end ? "…" : ""];
  }

  // A hit as its paragraphs that hold something, the richest first; what stands before the first of them is of the section.
  function paragraphs(hit) {
    const { text, places } = hit.body;
    const starts = [[0, hit.anchor], ...hit.paragraphs, [text.length]];
    const parts = starts.slice(0, -1).map(([start, anchor], at) => {
      const end = starts[at + 1][0];
      return { anchor, text, start, end: text[end - 1] === "\n" ? end - 1 : end, places: places.filter((one) => one.start >= start && one.start < end) };
    });
    const held = parts.filter((part) => part.places.length).sort((one, other) => other.places.length - one.places.length);
    return held.length ? held : [{ ...parts[0], end: text.length }];
  }

  const surfaces = (hits) =>
    hits
      .flatMap((hit) => [hit.heading, hit.body])
      .flatMap(({ text, places }) => places.map(({ start, end }) => text.slice(start, end)));

  function link(kind, address, words, ...children) {
    const made = element("a", `md-search-result__link found__${kind}`, ...children);
    const asked = new URLSearchParams(Array.from(new Set(words)).slice(0, SURFACES).map((word) => ["h", word])).toString();
    made.href = asked ? address.replace(/(#|$)/, `?${asked}$1`) : address;
    return made;
  }

  // The cells of a row behind its name, but those that only repeat a part of the number as it is printed.
  function cells(body, from) {
    const [printed, ...others] = body.text.slice(from).split("\n");
    const parts = marked(body, from, from + printed.length);
    let at = from + printed.length + 1;
    for (const cell of others) {
      if (!printed.includes(cell)) parts.push(" · ", ...marked(body, at, at + cell.length));
      at += cell.length + 1;
    }
    return parts;
  }

  function row(address, hit) {
    // A table row has no heading: its first cell names it.
    const cut = hit.body.text.indexOf("\n") + 1 || hit.body.text.length;
    const title = marked(hit.body, 0, cut - (hit.body.text[cut - 1] === "\n"));
    const parts = [element("span", "found__heading", ...title), element("span", "found__text", ...cells(hit.body, cut))];
    return link("place", `${address}#${hit.anchor}`, surfaces([hit]), ...parts);
  }

  // A section is named once, by the first of its paragraphs.
  function paragraph(address, hit, body, language, first) {
    const anchor = first && hit.heading.places.length ? hit.anchor : body.anchor;
    const heading = first && hit.heading.text ? [element("span", "found__heading", ...marked(hit.heading))] : [];
    const text = element("span", "found__text", ...snippet(body, language));
    return link("place", `${address}#${anchor}`, surfaces([{ heading: first ? hit.heading : NOTHING, body }]), ...heading, text);
  }

  function placesOf(address, hit, language) {
    if (hit.anchor && !hit.heading.text) return [row(address, hit)];
    return paragraphs(hit).filter((body) => body.anchor).map((body, at) => paragraph(address, hit, body, language, !at));
  }

  function more(places, words) {
    const summary = element("summary", "", words.more.replace("{count}", places.length));
    return element("details", "found__more", summary, ...places);
  }

  // Every report has a table of figures: its title says nothing without the report's.
  const ofReport = (page) => Boolean(page.report) && !"cr".includes(page.kind);

  function note(page, wave, reader, words) {
    const parts = [ofReport(page) ? "" : page.report];
    if (wave.language !== reader) parts.push(words.languages[wave.language]);
    if (wave.query.said) parts.push(words.through.replace("{term}", wave.query.said));
    return parts.filter(Boolean).join(" · ");
  }

  // The list item of one page. `root` is the site's, `reader` the language of the page one is on.
  gongkai.drawn = function (page, wave, { root, reader, words }) {
    const address = new URL(page.address, root).href;
    // What has no address of its own on the page is shown with its title; so is how a page begins of which only that was found.
    const begins = { text: page.entries.map((entry) => entry[2]).find(Boolean) || "", places: [] };
    const own = page.hits.length ? page.hits.filter((hit) => !hit.anchor).flatMap((hit) => paragraphs(hit).filter((body) => !body.anchor)) : [begins];
    const places = page.hits.flatMap((hit) => placesOf(address, hit, wave.language));
    const head = [
      element("span", "found__title", ...marked(page.title), ofReport(page) ? ` · ${page.report}` : ""),
      element("span", "found__report", note(page, wave, reader, words)),
      ...own.map((body) => element("span", "found__text", ...snippet(body, wave.language))),
    ];
    const titled = page.title.places.map(({ start, end }) => page.title.text.slice(start, end));
    const item = element("li", "md-search-result__item found", link("page", address, [...titled, ...surfaces(page.hits)], ...head));
    item.lang = wave.language === "zh" ? "zh-Hans" : wave.language;
    item.append(...places.slice(0, SHOWN));
    if (places.length > SHOWN) item.append(more(places.slice(SHOWN), words));
    return item;
  };

  // What a term means: the list item leads to the glossary.
  gongkai.defined = function (term, { root, reader, words }) {
    const head = [
      element("span", "found__title", term.name),
      element("span", "found__report", `${words.glossary} · ${term.other}`),
      element("span", "found__text", term.meaning),
    ];
    const item = element("li", "md-search-result__item found found--term", link("page", new URL(`${reader}/glossary.html#${term.anchor}`, root).href, [], ...head));
    item.lang = reader === "zh" ? "zh-Hans" : reader;
    return item;
  };
})(window.gongkai);
