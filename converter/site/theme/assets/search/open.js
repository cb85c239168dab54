// On every page, and all of the search that is there before it is opened: keys and taps that open and close the box.
(function (gongkai) {
  "use strict";

  const config = JSON.parse(document.getElementById("__config").textContent);
  const toggle = document.getElementById("__search");
  const box = document.querySelector(".md-search");
  const input = box.querySelector(".md-search__input");
  const root = new URL(config.base.replace(/\/*$/, "/"), location.href.replace(/[?#].*$/, "")).href;
  const words = JSON.parse(box.dataset.words);
  let from = null;
  let loading = false;

  gongkai.place = { root, words };

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
      box.querySelector(".md-search-result__meta").textContent = words.failed;
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
  // Whoever is faster than the rest of the search is not forgotten.
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    gongkai.place.entered = true;
  });
  toggle.addEventListener("change", () => toggle.checked && open());
  // Whoever walks on with Tab has left the search.
  box.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !box.contains(event.relatedTarget)) toggle.click();
  });
})((window.gongkai = window.gongkai || {}));
