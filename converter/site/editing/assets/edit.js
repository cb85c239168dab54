/* Correcting on a page of the preview: it asks the server for a form about what was pointed at, and shows what was saved.
   The server makes every word and every form; nothing of this is in a published site. */
(() => {
  "use strict";
  const told = JSON.parse(document.getElementById("gongkai-editing").textContent);
  const { words } = told;
  const KEPT = "gongkai.editing";
  const WHY = "gongkai.why";
  const BLOCK = /^c\d+(-s\d+)*(-p\d+)?$/;
  const BLOCKS = "article :is(h1, h2, h3, h4, h5, h6, p)[id]";
  const ASIDE = ".twin, .state, .editorial, .table, .unread";

  function made(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  async function ask(name, more) {
    const about = { report: told.report, page: told.page, edition: told.language, language: told.language };
    try {
      const answer = await fetch(told.home + name, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Gongkai-Token": told.token },
        body: JSON.stringify({ what: "", ...about, ...more }),
      });
      return { status: answer.status, ...(await answer.json()) };
    } catch {
      return { status: 0, message: words.failed };
    }
  }

  /* What is said aloud, and where one sees it. */
  const status = made("p", { class: "gk-status", role: "status" });
  const bar = made("aside", { class: "gk-bar", "aria-label": words.editing });

  function say(text) {
    status.textContent = text;
  }

  /* The dialog: one form at a time. */
  const dialog = made("dialog", { class: "gk-dialog", "aria-labelledby": "gk-named", lang: told.lang });
  let open = null;

  function show(answer) {
    dialog.innerHTML = answer.html;
    dialog.querySelector("h2").id = "gk-named";
    const form = dialog.querySelector("form");
    open.version = answer.version;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      save(form, event.submitter ? event.submitter.value : "save");
    });
    form.addEventListener("input", (event) => changed(form, event.target));
    for (const button of form.querySelectorAll("[data-use]"))
      button.addEventListener("click", () => {
        form.elements.text.value = button.dataset.use;
        changed(form, form.elements.text);
        form.elements.text.focus();
      });
    form.querySelector("[data-close]").addEventListener("click", leave);
    /* Several places of a report are often put right in the same way for one reason. */
    const why = form.elements.namedItem("why");
    if (why && !why.value) why.value = sessionStorage.getItem(reason(open.about)) || "";
    open.before = typed(form);
    if (!dialog.open) dialog.showModal();
    const { focus } = open.about;
    const first = (focus && form.elements.namedItem(focus)) || form.querySelector("textarea, input:not([type=hidden]), select");
    (first || dialog.querySelector("h2")).focus();
    if ("checks" in form.dataset) check(form);
  }

  const reason = ({ report = told.report, what }) => `${WHY}.${report}.${what}`;
  const typed = (form) => Object.fromEntries(new FormData(form));
  const differs = (form) => JSON.stringify(typed(form)) !== JSON.stringify(open.before);

  async function start(about, opener, done = null) {
    open = { about, opener, done };
    say(words.opening);
    const answer = await ask("form", about);
    say(answer.status === 200 ? "" : answer.message);
    if (answer.status === 200) show(answer);
  }

  async function save(form, act) {
    const error = form.querySelector(".gk-said");
    error.textContent = "";
    say(words.saving);
    const said = typed(form);
    const asked = open;
    const { about, done } = asked;
    const answer = await ask("save", { ...about, act, version: asked.version, said });
    /* Somebody may have closed the form meanwhile, or opened another. */
    const stays = open === asked;
    if (answer.status === 200) {
      if (said.why) sessionStorage.setItem(reason(about), said.why);
      wanted = answer.builds + 1;
      if (stays) close();
      say(words.updating);
      remember(answer, about.id);
      if (done) return done();
      return renew();
    }
    if (!stays) return say(answer.message);
    say("");
    if (answer.html) {
      const { before } = open;
      show(answer);
      open.before = before;
    }
    dialog.querySelector(".gk-said").textContent = answer.message;
  }

  function leave() {
    const form = dialog.querySelector("form");
    if (form && differs(form) && !confirm(words.lose)) return;
    close();
    renew();
  }

  function close() {
    /* What was to be checked in a moment has no form any more. */
    clearTimeout(waiting);
    dialog.close();
    dialog.replaceChildren();
    if (open && open.opener && open.opener.isConnected) open.opener.focus();
    open = null;
  }

  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });

  /* What the checks say while one types, once a moment has passed. */
  let waiting = 0;
  function changed(form, field) {
    clearTimeout(waiting);
    if ("checks" in form.dataset && field.name === "text") waiting = setTimeout(() => check(form), 400);
    if ("codes" in field.dataset) waiting = setTimeout(() => codes(form, field), 250);
  }

  async function check(form) {
    const answer = await ask("check", { ...open.about, said: typed(form) });
    const list = form.querySelector(".gk-verdicts");
    if (answer.verdicts) list.replaceChildren(...answer.verdicts.map((one) => made("li", {}, one)));
  }

  async function codes(form, field) {
    const answer = await ask("codes", { words: field.value });
    const options = (answer.codes || []).map(([code, name]) => made("option", { value: code }, name));
    form.querySelector("#gk-codes").replaceChildren(...options);
  }

  /* Pencils. */
  function textOf(block) {
    const copy = block.cloneNode(true);
    for (const one of copy.querySelectorAll(".pin, .gk-pencil, .twin, .state, details")) one.remove();
    return copy.textContent.trim();
  }

  function pencil(label, act) {
    const button = made("button", { type: "button", class: "gk-pencil", "aria-haspopup": "dialog", "aria-label": label, title: label });
    button.addEventListener("click", () => act(button));
    return button;
  }

  function addPencils() {
    for (const block of document.querySelectorAll(BLOCKS)) {
      if (!BLOCK.test(block.id) || block.matches(ASIDE)) continue;
      const text = textOf(block);
      block.append(
        pencil(`${words.edit}：${text.slice(0, 20)}`, (button) =>
          start({ what: "block", id: block.id, words: text }, button),
        ),
      );
    }
    const facts = document.getElementById("about") || document.getElementById("report");
    if (facts) facts.append(pencil(words.facts, (button) => start({ what: "facts" }, button)));
    for (const row of document.querySelectorAll("article tr[id]")) {
      const figure = row.querySelector(".surface");
      if (figure)
        row.lastElementChild.append(
          pencil(`${words.edit}：${row.cells[0].textContent} ${figure.textContent}`, (button) =>
            start({ what: "figure", id: row.id }, button),
          ),
        );
    }
  }

  /* A table of the report is one or more tables behind its caption; each row has a pencil in its first cell. */
  function addRows() {
    let caption = null;
    let piece = 0;
    for (const one of document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6, p.table, table)")) {
      if (one.matches("p.table[id]")) [caption, piece] = [one, 0];
      else if (one.tagName.startsWith("H")) caption = null;
      else if (one.tagName === "TABLE" && caption) {
        const at = `${caption.id}/${piece}`;
        for (const [number, row] of [...one.rows].entries()) {
          row.dataset.row = `${at}/${number}`;
          row.cells[0].append(
            pencil(`${words.row}：${row.cells[0].textContent.slice(0, 20)}`, (button) =>
              start({ what: "row", id: row.dataset.row }, button),
            ),
          );
        }
        piece += 1;
      }
    }
  }

  /* A click on a number asks about it; with a key held, or the other button, its link is followed as ever. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("data.figure > a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    start({ what: "figure", id: link.parentElement.id }, link);
  });

  /* Words that were marked. */
  const marked = made("div", { class: "gk-selection", role: "toolbar", "aria-label": words.selection, hidden: "" });
  let selection = null;

  function look() {
    const now = getSelection();
    const range = now.rangeCount && !now.isCollapsed ? now.getRangeAt(0) : null;
    const within = range && (range.commonAncestorContainer.closest ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement);
    const block = within && within.closest(`${BLOCKS}, tr[data-row] > td`);
    const id = block && idOf(block);
    if (!id || told.language !== "zh") {
      marked.hidden = true;
      return;
    }
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(range.startContainer, range.startOffset);
    selection = { id, words: range.toString().trim(), before: before.toString() };
    marked.lastElementChild.hidden = block.matches("td");
    marked.hidden = !selection.words;
  }

  function idOf(block) {
    if (block.matches("td")) return `${block.parentElement.dataset.row}/${block.cellIndex}`;
    return BLOCK.test(block.id) ? block.id : "";
  }

  for (const what of ["missed", "passage"]) {
    const button = made("button", { type: "button" }, words[what]);
    button.addEventListener("click", () => {
      marked.hidden = true;
      start({ what, ...selection }, null);
    });
    marked.append(button);
  }
  let looking = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(looking);
    looking = setTimeout(look, 200);
  });

  /* The site is made again: show it, but never while somebody types. */
  let built = told.builds;
  let wanted = told.builds + 1;
  function remember({ also }, focus = "") {
    sessionStorage.setItem(KEPT, JSON.stringify({ message: [words.shown, also].filter(Boolean).join(" · "), focus }));
  }

  function renew() {
    if (built >= wanted && !dialog.open) location.reload();
  }

  async function follow() {
    for (;;) {
      const answer = await ask("wait", { id: String(built) });
      if (answer.status === 403) return say(answer.message);
      if (answer.status !== 200) await new Promise((resolve) => setTimeout(resolve, 3000));
      else built = answer.builds;
      renew();
    }
  }

  function back() {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (!kept) return;
    const { message, focus } = JSON.parse(kept);
    say(message);
    const there = focus && document.getElementById(focus);
    const target = there && (there.querySelector(".gk-pencil") || there.querySelector("a"));
    if (target) target.focus();
  }

  if (!told.work) bar.append(made("a", { href: `${told.home}?lang=${told.language}` }, words.work));
  bar.append(status);
  if (told.report) bar.append(made("p", { class: "gk-hint" }, words.hint));
  bar.append(marked);
  document.body.append(bar, dialog);
  if (told.report) {
    addPencils();
    addRows();
  }
  setTimeout(back, 100);
  if (told.work) globalThis.gongkaiEditing = { ask, remember, say, start, told };
  else follow();
})();
