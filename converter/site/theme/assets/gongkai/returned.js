// Who left a page by a link and the keyboard finds the focus on that link again after coming back.
(function () {
  "use strict";

  const name = `gongkai.left:${location.pathname}`;
  const links = () => [...document.querySelectorAll("a[href]")];
  const kept = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null; // a reader who allows no storage begins at the top
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    // A click of the keyboard is none of a pointer: it has no count.
    if (link && event.detail === 0) kept((store) => store.setItem(name, links().indexOf(link)));
    else kept((store) => store.removeItem(name));
  });
  addEventListener("load", () => {
    const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    const at = kept((store) => store.getItem(name));
    if (back && at !== null) links()[Number(at)]?.focus({ preventScroll: true });
  });
})();
