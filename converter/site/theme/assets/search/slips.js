// What a reader may have meant who typed the sounds of Chinese words, a character of the same sound, or a wrong letter.
(function (gongkai) {
  "use strict";

  const CHINESE = /^[\u3400-\u9fff]+$/;
  const PARSES = 12; // ways to part letters into syllables
  const MEANT = 3; // things a reader is offered
  const LIKELY = 20; // characters of one sound that are tried
  const [SHORTEST, LONGEST] = [4, 16]; // letters of a word that may be mistyped; characters of a run that is tried
  const INITIALS = /^[a-z]{3,8}$/;

  // The characters by what they sound like, and what each character sounds like.
  async function soundsOf(store) {
    const told = await store.sounds();
    const [own, of] = [new Map(), new Map()];
    for (const [syllable, characters] of Object.entries(told)) {
      own.set(syllable, Array.from(characters.split("|")[0]));
      for (const character of characters.replace("|", "")) {
        if (!of.has(character)) of.set(character, new Set());
        of.get(character).add(syllable);
      }
    }
    return { own, of };
  }

  // Letters as syllables, in the ways there are; the last one may be only begun.
  function syllables(letters, known) {
    const found = [];
    const go = (rest, before) => {
      if (found.length >= PARSES) return;
      if (!rest) found.push(before);
      for (let length = Math.min(6, rest.length); length > 0 && rest; length -= 1) {
        const one = rest.slice(0, length);
        if (known.has(one)) go(rest.slice(length), [...before, (sounds) => sounds.has(one)]);
      }
    };
    go(letters, []);
    if (!found.length) {
      for (let length = 1; length < 5 && !found.length; length += 1) {
        const [whole, begun] = [letters.slice(0, -length), letters.slice(-length)];
        if (Array.from(known).some((one) => one.startsWith(begun))) {
          go(whole, []);
          found.forEach((parse) => parse.push((sounds) => Array.from(sounds).some((one) => one.startsWith(begun))));
        }
      }
    }
    return found.filter((parse) => parse.length > 1);
  }

  // Pieces of names that fit a test for each of their characters: whole names first, then where names begin, then inside.
  function pieces(names, tests, sounds, inside) {
    const found = [[], [], []];
    for (const name of names) {
      const letters = Array.from(name).filter((letter) => CHINESE.test(letter));
      const last = inside ? letters.length - tests.length : 0;
      for (let at = 0; at <= last; at += 1) {
        const piece = letters.slice(at, at + tests.length);
        if (piece.length < tests.length || !tests.every((test, index) => test(sounds.of.get(piece[index]) || new Set(), piece[index]))) continue;
        found[piece.length === letters.length ? 0 : at ? 2 : 1].push(piece.join(""));
      }
    }
    return Array.from(new Set(found.flat()));
  }

  async function bySound(store, text) {
    const letters = text.toLowerCase().replace(/[\s'’-]/g, "");
    if (!/^[a-z]{3,}$/.test(letters)) return [];
    const [names, sounds] = await Promise.all([store.names(), soundsOf(store)]);
    const spelled = syllables(letters, new Set(sounds.own.keys())).flatMap((parse) => pieces(names, parse, sounds, true));
    if (spelled.length || !INITIALS.test(letters)) return spelled;
    const initials = Array.from(letters, (letter) => (told) => Array.from(told).some((one) => one[0] === letter));
    return pieces(names, initials, sounds, false);
  }

  // One character of another sound is another word; of a long name two may be wrong.
  function sameSound(run, names, sounds) {
    const letters = Array.from(run);
    const tests = letters.map((letter) => (told, other) => letter === other || Array.from(sounds.of.get(letter) || []).some((one) => told.has(one)));
    const wrong = (piece) => letters.filter((letter, at) => letter !== Array.from(piece)[at]).length;
    return pieces(names, tests, sounds, true).filter((piece) => wrong(piece) > 0 && wrong(piece) <= (letters.length > 4 ? 2 : 1));
  }

  // Not in a name: a character of the same sound with which its neighbours stand somewhere.
  async function inText(store, run, sounds, exists) {
    const letters = Array.from(run);
    for (let at = letters.length - 1; at >= 0; at -= 1) {
      const pairs = (one) => [at && letters[at - 1] + one, at + 1 < letters.length && one + letters[at + 1]].filter(Boolean);
      if ((await Promise.all(pairs(letters[at]).map(store.has))).every(Boolean)) continue;
      const others = Array.from(sounds.of.get(letters[at]) || []).flatMap((syllable) => (sounds.own.get(syllable) || []).slice(0, LIKELY));
      for (const other of others) {
        if (other === letters[at] || !(await Promise.all(pairs(other).map(store.has))).every(Boolean)) continue;
        const meant = [...letters.slice(0, at), other, ...letters.slice(at + 1)].join("");
        if (await exists(meant)) return [meant];
      }
    }
    return [];
  }

  async function ofWord(store, word, exists) {
    if (await exists(word)) return [word];
    if (CHINESE.test(word) && word.length > 1 && word.length <= LONGEST) {
      const [names, sounds] = await Promise.all([store.names(), soundsOf(store)]);
      const named = sameSound(word, names, sounds);
      return named.length ? named : inText(store, word, sounds, exists);
    }
    const latin = word.toLowerCase();
    const pointed = (await store.words(`_${latin.slice(0, 3)}`)).map((one) => one.slice(1)).filter((one) => one !== latin && one.replace(/\./g, "") === latin);
    if (pointed.length || !/^[a-z]+$/.test(latin) || latin.length < SHORTEST) return pointed;
    return (await store.latin()).filter((one) => gongkai.isSlip(latin, one));
  }

  // What the text may be meant for, likeliest first; `exists` tells whether a word is anywhere.
  gongkai.meant = async function (store, text, exists) {
    const words = gongkai.wordsOf(text).filter((word) => gongkai.fold(word).text);
    const slips = await Promise.all(words.map((word) => ofWord(store, word, exists)));
    if (slips.every((found) => found.length)) return slips[0].slice(0, MEANT).map((first) => [first, ...slips.slice(1).map(([one]) => one)].join(" "));
    return (await bySound(store, text)).slice(0, MEANT);
  };
})(window.gongkai);
