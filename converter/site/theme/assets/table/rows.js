// The rows of the table of figures: gathered from the tables of the chapters into one, found, put in order.
(function (gongkai) {
  "use strict";

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // What a cell says, without its chart.
  function said(cell) {
    const texts = Array.from(cell.childNodes, (node) => (node.nodeName === "svg" ? "" : node.textContent));
    return texts.join("").trim();
  }

  // A chapter's heading and what people wrote below it go with its rows.
  function headed(table) {
    const nodes = [];
    let node = table.previousElementSibling;
    while (node && node.tagName !== "TABLE" && node.tagName !== "H1" && nodes.at(0)?.tagName !== "H2") {
      nodes.unshift(node);
      node = node.previousElementSibling;
    }
    return nodes.at(0)?.tagName === "H2" ? nodes : [];
  }

  function group(table, columns) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const nodes = headed(table);
    const head = body.insertRow(0);
    head.className = "chapter";
    const cell = head.insertCell();
    cell.colSpan = columns;
    cell.append(...nodes);
    const usual = { ...table.dataset };
    return { body, rows, usual, id: nodes[0]?.id || "", title: nodes[0]?.textContent.trim() || "" };
  }

  // What a row says of itself only where it is not what most are, or most of its table: see rows.py.
  function read(row, chapter, known) {
    const cells = Array.from(row.cells).slice(0, -1);
    const texts = cells.map(said);
    const shown = row.querySelector(".value")?.textContent.replace(/,/g, "");
    const value = parseFloat(row.dataset.value || shown);
    const keys = cells.map((cell, at) => (cell.matches(".surface, .value") ? value : texts[at]));
    const [measure, status] = [row.dataset.measure || "level", row.dataset.status || chapter.usual.status || "result"];
    return { row, chapter, measure, status, texts, keys, places: gongkai.reader(texts.join("\n"), known) };
  }

  // The classes that a row of a table as the program writes it leaves out: see rows.py.
  function name(tables) {
    for (const row of tables.flatMap((table) => (table.matches(".known") ? Array.from(table.tBodies[0].rows) : []))) {
      if (!row.id) continue;
      row.cells[1].classList.add("surface");
      if (!row.cells[2].matches(".value")) row.cells[2].classList.add("value", "same");
    }
  }

  // One table of all: its groups (a chapter each) and its rows, in the order of the report; `known` are traditional
  // characters to ask with.
  gongkai.gather = function (tables, known) {
    name(tables);
    const [table, ...others] = tables;
    const titles = Array.from(table.tHead.rows[0].cells, said).slice(0, -1);
    const groups = tables.map((one) => group(one, titles.length + 1));
    table.append(...groups.map((one) => one.body));
    if (table.caption) table.caption.textContent = document.querySelector("h1").textContent.trim();
    others.forEach((other) => other.remove());
    const rows = groups.flatMap((one) => one.rows.map((row) => read(row, one, known)));
    return { table, titles, groups, rows, known };
  };

  const chosen = (row, wanted) =>
    (!wanted.chapter || row.chapter.id === wanted.chapter) &&
    (!wanted.measure || row.measure === wanted.measure) &&
    (!wanted.status || row.status === wanted.status);

  gongkai.meets = function (row, wanted, known) {
    const { terms } = gongkai.query(wanted.find || "", known);
    return chosen(row, wanted) && terms.every((term) => row.places(term).length);
  };

  // Whether the text holds the word but for so many letters wrong, missing or too many (Sellers).
  function holds(text, word, slips) {
    let before = Array.from({ length: word.length + 1 }, (_, at) => at);
    for (const letter of text) {
      const now = [0];
      for (let at = 1; at <= word.length; at++) {
        now.push(Math.min(before[at - 1] + (word[at - 1] !== letter), before[at] + 1, now[at - 1] + 1));
      }
      if (now[word.length] <= slips) return true;
      before = now;
    }
    return false;
  }

  // The same where a word was typed with a slip: one in three Chinese characters or four letters, two in eight.
  gongkai.nearly = function (row, wanted, known) {
    const words = gongkai.fold(wanted.find, known).text.split(/\s+/).filter(Boolean);
    const text = gongkai.fold(row.texts.join(" "), known).text;
    const slips = (word) => (/\d/.test(word) ? 0 : word.length >= 8 ? 2 : word.length >= (/[a-z]/.test(word) ? 4 : 3) ? 1 : 0);
    return chosen(row, wanted) && words.every((word) => holds(text, word, slips(word)));
  };

  // By column (from 1; a minus sign turns it round). What is empty comes last either way.
  gongkai.compare = function (order) {
    const at = Math.abs(order) - 1;
    const empty = (key) => key === "" || Number.isNaN(key);
    return (one, other) => {
      const [a, b] = [one.keys[at], other.keys[at]];
      if (empty(a) || empty(b)) return empty(a) - empty(b);
      return Math.sign(order) * (typeof a === "number" ? a - b : collator.compare(a, b));
    };
  };

  // RFC 4180; a text that a spreadsheet would take for a formula is marked as text.
  gongkai.csv = function (lines) {
    const field = (text) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
    return lines.map((line) => line.map(field).join(",")).join("\r\n");
  };
})(window.gongkai);
