// What was asked and what was found, in the box or on the page of results: what is typed is asked at once, and drawn.
(function (gongkai) {
  "use strict";

  const ENOUGH = 8; // pages on the first screen; more come as the reader goes down
  const { root, words, reader } = gongkai.place;
  let opening = null;

  function opened() {
    opening = opening || gongkai.store(root);
    // Asked again with the next key.
    opening.catch(() => (opening = null));
    return opening;
  }

  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, what) => given[what]);
  const quoted = (texts) => texts.map((text) => filled(words.quoted, { text })).join(words.between);

  // `place` has the elements: where is typed (`input`), where it is said how many there are (`status`), what else to try
  // (`help`), the results (`list`), what scrolls them (`scroll`; nothing where the page does) and their `end`.
  gongkai.listing = function ({ input, status, help, list, scroll, end }) {
    let current = { text: "", done: true };

    const say = (name, given) => (status.textContent = filled(words[name], given || {}));

    // A button that asks for something else: no link, as a page of results is to be left by its results alone.
    function offered(text) {
      const made = gongkai.element("button", "found__try", text);
      made.type = "button";
      made.addEventListener("click", () => {
        input.value = text;
        input.focus();
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return made;
    }

    const line = (told, texts) => gongkai.element("p", "", told, ...texts.flatMap((text) => [" ", offered(text)]));

    function advise(run, shown) {
      const { meant } = run.wave || {};
      const others = (run.alternatives || []).filter((text) => text !== meant);
      const lines = shown ? (others.length ? [line(words.rather, others)] : []) : [
        gongkai.element("ul", "", ...words.tips.map((tip) => gongkai.element("li", "", tip))),
        line(words.look, words.doors),
      ];
      help.replaceChildren(...lines);
      help.hidden = !lines.length;
    }

    function tell(run, left) {
      const shown = list.children.length;
      const { meant, missing } = run.wave || {};
      if (left) say("about", { shown });
      else if (!shown) say("none", { query: run.text });
      else say(shown === 1 ? "one" : "many", { count: shown });
      if (shown && meant) status.textContent = `${filled(words.meant, { query: run.text, meant })} ${status.textContent}`;
      else if (shown && missing?.length) status.textContent = `${filled(words.missing, { missing: quoted(missing) })} ${status.textContent}`;
      if (!left || shown) advise(run, shown);
    }

    function busy(run, is) {
      run.busy = is;
      list.setAttribute("aria-busy", is);
    }

    // The results before stay until there are others, so that nothing flickers between two keys.
    function clear(run) {
      run.fresh = false;
      list.replaceChildren();
      help.hidden = true;
      if (scroll) scroll.scrollTop = 0;
    }

    function draw(run, value) {
      if (value?.alternatives) run.alternatives = value.alternatives;
      if (value?.term) list.append(gongkai.defined(value.term, gongkai.place));
      const pages = value?.pages || [];
      if (pages.length) run.wave = run.wave || value.wave;
      list.append(...pages.map((page) => gongkai.drawn(page, value.wave, gongkai.place)));
      return pages.length;
    }

    // Draw pages until there are `wanted` more; what was asked before the last key is not drawn any more.
    async function go(run, wanted) {
      let drawn = 0;
      busy(run, true);
      while (drawn < wanted && !run.done) {
        const { value, done } = await run.session.next();
        if (run !== current) return;
        if (run.fresh) clear(run);
        run.done = done;
        drawn += draw(run, value);
        if (done || drawn) tell(run, value?.left || 0);
      }
      busy(run, false);
    }

    async function ask() {
      const text = input.value.trim();
      if (text === current.text) return;
      const run = { text, fresh: true, done: !text };
      current = run;
      busy(run, Boolean(text));
      if (!text) {
        clear(run);
        say("hint");
        return;
      }
      try {
        run.session = gongkai.session(await opened(), text, reader);
        await go(run, ENOUGH);
      } catch {
        if (run !== current) return;
        current = { text: "", done: true };
        busy(current, false);
        say("failed");
      }
    }

    const more = () => current.session && !current.busy && !current.done && go(current, ENOUGH);
    new IntersectionObserver(([seen]) => seen.isIntersecting && more(), { root: scroll, rootMargin: "200px" }).observe(end);
    // Half a word of an input method is not asked for.
    input.addEventListener("input", (event) => event.isComposing || ask());
    input.addEventListener("compositionend", ask);
    input.form.addEventListener("reset", () => setTimeout(() => (input.focus(), ask())));
    say("hint");
    opened().catch(() => say("failed"));
    return ask;
  };

  // Arrows lead from the box through what was found.
  gongkai.walk = function (list, input, step) {
    const all = Array.from(list.querySelectorAll("a, summary")).filter((one) => !one.matches("details:not([open]) > a"));
    const next = all.indexOf(document.activeElement) + step;
    if (next < 0) input.focus();
    else if (next < all.length) all[next].focus();
  };

  gongkai.partsOf = (within, scroll) => ({
    input: within.querySelector("input"),
    status: within.querySelector(".md-search-result__meta"),
    help: within.querySelector(".found__help"),
    list: within.querySelector(".md-search-result__list"),
    end: within.querySelector(".found__end"),
    scroll,
  });
})(window.gongkai);
