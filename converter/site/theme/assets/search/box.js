// The search box once it is open: what is typed is asked at once, what was found is drawn, keys walk through it.
(function (gongkai) {
  "use strict";

  const ENOUGH = 8; // pages on the first screen; more come as the reader goes down
  const { root, words } = gongkai.place;
  const box = document.querySelector(".md-search");
  const input = box.querySelector(".md-search__input");
  const scroll = box.querySelector(".md-search__scrollwrap");
  const list = box.querySelector(".md-search-result__list");
  const status = box.querySelector(".md-search-result__meta");
  const reader = document.documentElement.lang.startsWith("en") ? "en" : "zh";
  let current = { text: "", done: true };
  let opening = null;

  function opened() {
    opening = opening || gongkai.store(root);
    // Asked again with the next key.
    opening.catch(() => (opening = null));
    return opening;
  }

  function say(name, given) {
    status.textContent = words[name].replace(/\{(\w+)\}/g, (_, what) => given[what]);
  }

  function tell(run, left) {
    const shown = list.children.length;
    if (left) say("about", { shown, count: shown + left });
    else if (!shown) say("none", { query: run.text });
    else say(shown === 1 ? "one" : "many", { count: shown });
  }

  function busy(run, is) {
    run.busy = is;
    list.setAttribute("aria-busy", is);
  }

  // The results before stay until there are others, so that nothing flickers between two keys.
  function clear(run) {
    run.fresh = false;
    list.replaceChildren();
    scroll.scrollTop = 0;
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
      const pages = done ? [] : value.pages;
      list.append(...pages.map((page) => gongkai.drawn(page, value.wave, { root, reader, words })));
      drawn += pages.length;
      if (done || drawn) tell(run, done ? 0 : value.left);
    }
    busy(run, false);
  }

  async function ask() {
    const text = input.value.trim();
    if (text === current.text) return;
    const run = { text, fresh: true, done: !text, first: null };
    current = run;
    busy(run, Boolean(text));
    if (!text) {
      clear(run);
      say("hint");
      return;
    }
    run.first = (async () => {
      const store = await opened();
      run.session = gongkai.session(store, text, reader);
      await go(run, ENOUGH);
    })();
    try {
      await run.first;
    } catch {
      if (run !== current) return;
      current = { text: "", done: true };
      busy(current, false);
      say("failed");
    }
  }

  const more = () => current.session && !current.busy && !current.done && go(current, ENOUGH);
  new IntersectionObserver(([end]) => end.isIntersecting && more(), { root: scroll, rootMargin: "200px" }).observe(
    box.querySelector(".found__end"),
  );

  async function enter() {
    await ask();
    await current.first;
    const best = list.querySelector(".found__best");
    if (best) best.click();
  }

  function walk(step) {
    const all = Array.from(list.querySelectorAll("a, summary")).filter((one) => !one.matches("details:not([open]) > a"));
    const next = all.indexOf(document.activeElement) + step;
    if (next < 0) input.focus();
    else if (next < all.length) all[next].focus();
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    if (key === "ArrowDown" || key === "ArrowUp") walk(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter" && target === input) enter();
    else {
      // Whoever types on while reading the results types into the box.
      if (key.length === 1 && key !== " " && target !== input) input.focus();
      return;
    }
    event.preventDefault();
  });
  // Half a word of an input method is not asked for.
  input.addEventListener("input", (event) => event.isComposing || ask());
  input.addEventListener("compositionend", ask);
  input.form.addEventListener("reset", () => setTimeout(() => (input.focus(), ask())));
  list.addEventListener("click", (event) => event.target.closest("a") && gongkai.close());

  say("hint");
  opened().catch(() => say("failed"));
  if (gongkai.place.entered) enter();
  else ask();
})(window.gongkai);
