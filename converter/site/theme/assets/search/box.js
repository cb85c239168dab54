// The search box once it is open: results while one types, keys that walk through them.
(function (gongkai) {
  "use strict";

  const box = document.querySelector(".md-search");
  const parts = gongkai.partsOf(box, box.querySelector(".md-search__scrollwrap"));
  const { input, list } = parts;

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    if (key === "ArrowDown" || key === "ArrowUp") gongkai.walk(list, input, key === "ArrowDown" ? 1 : -1);
    else {
      // Whoever types on while reading the results types into the box.
      if (key.length === 1 && key !== " " && target !== input) input.focus();
      return;
    }
    event.preventDefault();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && gongkai.close());
  const begin = () => gongkai.listing(parts)();
  // On the page of results the search is there before its box is opened.
  if (document.getElementById("__search").checked) begin();
  else input.addEventListener("focus", begin, { once: true });
})(window.gongkai);
