// Whether a page really holds a query, where, and how well: a phrase before words that stand near each other, these before
// words that only stand on one page; then sentences of the report before rows, headings and what is told about it.
(function (gongkai) {
  "use strict";

  const PHRASE = 5; // the words one after the other
  const SENTENCE = 4; // all in one sentence or row
  const SECTION = 3; // all below or in one heading
  const PAGE = 2;
  const SOME = 1;
  const TIERS = { c: 9, f: 7, r: 4, n: 3, l: 2, a: 1 };
  const HEADING = 6; // of a chapter, without a sentence
  const REPEATED = 2; // the same heading above rows of the table
  const [BY_QUALITY, BY_TIER, LEAST_HELD] = [1e6, 1e5, 0.5];
  const MANY = 8;
  const ENDS = /[。；;！？!?\n]|\.(?=\s)/g;
  const NOTHING_BETWEEN = /^[^\p{L}\p{N}]{0,3}$/u;

  const CLOSE = 0.25; // how near the pieces of a word must stand that is nowhere as a whole

  const { parted, reader } = gongkai;
  const best = (items, worth) => items.reduce((one, other) => (one && worth(one) >= worth(other) ? one : other), null);

  // Places of the terms one after the other as one place each.
  function chains(text, found) {
    const next = (chain, places) =>
      places.filter((place) => place.start >= chain.end && NOTHING_BETWEEN.test(text.slice(chain.end, place.start)))
        .map((place) => ({ start: chain.start, end: place.end, weight: Math.min(chain.weight, place.weight) }));
    return found.slice(1).reduce((all, places) => all.flatMap((chain) => next(chain, places).slice(0, 1)), found[0] || []);
  }

  // The stretches of a text that say something by themselves.
  function sentences(text, isRow) {
    if (isRow) return [[0, text.length]];
    const ends = [0, ...Array.from(text.matchAll(ENDS), (match) => match.index + 1), text.length];
    return ends.slice(1).map((end, at) => [ends[at], end]);
  }

  // How near to each other the terms of a sentence stand, from 0 to 1.
  function nearness(found) {
    const held = found.filter((places) => places.length);
    if (held.length < 2) return 1;
    const all = held.flatMap((places, term) => places.map((place) => ({ ...place, term }))).sort((a, b) => a.start - b.start);
    const length = held.reduce((sum, [place]) => sum + place.end - place.start, 0);
    let shortest = Infinity;
    for (let from = 0; from < all.length; from += 1) {
      const seen = new Set();
      for (let to = from; to < all.length; to += 1) {
        seen.add(all[to].term);
        if (seen.size === held.length) {
          shortest = Math.min(shortest, Math.max(...all.slice(from, to + 1).map(({ end }) => end)) - all[from].start);
          break;
        }
      }
    }
    return Math.min(1, length / shortest);
  }

  // One sentence: which terms it holds, and how well.
  function judged(entry, [start, end], { terms, number, close }, known) {
    const found = entry.inText.map((places) => places.filter((place) => place.start >= start && place.start < end));
    const held = terms.map((_, at) => found[at].length > 0 || known.role[at]);
    const withHead = held.map((there, at) => there || entry.inHeading[at].length > 0);
    const around = withHead.map((there, at) => there || known.title[at] || known.report[at]);
    const size = (which) => terms.reduce((sum, term, at) => sum + (which[at] ? term.size || 1 : 0), 0);
    const all = size(terms.map(() => true));
    const phrase = chains(entry.text, found).length > 0 || held.every((_, at) => known.role[at]);
    const full = size(held) === all;
    const near = nearness(found);
    const quality = close && near < CLOSE ? 0 : full ? (phrase ? PHRASE : SENTENCE) : size(withHead) === all || (size(held) && size(around) === all) ? SECTION : SOME;
    const weights = found.flatMap((places) => (places.length ? [Math.max(...places.map((place) => place.weight))] : []));
    const counted = number && /[0-9]/.test(entry.text.slice(start, end)) ? 300 : 0;
    const named = entry.isRow ? found.some((places) => places.length) * (100 / (1 + entry.text.indexOf("\n"))) : 0;
    const fine =
      (weights.length ? 300 * (weights.reduce((sum, one) => sum + one, 0) / weights.length) : 100) +
      250 * near + 100 * (size(withHead.map((there, at) => there && entry.inHeading[at].length > 0)) / all) +
      counted + named;
    return { quality, fine, share: size(around) / all, own: size(held) };
  }

  function inEntry(told, query, variants, known, tier) {
    const [anchor, heading, text, paragraphs = []] = told;
    const isRow = Boolean(anchor) && !heading;
    const [headed, written] = [reader(heading, variants), reader(text, variants)];
    const entry = { anchor, heading, text, isRow, inHeading: query.terms.map(headed), inText: query.terms.map(written) };
    const sentence = best(
      sentences(text, isRow).map((span) => judged(entry, span, query, known)),
      (one) => one.quality * BY_QUALITY + one.share * BY_TIER + one.fine,
    );
    const inHead = chains(heading, entry.inHeading);
    const has = query.terms.map((_, at) => entry.inHeading[at].length + entry.inText[at].length > 0 || known.role[at]);
    const every = has.every((there, at) => there || known.title[at] || known.report[at]);
    const quality = inHead.length ? PHRASE : Math.max(sentence.quality, every && !query.close ? SECTION : SOME);
    const spoken = sentence.own && (sentence.quality === quality || !inHead.length);
    const place = known.table && !isRow ? REPEATED : spoken ? tier : Math.min(tier, HEADING);
    const inBody = chains(text, entry.inText);
    const share = query.terms.reduce((sum, term, at) => sum + (has[at] || known.title[at] || known.report[at] ? term.size || 1 : 0), 0);
    return {
      anchor,
      paragraphs,
      heading: { text: heading, places: inHead.length ? inHead : parted(entry.inHeading.flat()) },
      body: { text, places: inBody.length ? parted(inBody) : parted(entry.inText.flat()) },
      has,
      share,
      worth: quality * BY_QUALITY + place * BY_TIER + sentence.share * 1e4 + sentence.fine + (inHead.length ? 150 : 0) + 10 * Math.min(MANY, entry.inText.flat().length),
    };
  }

  // The page with what was found on it, or nothing: every term must stand on it or in the name of its report; where
  // `some` are enough, the words of more than half of the query.
  gongkai.match = function (page, query, variants) {
    const { terms } = query;
    const [title, report] = [reader(page.title, variants), reader(page.report, variants)];
    const titled = terms.map(title);
    const known = {
      title: titled.map((places) => places.length > 0),
      report: terms.map((term) => report(term).length > 0),
      table: page.kind === "f",
      role: terms.map((term) => term.ways.some((way) => way.role && way.role === page.role)),
    };
    const [first, ...rest] = page.entries;
    const tier = TIERS[page.kind] || TIERS.l;
    const entries = [["", "", ...first.slice(2)], ...rest].map((entry) => inEntry(entry, query, variants, known, tier));
    const own = terms.map((_, at) => known.title[at] || entries.some((entry) => entry.has[at]));
    const size = (which) => terms.reduce((sum, term, at) => sum + (which(at) ? term.size || 1 : 0), 0);
    const held = size((at) => own[at] || known.report[at]);
    const all = size(() => true);
    const enough = query.some ? held > LEAST_HELD * all || query.some.some((one) => own[one]) : held === all;
    if (!enough || !own.some(Boolean) || (query.close && entries.every((entry) => entry.worth < SENTENCE * BY_QUALITY))) return null;
    const most = Math.max(...entries.map((entry) => (entry.has.some(Boolean) ? entry.share : 0)));
    const hits = entries.filter((entry) => entry.has.some(Boolean) && entry.share === most && (entry.body.text || entry.heading.text));
    hits.sort((one, other) => other.worth - one.worth);
    const inTitle = chains(page.title, titled).length ? PHRASE : size((at) => known.title[at]) === all ? SECTION : 0;
    const worth = Math.max(inTitle * BY_QUALITY + Math.min(tier, HEADING) * BY_TIER, hits[0] ? hits[0].worth + (inTitle ? 200 : 0) : 0, held === all ? PAGE * BY_QUALITY : 0);
    return {
      ...page,
      title: { text: page.title, places: parted(titled.flat()) },
      hits,
      worth: worth + (query.some ? (held / all) * 1e7 : 0),
    };
  };
})(window.gongkai);
