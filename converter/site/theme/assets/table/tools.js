// The tools above the table of figures: filters, order, copying.  The address always says what is shown.
(function (gongkai) {
  "use strict";

  const form = document.querySelector("form.tools");
  const tables = Array.from(document.querySelectorAll("table.figures"));
  if (!form || !tables.length) return;

  const output = form.querySelector("output");
  const fields = form.elements;
  const all = gongkai.gather(tables, gongkai.paired(form.dataset.variants || ""));
  all.table.before(form);
  const sorted = all.table.createTBody();
  const buttons = [];

  const wanted = () => Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value));
  const shown = () => Array.from(all.table.tBodies).flatMap((body) =>
    body.hidden ? [] : Array.from(body.rows, (row) => all.rows.find((one) => one.row === row && !row.hidden)).filter(Boolean));

  // Where its rows are shown as cards, a table is one for some browsers only if it says so.
  function sayRoles(table) {
    const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
      part.setAttribute("role", roles[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader"));
    }
  }

  function option(select, value, label, hidden = false) {
    const made = new Option(label, value);
    made.hidden = hidden;
    select.append(made);
  }

  // Only what occurs can be asked for; a choice of one is none.
  function offer() {
    for (const one of all.groups) if (one.id) option(fields.chapter, one.id, one.title);
    for (const name of ["measure", "status"]) {
      const known = new Set(all.rows.map((one) => one[name]));
      for (const choice of Array.from(fields[name].options)) {
        if (choice.value && !known.has(choice.value)) choice.remove();
      }
      fields[name].parentElement.hidden = known.size < 2;
    }
    // Every column can be asked for by its title; the list offers the name and the value, as a list of all is none.
    const offered = Array.from(all.table.tHead.rows[0].cells, (cell, at) => at === 0 || cell.matches(".value"));
    all.titles.forEach((column, at) => {
      option(fields.order, at + 1, gongkai.say("rising", { column }), !offered[at]);
      option(fields.order, -at - 1, gongkai.say("falling", { column }), !offered[at]);
    });
  }

  // A click on a column's title: rising, falling, as in the report.
  function head(cell, column) {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...cell.childNodes);
    cell.append(made);
    made.addEventListener("click", () => {
      const now = Number(fields.order.value);
      fields.order.value = now === column ? -column : now === -column ? "" : column;
      change();
    });
    buttons.push(cell);
  }

  function arrange(order) {
    const rows = order ? all.rows.slice().sort(gongkai.compare(order)) : all.rows;
    for (const one of rows) (order ? sorted : one.chapter.body).append(one.row);
    for (const one of all.groups) {
      one.body.hidden = order !== 0 || one.rows.every((row) => row.hidden);
    }
    buttons.forEach((cell, at) => {
      const way = Math.abs(order) === at + 1 ? (order > 0 ? "ascending" : "descending") : "none";
      cell.setAttribute("aria-sort", way);
    });
  }

  function show() {
    const asked = wanted();
    const leave = (meets) => {
      for (const one of all.rows) one.row.hidden = !meets(one);
      return all.rows.filter((one) => !one.row.hidden).length;
    };
    let count = leave((one) => gongkai.meets(one, asked, all.known));
    const slipped = !count && Boolean(asked.find);
    if (slipped) count = leave((one) => gongkai.nearly(one, asked, all.known));
    arrange(Number(asked.order || 0));
    all.table.hidden = !count;
    const told = gongkai.say(slipped ? "near" : "shown", { asked: asked.find, shown: count, all: all.rows.length });
    output.textContent = count ? told : gongkai.say("none");
  }

  function write() {
    const address = new URL(location.href);
    for (const { name } of fields) if (name) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(wanted())) address.searchParams.set(name, value);
    if (document.querySelector(":target")?.closest("[hidden]")) address.hash = "";
    history.replaceState(null, "", address);
  }

  function read() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = fields.namedItem(name);
      const known = field?.tagName !== "SELECT" || Array.from(field.options).some((one) => one.value === value);
      if (field && known) field.value = value;
    }
  }

  function change() {
    show();
    write();
  }

  // What the address points at is shown, whatever the filters say.
  function reveal() {
    const target = gongkai.pointed();
    if (!target || !all.table.contains(target)) return;
    if (target.closest("[hidden]")) {
      form.reset();
      show();
    }
    target.scrollIntoView();
  }

  async function copy() {
    const rows = shown();
    const link = (one) => one.row.querySelector(".surface a, td a").href;
    const lines = [[...all.titles, gongkai.say("address")], ...rows.map((one) => [...one.texts, link(one)])];
    const done = await gongkai.copy(gongkai.csv(lines));
    output.textContent = done ? gongkai.say("copied_csv", { count: rows.length }) : gongkai.say("not_copied");
  }

  sayRoles(all.table);
  offer();
  Array.from(all.table.tHead.rows[0].cells).slice(0, -1).forEach((cell, at) => head(cell, at + 1));
  form.hidden = false;
  read();
  show();
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields are empty.
  form.addEventListener("reset", () => setTimeout(change));
  fields.copy.addEventListener("click", copy);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("load", reveal);
})(window.gongkai);
