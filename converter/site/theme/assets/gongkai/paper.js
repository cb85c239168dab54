// A page on paper: the button that prints it, and the address at its head where the site does not know its own.
(function () {
  "use strict";

  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  const here = document.querySelector("[data-here]");
  // A copy on disk has an address that leads nobody anywhere: there the place within the site stays.
  if (here && location.protocol.startsWith("http")) here.textContent = location.origin + location.pathname;
})();
