// On every page, and all of the search that is there before it is opened: keys and taps that open and close the box.
(function (gongkai) {
  "use strict";

  const config = JSON.parse(document.getElementById("__config").textContent);
  const toggle = document.getElementById("__search");
  const box = document.querySelector(".md-search");
  const input = box.querySelector(".md-search__input");
  const root = new URL(config.base.replace(/\/*$/, "/"), location.href.replace(/[?#].*$/, "")).href;
  const words = gongkai.told.search;
  const reader = document.documentElement.lang.startsWith("en") ? "en" : "zh";
  let from = null;
  let loading = false;

  // Where the search is, in what language it speaks, and the language of the page one is on.
  gongkai.place = { root, words, reader };

  // The address of the results of a query.
  gongkai.results = function (text) {
    const address = new URL(`${reader}/search.html`, root);
    if (text.trim()) address.searchParams.set("q", text.trim());
    return address.href;
  };

  function load() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}assets/scripts/search.js`;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function start() {
    if (loading) return;
    loading = true;
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `${root}assets/search/search.css`;
    document.head.append(sheet);
    try {
      await load();
    } catch {
      loading = false;
      for (const status of document.querySelectorAll(".md-search-result__meta")) status.textContent = words.failed;
    }
  }

  function open() {
    if (!toggle.checked) {
      from = document.activeElement === input ? null : document.activeElement;
      toggle.click();
    }
    if (document.activeElement !== input) input.focus();
    start();
  }

  gongkai.close = function () {
    if (toggle.checked) toggle.click();
    input.blur();
    if (from) from.focus();
    from = null;
  };

  const typing = (element) => element.matches("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && toggle.checked) gongkai.close();
    if (!"/sf".includes(event.key) || toggle.checked || typing(event.target)) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("focus", open);
  // Also for whoever is faster than the rest of the search.
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) location.assign(gongkai.results(input.value));
  });
  // The place of what is found, where nobody without scripts would find anything.
  input.form.insertAdjacentHTML(
    "afterend",
    '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="-1"><div class="md-search-result">' +
      '<div class="md-search-result__meta" role="status"></div><div class="found__help" hidden></div>' +
      '<ol class="md-search-result__list"></ol><div class="found__end"></div></div></div></div>',
  );
  const output = box.querySelector(".md-search__output");
  // What is not in sight takes no focus: Tab goes on to the page.
  const hide = () => (output.inert = !toggle.checked);
  toggle.addEventListener("change", () => (hide(), toggle.checked && open()));
  hide();
  // Whoever walks on with Tab has left the search.
  box.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !box.contains(event.relatedTarget)) toggle.click();
  });
  if (document.querySelector("[data-results]")) start();
})((window.gongkai = window.gongkai || {}));
