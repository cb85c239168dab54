// An explanation that is in the way goes with Escape, until the reader asks for the next one.  Where nothing hovers, a touch
// shows it at the foot of the screen, with the way to the glossary.
(() => {
  "use strict";
  const hide = (hidden) => document.documentElement.classList.toggle("no-explanations", hidden);
  const touched = matchMedia("(hover: none)");
  let sheet = null;

  function show(term) {
    sheet?.remove();
    sheet = document.createElement("div");
    sheet.className = "explanation";
    sheet.setAttribute("popover", "auto");
    const name = document.createElement("a");
    name.href = term.href;
    name.textContent = term.textContent;
    const words = document.createElement("p");
    words.textContent = term.getAttribute("aria-description");
    sheet.append(name, words);
    document.body.append(sheet);
    sheet.showPopover();
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide(true);
  });
  for (const kind of ["focusin", "pointerover"]) {
    addEventListener(kind, (event) => {
      if (event.target.closest?.(".term")) hide(false);
    });
  }
  document.addEventListener("click", (event) => {
    const term = event.target.closest?.(".term");
    if (!term || !touched.matches || !HTMLElement.prototype.showPopover) return;
    event.preventDefault();
    show(term);
  });
})();
