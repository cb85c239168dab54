// The menu of a narrow screen is opened by a checkbox that only a pointer reaches; this button does it for everybody.
(function () {
  "use strict";

  const button = document.querySelector("[data-drawer]");
  const toggle = document.getElementById("__drawer");
  if (!button) return;

  const told = () => button.setAttribute("aria-expanded", String(toggle.checked));
  button.addEventListener("click", () => {
    toggle.click();
    if (toggle.checked) document.querySelector(".md-sidebar--primary a[href]")?.focus();
  });
  toggle.addEventListener("change", told);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
  // Whoever walks on with Tab has left the menu.
  document.querySelector(".md-sidebar--primary")?.addEventListener("focusout", (event) => {
    const inside = event.relatedTarget?.closest(".md-sidebar--primary");
    if (toggle.checked && event.relatedTarget && !inside) toggle.click();
  });
  told();
})();
