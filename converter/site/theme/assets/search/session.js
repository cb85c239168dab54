// One search: pages that hold the query, a few at a time, in the reader's language first.
(function (gongkai) {
  "use strict";

  const FIRST = 5; // texts loaded together, so that the first results are soon there
  const BATCH = 8; // and then
  const FEW = 2; // that are looked at first where one is enough
  const BEGUN = 4; // letters of a term that tell which one it is
  const SURE = 3; // characters of a term that is where its keys are
  const REPORT = "cfr"; // the pages of a report that answer a question

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
    if (!/\p{L}/u.test(text)) return null;
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
      said: words.map(([name]) => name).join(" "),
    };
  }

  // What the glossary says of the text, if that is a term.
  async function explained(store, text, language, variants) {
    const plain = (name) => gongkai.fold(name, variants).text.split(" ").map((word) => gongkai.stem(word, false)).join(" ");
    const asked = plain(text);
    const all = await store.terms();
    const at = all.findIndex(([chinese, english]) => [...chinese, ...english].some((name) => plain(name) === asked));
    if (at === -1) return null;
    const [chinese, english, anchor] = all[at];
    const [own, other] = language === "zh" ? [chinese, english] : [english, chinese];
    return { name: own[0], other: other[0], anchor, meaning: (await store.meanings(language))[at] };
  }

  function spansOf(store, language) {
    return Array.from(store.spans).sort(([one], [other]) => (other === language) - (one === language));
  }

  // Readings of one text one after the other, from the likeliest to the last resort; `state.found` tells what is there already.
  async function* readings(store, text, language, variants, asked, state) {
    const query = { ...gongkai.query(text, variants), number: asked.number };
    for (const [spoken, span] of spansOf(store, language)) {
      const before = state.found;
      const wave = { language: spoken, span };
      if (asked.role && spoken === language) yield { ...wave, query: { terms: [{ ways: [{ role: asked.role, weight: 1 }] }] }, reach: "near" };
      yield { ...wave, query, reach: "near" };
      if (state.found === before && asked.terms.length) yield { ...wave, query: { terms: asked.terms, number: asked.number }, reach: "near" };
      const other = await translated(store, text, spoken, variants);
      if (other) yield { ...wave, query: other, reach: "near" };
      yield { ...wave, query, reach: "far" };
    }
  }

  async function understood(store, text) {
    const query = gongkai.query(text, store.variants);
    if (!(await gongkai.unheard(store, query))) return store.variants;
    return new Map([...store.variants, ...(await store.moreVariants())]);
  }

  // Yields { pages, left, wave }: pages with their hits, and how many candidates of this wave are still unread.
  async function* pagesOf(store, wave, variants, state) {
    const all = await gongkai.candidates(store, wave.query, wave.reach, wave.span, wave.explaining);
    const found = all.filter((page) => !state.seen.has(page));
    for (let start = 0, end; start < found.length; start = end) {
      end = start + (state.seen.size ? BATCH : FIRST);
      const batch = await Promise.all(found.slice(start, end).map(store.page));
      const pages = batch.map((page) => gongkai.match(page, wave.query, variants)).filter(Boolean);
      pages.forEach((page) => state.seen.add(page.number));
      state.found += pages.filter((page) => REPORT.includes(page.kind)).length;
      pages.sort((one, other) => other.worth - one.worth);
      yield { pages, left: Math.max(0, found.length - end), wave };
    }
  }

  // True if a term is anywhere.  The keys of a long one may all be on a page that has it not: its text decides.
  async function stands(store, term, variants) {
    for (const span of store.spans.values()) {
      const pages = await gongkai.candidates(store, { terms: [term] }, "near", span, null);
      if (pages.length && term.folded.length < SURE) return true;
      for (const first of [pages.slice(0, FEW), pages.slice(FEW, FIRST)]) {
        const texts = await Promise.all(first.map(store.page));
        if (texts.some((page) => gongkai.match(page, { terms: [term] }, variants))) return true;
      }
    }
    return false;
  }

  // Where nothing is found as it was typed: what may be meant, then what is there of it.
  async function* resorts(store, text, language, variants, asked, tableOf, state) {
    const there = (term) => stands(store, term, variants);
    const exists = (word) => there(gongkai.term(word, variants, true));
    const all = await gongkai.meant(store, text, exists);
    for (const [at, meant] of all.entries()) {
      if (state.found) {
        yield { alternatives: all.slice(at) };
        return;
      }
      const also = gongkai.understood(meant, await tableOf(meant), variants);
      for await (const wave of readings(store, meant, language, variants, also, state)) yield { ...wave, meant };
    }
    const part = state.found ? null : await gongkai.partly(asked, variants, there);
    if (!part) return;
    for (const [spoken, span] of spansOf(store, language)) {
      if (state.found) return;
      const query = { terms: part.terms, number: asked.number, close: part.close };
      yield { query, reach: "near", language: spoken, span, missing: part.missing };
      if (!state.found && part.apart.length) yield { query: { terms: part.apart, number: asked.number }, reach: "near", language: spoken, span, missing: part.missing };
      if (!state.found && !part.close) yield { query: { ...query, some: part.terms.map((_, at) => at) }, reach: "near", language: spoken, span, missing: part.missing };
    }
  }

  // Besides pages: { term }, what the glossary says, behind the first page, or first of all where that is asked.
  gongkai.session = async function* (store, text, language) {
    const speaks = gongkai.speaks(text);
    // What people say comes while it is looked up how the query is to be read.
    store.asked(speaks, "").catch(() => {});
    const variants = await understood(store, text);
    if (!gongkai.query(text, variants).terms.length) return;
    const tableOf = async (said) => gongkai.asked(await store.asked(speaks, gongkai.fold(said, variants).text), variants);
    const asked = gongkai.understood(text, await tableOf(text), variants);
    const state = { seen: new Set(), found: 0 };
    const term = asked.meaning ? await explained(store, asked.meaning, language, variants) : null;
    if (term) yield { term };
    const told = Boolean(term);
    let looked = told;
    const waves = [() => readings(store, asked.meaning && told ? asked.meaning : text, language, variants, asked, state), () => resorts(store, text, language, variants, asked, tableOf, state)];
    for (const [at, more] of waves.entries()) {
      if (at && (state.found || told)) break;
      for await (const wave of more()) {
        if (wave.alternatives) {
          yield wave;
          continue;
        }
        for await (const found of pagesOf(store, wave, variants, state)) {
          yield found;
          if (looked || !found.pages.length) continue;
          looked = true;
          const known = await explained(store, wave.meant || text, language, variants);
          if (known) yield { term: known };
        }
      }
    }
    for (const [spoken, span] of spansOf(store, language)) {
      for (const reach of ["near", "far"]) {
        yield* pagesOf(store, { query: gongkai.query(text, variants), reach, language: spoken, span, explaining: true }, variants, state);
      }
      if (!state.seen.size && asked.terms.length) {
        yield* pagesOf(store, { query: { terms: asked.terms }, reach: "near", language: spoken, span, explaining: true }, variants, state);
      }
    }
  };
})(window.gongkai);
