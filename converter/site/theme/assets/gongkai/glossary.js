// The glossary is long: what is typed above it leaves the terms that hold it, in either language.
(function () {
  "use strict";
  const form = document.querySelector(".glossary-tools");
  const table = form.parentElement.querySelector("table");
  const rows = Array.from(table.tBodies[0].rows);
  const told = form.querySelector("output");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));
  // English is looked for from the beginning of a word: no competition for petition.
  const latin = (text) => ` ${text.replace(/[^a-z0-9]+/g, " ")}`;
  const holds = (text, asked) => (/^[a-z]/.test(asked) ? latin(text).includes(latin(asked)) : text.includes(asked));

  function show() {
    const asked = plain(form.elements.namedItem("find").value.trim());
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !holds(texts[at], asked);
      shown += row.hidden ? 0 : 1;
    });
    told.textContent = told.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
  }

  // Where what is said of a term stands below it, a table is one for some browsers only if it says so.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", roles[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader"));
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
