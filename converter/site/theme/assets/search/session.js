// One search: pages that hold the query, a few at a time, in the reader's language first.
(function (gongkai) {
  "use strict";

  const FIRST = 4; // texts loaded together, so that the first results are soon there
  const BATCH = 8; // and then
  const BEGUN = 4; // letters of a term that tell which one it is

  // The folded text cut into terms, the longest first, each as its names in the other language; nothing if there is
  // more in it than terms and numbers.
  function termwise(text, pairs) {
    const found = [];
    let rest = text;
    while (rest) {
      const ends = (name) => !/[a-z0-9]$/.test(name) || !/^[a-z0-9]/.test(rest.slice(name.length));
      const pair = pairs.find(([name]) => rest.startsWith(name) && ends(name));
      const number = /^[0-9.]+/.exec(rest);
      if (!pair && !number) return null;
      found.push(pair ? pair[1] : [number[0]]);
      rest = rest.slice((pair ? pair[0] : number[0]).length).trimStart();
    }
    return found;
  }

  // The query in the words of the other language, if it says nothing but terms; the beginning of one is enough.
  async function translated(store, text, language, variants) {
    const fold = (name) => gongkai.fold(name, variants).text;
    const pairs = (await store.terms()).flatMap(([chinese, english]) => {
      const [asked, said] = language === "zh" ? [english, chinese] : [chinese, english];
      return asked.map((name) => [fold(name), said]);
    });
    pairs.sort(([one], [other]) => other.length - one.length);
    const asked = fold(text);
    const begun = pairs.filter(([name]) => asked.length >= BEGUN && name.startsWith(asked)).pop();
    const words = begun ? [begun[1]] : termwise(asked, pairs);
    if (!words || words.every((names) => names.every((name) => fold(name) === asked))) return null;
    return {
      terms: words.map((names) => ({ ways: names.flatMap((name) => gongkai.term(name, variants).ways) })),
      phrase: null,
      said: words.map(([name]) => name).join(" "),
    };
  }

  // Readings of the query one after the other, from the likeliest to the last resort.
  async function* waves(store, text, language, variants, query) {
    const spans = Array.from(store.spans).sort(([one], [other]) => (other === language) - (one === language));
    for (const [spoken, span] of spans) {
      yield { query, reach: "near", language: spoken, span };
      const other = await translated(store, text, spoken, variants);
      if (other) yield { query: other, reach: "near", language: spoken, span };
      yield { query, reach: "far", language: spoken, span };
    }
  }

  async function understood(store, text) {
    const query = gongkai.query(text, store.variants);
    if (!(await gongkai.unheard(store, query))) return { query, variants: store.variants };
    const variants = new Map([...store.variants, ...(await store.moreVariants())]);
    return { query: gongkai.query(text, variants), variants };
  }

  // Yields { pages, left, wave }: pages with their hits, and how many candidates of this wave are still unread.
  gongkai.session = async function* (store, text, language) {
    const { query, variants } = await understood(store, text);
    if (!query.terms.length) return;
    const seen = new Set();
    for await (const wave of waves(store, text, language, variants, query)) {
      const all = await gongkai.candidates(store, wave.query, wave.reach, wave.span);
      const found = all.filter((page) => !seen.has(page));
      for (let start = 0, end; start < found.length; start = end) {
        end = start + (seen.size ? BATCH : FIRST);
        const batch = await Promise.all(found.slice(start, end).map(store.page));
        const pages = batch.map((page) => gongkai.match(page, wave.query, variants)).filter(Boolean);
        pages.forEach((page) => seen.add(page.number));
        pages.sort((one, other) => other.worth - one.worth);
        yield { pages, left: Math.max(0, found.length - end), wave };
      }
    }
  };
})(window.gongkai);
