// Which pages may hold a query, best first, from the lists of keys alone; their texts decide.
(function (gongkai) {
  "use strict";

  const MOST = 4; // files of keys a piece of text is worth; what is longer is sure enough by its parts
  const WORD = 8; // a whole word is better than the beginning of one, wherever it stands
  const LATIN = /^[a-z0-9.]+$/;

  const some = (keys) => {
    if (keys.length <= MOST) return keys;
    return Array.from({ length: MOST }, (_, index) => keys[Math.round((index * (keys.length - 1)) / (MOST - 1))]);
  };

  function within(letters, length) {
    const count = Math.max(1, letters.length - length + 1);
    return Array.from({ length: count }, (_, index) => letters.slice(index, index + length).join(""));
  }

  // A Latin word of the query may go on, or have begun earlier, where the query ends.
  function ofWord(word, first, last) {
    const whole = last && word.length >= 3 ? `_${word}*` : `_${word}`;
    const anywhere = some(within(Array.from(word), 3));
    return { near: [whole], far: first || last ? anywhere : [whole] };
  }

  // Three where one is of a Latin word or number; the pairs that these do not tell.
  function ofRun(run) {
    const letters = Array.from(run);
    const threes = letters.length < 3 ? [] : within(letters, 3).filter((three) => /[a-z0-9.]/.test(three));
    const pairs = within(letters, 2).filter((pair) => !threes.some((three) => three.includes(pair)));
    const keys = some([...threes, ...pairs]);
    return { near: keys, far: keys };
  }

  // The keys a page must have: `near` if Latin words are to begin as in the query, `far` if anything goes.
  function keysOf({ wanted, values }) {
    if (values) return { near: values.map((value) => `=${value}`), far: values.map((value) => `=${value}`) };
    const runs = wanted.split(" ");
    const keys = runs.map((run, index) =>
      LATIN.test(run) ? ofWord(run, index === 0, index === runs.length - 1) : ofRun(run),
    );
    return { near: keys.flatMap((key) => key.near), far: keys.flatMap((key) => key.far) };
  }

  // For each page what the key is worth there, from 1; 0 where it is not.
  async function worths(store, key) {
    const found = new Uint8Array(store.pages);
    const add = (more) => (page, worth) => (found[page] = Math.max(found[page], worth + 1 + more));
    if (!key.endsWith("*")) {
      await store.read(key, add(key[0] === "_" ? WORD : 0));
    } else {
      const word = key.slice(0, -1);
      for (const one of await store.words(word)) await store.read(one, add(one === word ? WORD : 0));
    }
    return found;
  }

  const merged = (all, choose) => all.reduce((one, other) => one.map((worth, page) => choose(worth, other[page])));

  async function ofTerm(store, term, reach) {
    const ways = term.ways.map(async (way) => {
      const keys = Array.from(new Set(keysOf(way)[reach]));
      return merged(await Promise.all(keys.map((key) => worths(store, key))), Math.min);
    });
    return merged(await Promise.all(ways), Math.max);
  }

  // The numbers of the pages that may hold all terms, best first.  A page of whose own text nothing is asked for, only
  // the name of its report, is none.
  gongkai.candidates = async function (store, query, reach, [start, end]) {
    const terms = await Promise.all(query.terms.map((term) => ofTerm(store, term, reach)));
    const found = [];
    for (let page = start; page < end; page += 1) {
      const held = terms.map((term) => term[page]);
      if (held.every((worth) => worth > 0) && held.some((worth) => worth > 1)) {
        found.push([held.reduce((sum, worth) => sum + worth, 0), page]);
      }
    }
    return found.sort((one, other) => other[0] - one[0] || one[1] - other[1]).map(([, page]) => page);
  };

  // True where a character of the query is in no text of the site, as it stands.
  gongkai.unheard = async function (store, query) {
    const keys = query.terms.flatMap((term) => term.ways.flatMap((way) => keysOf(way).near));
    const foreign = keys.filter((key) => /^[\u3000-\uffff]/.test(key) || /[\u3000-\uffff]$/.test(key));
    return (await Promise.all(foreign.map(store.has))).includes(false);
  };
})(window.gongkai);
