// Where nothing has all words: those that are there, and which are not.
(function (gongkai) {
  "use strict";

  const CHINESE = /^[\u3400-\u9fff]+$/;
  const PARTS = /[0-9.]+[百千万亿]*[%年月日]?|[a-z]+|[^a-z0-9.]+/g;
  const LONGEST = 16;
  const HALF = 0.5;
  const MOST = 0.75; // of a query that need not stand close together

  // A run of Chinese as the longest pieces that stand somewhere.
  async function cut(run, exists) {
    const [pieces, letters] = [[], Array.from(run).slice(0, LONGEST)];
    for (let at = 0; at < letters.length; ) {
      let length = letters.length - at;
      while (length > 1 && !(await exists(letters.slice(at, at + length).join("")))) length -= 1;
      pieces.push(letters.slice(at, at + length).join(""));
      at += length;
    }
    return pieces;
  }

  async function parted(term, variants, exists) {
    const parts = term.folded.match(PARTS) || [];
    const pieces = await Promise.all(parts.map((part) => (CHINESE.test(part) && part.length > 2 ? cut(part, exists) : [part])));
    return pieces.flat().map((piece) => gongkai.term(piece, variants, true));
  }

  const sized = (term) => ({ ...term, size: /^[0-9.]/.test(term.folded) ? 1 : term.folded.length });
  const tells = (term) => term.folded.length > (CHINESE.test(term.folded) ? 1 : 2) || /^[0-9]/.test(term.folded);
  const printed = (term) => ({ ...term, ways: term.ways.filter((way) => !way.stem) });

  // Words that are there in another form only (crossing: cross) tell nothing where more words are missing.
  async function enough(there, missing, stands) {
    if (!there.some(tells)) return false;
    return there.length >= missing.length || (await Promise.all(there.map(printed).map(stands))).includes(true);
  }

  // The terms of a query that are somewhere (`stands` tells), and the texts of those that are not.  A word of
  // Chinese cut in pieces is taken for there only where most of it stands close together; in a question its words do.
  gongkai.partly = async function ({ terms, question }, variants, stands) {
    const exists = (text) => stands({ ...gongkai.term(text, variants), every: true });
    const [there, missing] = [[], []];
    let close = false;
    for (const term of terms) {
      if (await stands(term)) {
        there.push(sized(term));
        continue;
      }
      const pieces = (await parted(term, variants, exists)).map(sized);
      const found = await Promise.all(pieces.map(stands));
      const held = pieces.filter((_, at) => found[at]);
      const size = (all) => all.reduce((sum, one) => sum + one.size, 0);
      if (question && held.some(tells)) {
        there.push(...held.filter(tells));
        missing.push(...pieces.filter((_, at) => !found[at] && tells(pieces[at])).map((one) => one.text));
      } else if (pieces.length > 1 && held.some(tells) && size(held) > HALF * size(pieces)) {
        there.push(...held);
        missing.push(...pieces.filter((_, at) => !found[at] && tells(pieces[at])).map((one) => one.text));
        close = close || pieces.length > (term.folded.match(PARTS) || []).length;
      } else missing.push(term.text);
    }
    const apart = there.filter(tells);
    const all = terms.reduce((sum, term) => sum + term.folded.length, 0);
    const most = apart.reduce((sum, one) => sum + one.folded.length, 0) >= MOST * all;
    return (await enough(there, missing, stands)) ? { terms: there, missing, close, apart: close && most ? apart : [] } : null;
  };
})(window.gongkai);
