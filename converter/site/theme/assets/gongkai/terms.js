// An explanation that is in the way goes with Escape, until the reader asks for the next one.
(() => {
  "use strict";
  const hide = (hidden) => document.documentElement.classList.toggle("no-explanations", hidden);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide(true);
  });
  for (const kind of ["focusin", "pointerover"]) {
    addEventListener(kind, (event) => {
      if (event.target.closest?.(".term")) hide(false);
    });
  }
})();
