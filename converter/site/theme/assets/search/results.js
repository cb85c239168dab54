// The page of results: its address says what was asked (?q=…), so that it can be shared and is there when one comes back.
(function (gongkai) {
  "use strict";

  const place = document.querySelector("[data-results]");
  if (!place) return;
  const parts = gongkai.partsOf(place, null);
  const { input, list } = parts;
  const ask = gongkai.listing(parts);
  const title = document.title;
  const other = document.querySelector("[data-language]");

  // Typing on does not fill the way back with every letter.
  function told() {
    const address = gongkai.results(input.value);
    if (address !== location.href) history.replaceState(null, "", address);
    document.title = input.value ? `${input.value} · ${title}` : title;
    if (other) other.search = new URL(address).search;
  }

  input.value = new URLSearchParams(location.search).get("q") || "";
  told();
  ask();
  input.addEventListener("input", told);
  input.form.addEventListener("reset", () => setTimeout(told));
  input.form.addEventListener("submit", (event) => event.preventDefault());
  place.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    gongkai.walk(list, input, event.key === "ArrowDown" ? 1 : -1);
  });
})(window.gongkai);
