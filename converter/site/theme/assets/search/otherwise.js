// A question in words of one's own, said as reports say it: by the table of what people say (synonyms.toml).
(function (gongkai) {
  "use strict";

  const CHINESE = /[\u3400-\u9fff]/;
  const SMALL = /^[的了吗呢有是给]+|[的了吗呢有是给]+$/g;
  const ASKING = /[吗呢没么]$/;
  const SECOND = 0.1; // less for each further thing that people may mean

  gongkai.speaks = (text) => (CHINESE.test(text) ? "zh" : "en");

  const stems = (text) => text.split(" ").map((word) => gongkai.stem(word, false));
  const blanks = (text) => text.replace(/\s+/g, " ").trim();
  const latin = (character) => character !== undefined && /[a-z0-9]/.test(character);
  // Words of English end where they end; of Chinese anything may go on.
  const stands = (text, at, word) =>
    text.startsWith(word, at) && !(latin(word[0]) && latin(text[at - 1])) && !(latin(word[word.length - 1]) && latin(text[at + word.length]));

  // The text without the first of these words that is in it, and whether one was.
  function without(text, words) {
    for (const word of words) {
      const at = text.indexOf(word);
      if (at === -1 || !stands(text, at, word)) continue;
      const rest = blanks(`${text.slice(0, at)} ${text.slice(at + word.length)}`);
      if (rest) return [rest, true];
    }
    return [text, false];
  }

  // The table made ready: each thing people say with its row, the longest first.
  gongkai.asked = function (table, variants) {
    const fold = (text) => gongkai.wordsOf(text).map((word) => gongkai.fold(word, variants).text).filter(Boolean).join(" ");
    const longest = (one, other) => other.length - one.length;
    const rows = table.synonyms.map(([ask, means, role]) => ({ ask: ask.map(fold), means, role }));
    return {
      rows: rows.flatMap((row) => row.ask.map((ask) => [ask, row, stems(ask)])).sort(([one], [other]) => longest(one, other)),
      aside: [...table.aside, ...table.number].map(fold).sort(longest),
      number: table.number.map(fold),
      meaning: table.meaning.map(fold),
      fold,
    };
  };

  // The ways in which a thing is said in reports.
  function waysOf(row, variants, asked) {
    const means = row.means.flatMap((text, at) => gongkai.term(text, variants).ways.map((way) => ({ ...way, weight: way.weight * (0.85 - SECOND * Math.min(at, 5)) })));
    return [...asked.ways, ...means, ...(row.role ? [{ role: row.role, weight: 0.8 }] : [])];
  }

  function plainTerms(text, asked, variants) {
    const chinese = CHINESE.test(text);
    const parts = chinese
      ? asked.aside.filter((word) => word.length > 1).reduce((told, word) => told.split(word).join(" "), text).replace(/[的了](?![解确])/g, " ").split(/\s+/).map((part) => part.replace(SMALL, ""))
      : gongkai.wordsOf(text).filter((word) => !asked.aside.includes(word.toLowerCase()));
    return parts.filter(Boolean).map((part) => gongkai.term(part, variants, true));
  }

  const known = ([ask, row], variants) => {
    const term = gongkai.term(ask, variants, true);
    return { ...term, ways: waysOf(row, variants, term), known: row };
  };

  // Where the words of a thing that people say stand among those not taken yet: one after the other, or anywhere.
  function placesOf(words, said, free, loose) {
    if (loose) {
      const places = said.map((word) => words.findIndex((one, at) => free[at] && one === word));
      return said.length > 1 && !places.includes(-1) && new Set(places).size === places.length ? places : [];
    }
    const at = words.findIndex((_, from) => said.every((word, next) => free[from + next] && words[from + next] === word));
    return at === -1 ? [] : said.map((_, next) => at + next);
  }

  // English as terms: its words in any form, and those of one thing in any order, if need be.
  function termsOfWords(text, asked, variants) {
    const words = gongkai.wordsOf(text);
    const [told, free, terms] = [stems(words.join(" ")), words.map(() => true), []];
    for (const loose of [false, true]) {
      for (const row of asked.rows) {
        const places = placesOf(told, row[2], free, loose);
        if (!places.length) continue;
        places.forEach((at) => (free[at] = false));
        terms.push([Math.min(...places), known(row, variants)]);
      }
    }
    words.forEach((word, at) => free[at] && plainTerms(word, asked, variants).forEach((term) => terms.push([at, term])));
    return terms.sort(([one], [other]) => one - other).map(([, term]) => term);
  }

  // Chinese as terms: things of which people say several words anywhere, what else the table knows, and the words between, less those that only ask.
  function termsOfText(whole, asked, variants) {
    const terms = [];
    let [text, from] = [whole, 0];
    for (const row of asked.rows) {
      const parts = row[0].split(" ");
      if (parts.length < 2 || !parts.every((part) => text.includes(part))) continue;
      text = parts.reduce((rest, part) => rest.replace(part, " "), text);
      terms.push(known(row, variants));
    }
    const flush = (to) => terms.push(...plainTerms(text.slice(from, to), asked, variants));
    for (let at = 0; at < text.length; ) {
      const row = asked.rows.find(([ask]) => (ask.length > 1 || text.length === 1) && stands(text, at, ask));
      if (row) {
        flush(at);
        terms.push(known(row, variants));
        at += row[0].length;
        from = at;
      } else at += 1;
    }
    flush(text.length);
    return terms;
  }

  function termsOf(text, asked, variants) {
    const terms = (CHINESE.test(text) ? termsOfText : termsOfWords)(text, asked, variants);
    // One character left of a question asks for nothing.
    const told = terms.filter((term) => term.ways.length && (term.known || term.folded.length > 1 || !CHINESE.test(term.folded)));
    return Array.from(new Map((told.length ? told : terms).map((term) => [term.folded, term])).values());
  }

  // What a query may mean: the part of a report that answers it as a whole, whether it is a question, asks for a number or
  // for the meaning of a word, and its terms said otherwise.
  gongkai.understood = function (text, asked, variants) {
    const folded = asked.fold(text);
    const [plain, meaning] = without(folded, asked.meaning);
    const number = without(folded, asked.number)[1];
    const said = (what) => asked.rows.find(([ask]) => ask === what);
    const bare = blanks(plainTerms(folded, asked, variants).map((term) => term.folded).join(gongkai.speaks(text) === "zh" ? "" : " "));
    const whole = said(folded) || said(plain) || said(bare);
    const terms = termsOf(plain, asked, variants).map((term) => ({ ...term, size: term.folded.length }));
    const question = terms.some((term) => term.known) || ASKING.test(folded) || asked.aside.some((word) => word.length > 1 && plain.includes(word));
    const roles = new Set(terms.map((term) => term.known && term.known.role));
    const role = whole ? whole[1].role : roles.size === 1 && [...roles][0];
    return { role, terms, number, question, meaning: meaning ? plain : "" };
  };
})(window.gongkai);
