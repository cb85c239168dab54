// The glossary is long: what is typed above it leaves the terms that hold it, in either language.
(function () {
  "use strict";
  const form = document.querySelector(".glossary-tools");
  if (!form) return;
  const rows = Array.from(form.parentElement.querySelectorAll("tbody tr"));
  const told = form.querySelector("output");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));

  function show() {
    const asked = plain(form.elements.namedItem("find").value.trim());
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !texts[at].includes(asked);
      shown += row.hidden ? 0 : 1;
    });
    told.textContent = told.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
