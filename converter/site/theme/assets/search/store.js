// The files of the index, each loaded once and only when a query needs it: as scripts, for a page opened from a folder
// may fetch nothing.  Every file calls `receive` with its name and its data.
(function (gongkai) {
  "use strict";

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const GROUP = 3; // of a word's letters decide where it lies
  const value = new Map(Array.from(DIGITS, (digit, index) => [digit, index]));
  const arrived = new Map();

  gongkai.receive = (name, data) => arrived.set(name, data);

  function load(root, path, name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`search/${path}.js`, root).href;
      script.onload = () => (arrived.has(name) ? resolve(arrived.get(name)) : reject(new Error(path)));
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });
  }

  // FNV-1a, 32 bits, over code points.
  function hash(text) {
    let sum = 0x811c9dc5;
    for (const character of text) sum = Math.imul(sum ^ character.codePointAt(0), 0x01000193) >>> 0;
    return sum;
  }

  // Calls `each` with the number of every page in a list and what it is worth there (converter/site/search/postings.py).
  function read(list, each) {
    let page = -1;
    let number = 0;
    let shift = 1;
    for (const digit of list) {
      const part = value.get(digit);
      number += (part % 32) * shift;
      shift *= 32;
      if (part < 32) {
        page += Math.floor(number / 8);
        each(page, number % 8);
        number = 0;
        shift = 1;
      }
    }
  }

  gongkai.store = async function (root) {
    const waiting = new Map();
    // A file that did not come is asked for again the next time.
    const once = (path, name) => {
      if (!waiting.has(path)) {
        const promise = load(root, path, name);
        promise.catch(() => waiting.delete(path));
        waiting.set(path, promise);
      }
      return waiting.get(path);
    };
    const { version, keys, languages, variants, kinds, common } = await once("index", "index");
    const file = (name) => once(`${version}/${name}`, name);
    const spans = new Map();
    let pages = 0;
    for (const [language, count] of languages) spans.set(language, [pages, (pages += count)]);
    const often = new Set(common.match(/../gu)); // pairs of characters that are on very many pages
    const lists = new Map();
    // Files of three kinds: of most keys, of single characters, of pairs that are everywhere (converter/site/search/files.py).
    const homeOf = (key) => {
      const kind = Array.from(key).length === 1 ? 1 : often.has(key) ? 2 : 0;
      const before = keys.slice(0, kind).reduce((sum, count) => sum + count, 0);
      return `keys/${before + (hash(key[0] === "_" ? key.slice(0, 1 + GROUP) : key) % keys[kind])}`;
    };
    // The lists of a file by key; in the file each stands behind its key.
    const home = async (key) => {
      const name = homeOf(key);
      const words = (await file(name)).split(" ");
      if (!lists.has(name)) lists.set(name, new Map(words.flatMap((word, at) => (at % 2 ? [] : [[word, words[at + 1]]]))));
      return lists.get(name);
    };
    return {
      pages,
      spans,
      variants: gongkai.paired(variants),
      moreVariants: async () => gongkai.paired(await file("variants")),
      kinds, // a letter for each page: of a chapter, of figures… (converter/site/search/index.py)
      common: often,
      terms: () => file("terms"),
      meanings: (language) => file(`meanings/${language}`),
      // What people ask in words of their own; all that they say only where this folded text may say some of it.
      asked: async (language, text) => {
        const table = await file(`asked/${language}`);
        if (table.synonyms) return table;
        const begun = (begins) => begins.match(/../gu).some((begin) => Array.from(begin).every((letter) => text.includes(letter)));
        const said = table.begins.flatMap((begins, at) => (begun(begins) ? [file(`said/${language}/${at}`)] : []));
        return { ...table, synonyms: (await Promise.all(said)).flat() };
      },
      names: () => file("names"),
      sounds: () => file("sounds"),
      latin: async () => (await file("words")).split(" "),
      page: async (number) => {
        const [address, title, report, entries, role] = await file(`pages/${number}`);
        return { number, address, title, report, entries, role, kind: kinds[number] };
      },
      has: async (key) => (await home(key)).has(key),
      read: async (key, each) => read((await home(key)).get(key) || "", each),
      words: async (start) => Array.from((await home(start)).keys()).filter((key) => key.startsWith(start)),
    };
  };
})(window.gongkai);
