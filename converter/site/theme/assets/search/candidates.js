// Which pages may hold a query, best first, from the lists of keys alone; their texts decide.
(function (gongkai) {
  "use strict";

  const MOST = 3; // files of keys a piece of text is worth; what is longer is sure enough by its parts
  const WORD = 8; // a whole word is better than the beginning of one, wherever it stands
  const LATIN = /^[a-z0-9.]+$/;
  const NUMBER = /^[0-9.]+$/;
  const ASIDE = { a: true }; // pages that explain the site, whatever they hold

  const some = (keys) => {
    if (keys.length <= MOST) return keys;
    return Array.from({ length: MOST }, (_, index) => keys[Math.round((index * (keys.length - 1)) / (MOST - 1))]);
  };
  // What is on most pages tells little and takes long to come: it is left out where two others are there.
  const telling = (keys, common) => {
    const rare = keys.filter((key) => !common.has(key));
    return some(rare.length > 1 ? rare : keys);
  };

  function within(letters, length) {
    const count = Math.max(1, letters.length - length + 1);
    return Array.from({ length: count }, (_, index) => letters.slice(index, index + length).join(""));
  }

  // A Latin word of the query may go on, or have begun earlier, where the query ends; a number may not.
  function ofWord(word, first, last) {
    if (NUMBER.test(word)) return { near: [`_${word}`], far: [`_${word}`] };
    const whole = last && word.length >= 3 ? `_${word}*` : `_${word}`;
    const anywhere = some(within(Array.from(word), 3));
    return { near: [whole], far: first || last ? anywhere : [whole] };
  }

  // Three where one is of a Latin word or number; the pairs that these do not tell.  All of them where no text is to be
  // read in vain.
  function ofRun(run, common, every) {
    const letters = Array.from(run);
    const threes = letters.length < 3 ? [] : within(letters, 3).filter((three) => /[a-z0-9.]/.test(three));
    const pairs = within(letters, 2).filter((pair) => !threes.some((three) => three.includes(pair)));
    const all = [...threes, ...pairs];
    const keys = every ? all : telling(all, common);
    return { near: keys, far: keys };
  }

  // The keys a page must have: `near` if Latin words are to begin as in the query, `far` if anything goes.
  function keysOf({ wanted, values, role, word, stem, wide }, common, every) {
    if (role) return { near: [`@${role}`], far: [`@${role}`] };
    if (stem) return { near: [{ word, stem, wide }], far: [{ word, stem, wide }] };
    // A small number has a key of its value only where it is written in words.
    if (values) return ["near", "far"].reduce((told, reach) => ({ ...told, [reach]: values.map((value) => [`=${value}`, `_${value}`]) }), {});
    const runs = wanted.split(" ");
    const keys = runs.map((run, index) =>
      LATIN.test(run) ? ofWord(run, index === 0, index === runs.length - 1) : ofRun(run, common, every),
    );
    return { near: keys.flatMap((key) => key.near), far: keys.flatMap((key) => key.far) };
  }

  // The keys of a site that one of a query stands for: one of several, the beginning of words, or words of one stem.
  async function spelled(store, key) {
    if (Array.isArray(key)) return key;
    if (key.stem) return (await store.words(`_${key.word.slice(0, 3)}`)).filter((one) => gongkai.stem(one.slice(1), key.wide) === key.stem);
    return key.endsWith("*") ? store.words(key.slice(0, -1)) : [key];
  }

  // For each page what the key is worth there, from 1; 0 where it is not.
  async function worths(store, key) {
    const found = new Uint8Array(store.pages);
    const exact = typeof key === "string" && key.replace("*", "");
    for (const one of await spelled(store, key)) {
      const more = one[0] === "_" && (one === exact || Array.isArray(key)) ? WORD : 0;
      await store.read(one, (page, worth) => (found[page] = Math.max(found[page], worth + 1 + more)));
    }
    return found;
  }

  const merged = (all, choose) => all.reduce((one, other) => one.map((worth, page) => choose(worth, other[page])));

  async function ofTerm(store, term, reach) {
    if (!term.ways.length) return new Uint8Array(store.pages); // punctuation alone
    const ways = term.ways.map(async (way) => {
      const keys = keysOf(way, store.common, term.every)[reach];
      return merged(await Promise.all(keys.map((key) => worths(store, key))), Math.min);
    });
    return merged(await Promise.all(ways), Math.max);
  }

  const inSpan = (list, [start, end]) => list.slice(start, end).reduce((count, worth) => count + (worth > 0), 0);

  // The numbers of the pages that may hold all terms, or `some` of them, best first: pages that
  // explain the site, or all others, or (`null`) both.  A page of whose own text nothing is asked for, only the name of its report, is none.
  gongkai.candidates = async function (store, query, reach, [start, end], explaining = false) {
    const terms = await Promise.all(query.terms.map((term) => ofTerm(store, term, reach)));
    const rare = terms.map((term, at) => (query.some ? (query.terms[at].size || 1) / (1 + Math.log(1 + inSpan(term, [start, end]))) : 1));
    const found = [];
    for (let page = start; page < end; page += 1) {
      if (explaining !== null && Boolean(ASIDE[store.kinds[page]]) !== explaining) continue;
      const held = terms.map((term) => term[page]);
      if (!(query.some ? held.some((worth) => worth > 0) : held.every((worth) => worth > 0)) || !held.some((worth) => worth > 1)) continue;
      const worth = held.reduce((sum, one, at) => sum + (query.some ? (one > 0 ? 20 : 0) + one / 16 : one) * rare[at], 0);
      found.push([worth, page]);
    }
    return found.sort((one, other) => other[0] - one[0] || one[1] - other[1]).map(([, page]) => page);
  };

  // True where a character of the query is in no text of the site, as it stands.
  gongkai.unheard = async function (store, query) {
    const keys = query.terms.flatMap((term) => term.ways.flatMap((way) => keysOf(way, store.common).near)).filter((key) => typeof key === "string");
    const foreign = keys.filter((key) => /^[\u3000-\uffff]/.test(key) || /[\u3000-\uffff]$/.test(key));
    return (await Promise.all(foreign.map(store.has))).includes(false);
  };
})(window.gongkai);
