/* Correcting on a page of the preview: it asks the server for a form about what was pointed at, and shows what was saved.
   The server makes every word and every form; nothing of this is in a published site. */
(() => {
  "use strict";
  const told = JSON.parse(document.getElementById("gongkai-editing").textContent);
  const { words } = told;
  const drafts = globalThis.gongkaiDrafts;
  const KEPT = "gongkai.editing";
  const WHY = "gongkai.why";
  const HINTED = "gongkai.hinted";
  const BLOCK = /^c\d+(-s\d+)*(-p\d+)?$/;
  const CAPTION = /^c\d+(-s\d+)*-t\d+$/;
  const BLOCKS = "article :is(h1, h2, h3, h4, h5, h6, p)[id]";
  const ASIDE = ".twin, .state, .editorial, .unread";

  function made(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const here = () => ({ report: told.report, page: told.page, edition: told.language, language: told.language });

  async function ask(name, more) {
    const answer = await sent(name, more);
    /* What is undone or published is named by nothing that another run must have too. */
    const again = answer.why === "token" && !["undo", "publish"].includes(name);
    return again && (await met()) ? sent(name, more) : answer;
  }

  /* The preview was started again: this very page, asked for anew, tells its own script the word that now holds. */
  async function met() {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      const now = new DOMParser().parseFromString(page, "text/html").getElementById("gongkai-editing");
      const { token, builds } = JSON.parse(now.textContent);
      if (token === told.token) return false;
      told.token = token;
      [built, wanted] = [builds, 0];
      return true;
    } catch {
      return false;
    }
  }

  async function sent(name, more) {
    try {
      const answer = await fetch(told.home + name, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Gongkai-Token": told.token },
        body: JSON.stringify({ what: "", ...here(), ...more }),
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
    open.sure = "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      save(form, event.submitter ? event.submitter.value : "save");
    });
    form.addEventListener("input", (event) => changed(form, event.target));
    needed(form);
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
    const draft = drafts.of(whole(open.about));
    if (draft) refill(form, draft);
    if (!dialog.open) dialog.showModal();
    sessionStorage.setItem(HINTED, "yes");
    const { focus } = open.about;
    const first = (focus && form.elements.namedItem(focus)) || form.querySelector("textarea, input:not([type=hidden]), select");
    (first || dialog.querySelector("h2")).focus();
    if ("checks" in form.dataset) check(form);
  }

  /* A reason is asked for in the words of the editing, not in those of the browser. */
  function needed(form) {
    const why = form.elements.namedItem("why");
    if (!why) return;
    why.addEventListener("invalid", () => why.setCustomValidity(why.value ? "" : words.needed));
    why.addEventListener("input", () => why.setCustomValidity(""));
  }

  /* What was typed here before and never saved stands there again; the server compares it with what it was typed over. */
  function refill(form, draft) {
    for (const [field, text] of Object.entries(draft.said)) {
      const there = form.elements.namedItem(field);
      if (there) there.value = text;
    }
    open.version = draft.version;
    const other = made("button", { type: "button" }, words.afresh);
    const { about, opener, done } = open;
    other.addEventListener("click", () => {
      drafts.drop(whole(about));
      start(about, opener, done);
    });
    form.querySelector("h2").after(made("p", { class: "gk-draft", role: "status" }, words.kept, " ", other));
  }

  const whole = (about) => ({ ...here(), ...about });
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
    const answer = await ask("save", { ...about, act, version: asked.version, said, sure: asked.sure });
    /* Somebody may have closed the form meanwhile, or opened another. */
    const stays = open === asked;
    if (answer.status === 200) {
      drafts.drop(whole(about));
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
    if (answer.why === "already") {
      drafts.drop(whole(about));
      remember({ said: answer.message }, about.id);
      close();
      return location.reload();
    }
    if (answer.html) {
      const { before } = open;
      drafts.drop(whole(about));
      show(answer);
      open.before = before;
      keep(dialog.querySelector("form"));
    }
    open.sure = answer.sure || "";
    dialog.querySelector(".gk-said").textContent = answer.status ? answer.message : words.perhaps;
    if (!answer.status) tellLater(asked);
  }

  /* The preview went away while it saved: once it is there again, what it has tells whether it had saved. */
  async function tellLater(asked) {
    const answer = await ask("form", asked.about);
    if (open !== asked) return;
    if (!answer.status) return setTimeout(() => tellLater(asked), 2000);
    const lost = answer.status === 200 && answer.version === asked.version;
    dialog.querySelector(".gk-said").textContent = lost ? words.unsaved : words.maybe;
  }

  function keep(form) {
    const about = whole(open.about);
    if (differs(form)) drafts.keep(about, typed(form), open.version);
    else drafts.drop(about);
  }

  function leave() {
    const form = dialog.querySelector("form");
    if (form && differs(form) && !confirm(words.lose)) return;
    if (form) drafts.drop(whole(open.about));
    for (const button of document.querySelectorAll(".gk-goes-on")) button.remove();
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

  /* Reload, back and close ask as well; what was typed is there again if one comes back. */
  addEventListener("beforeunload", (event) => {
    left = Date.now();
    const form = dialog.querySelector("form");
    if (open && form && differs(form)) event.preventDefault();
  });

  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });

  /* What the checks say while one types, once a moment has passed. */
  let waiting = 0;
  function changed(form, field) {
    clearTimeout(waiting);
    keep(form);
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

  /* What a button does and to what, as a screen reader says it: whole words, however long the text is. */
  function named(what, text) {
    const told = text.trim().replace(/\s+/gu, " ");
    return words.named.replace("{what}", what).replace("{text}", told.length > 30 ? `${told.slice(0, 30)}…` : told);
  }

  function addPencils() {
    for (const block of document.querySelectorAll(BLOCKS)) {
      if (!(BLOCK.test(block.id) || CAPTION.test(block.id)) || block.matches(ASIDE)) continue;
      const text = textOf(block);
      block.append(
        pencil(named(words.edit, text), (button) =>
          start({ what: "block", id: block.id, words: text }, button),
        ),
      );
    }
    for (const place of document.querySelectorAll("#about, #report"))
      place.append(pencil(words.facts, (button) => start({ what: "facts" }, button)));
    for (const row of document.querySelectorAll("article tr[id]")) {
      const figure = row.querySelector(".surface");
      if (figure)
        row.lastElementChild.append(
          pencil(named(words.edit, `${row.cells[0].textContent} ${figure.textContent}`), (button) =>
            start({ what: "figure", id: row.id }, button),
          ),
        );
    }
  }

  /* On the page of notes each is answered where it stands. */
  function addAnswers() {
    if (told.page !== "notes") return;
    for (const note of document.querySelectorAll("article h2[id]"))
      note.append(pencil(named(words.answer, textOf(note)), (button) => start({ what: "answer", id: note.id }, button)));
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
            pencil(named(words.row, row.cells[0].textContent), (button) =>
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
    const link = event.target.closest("data > a");
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
  function remember({ also, said = words.shown }, focus = "") {
    sessionStorage.setItem(KEPT, JSON.stringify({ message: [said, also].filter(Boolean).join(" · "), focus }));
  }

  /* Who has asked for another page goes there: loading this one anew would call it off.  A download leaves nothing. */
  const GOING = 5000;
  let left = 0;
  function renew() {
    if (built < wanted || dialog.open) return;
    const going = left + GOING - Date.now();
    if (going > 0) setTimeout(renew, going);
    else location.reload();
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
  /* Who has opened a form knows how; the words would only stand before the text. */
  if (told.report && !sessionStorage.getItem(HINTED)) bar.append(made("p", { class: "gk-hint" }, words.hint));
  bar.append(marked);
  for (const { about } of drafts.here().slice(0, 1)) {
    const button = made("button", { type: "button", class: "gk-goes-on" }, words.goes_on);
    button.addEventListener("click", () => start(about, button, told.work ? () => location.reload() : null));
    bar.append(button);
  }
  document.body.append(bar, dialog);
  if (told.report) {
    addPencils();
    addAnswers();
    addRows();
  }
  setTimeout(back, 100);
  if (told.work) globalThis.gongkaiEditing = { ask, remember, say, start, told };
  else follow();
})();
