// Completes the citations of a page with its address and today's date, and offers to copy them.
(function (gongkai) {
  "use strict";

  const PARAGRAPH = /^c\d+(-s\d+)*-p\d+$/;
  const SPECIAL = /[\\{}%&#$_~^]/g;
  const NAMED = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const COLON = document.documentElement.lang.startsWith("en") ? ": " : "：";
  // What a row of figures ends with: its link and its citation (rows.py).
  const cell = "table.figures tr[id] > td:last-child";
  const pad = (number) => String(number).padStart(2, "0");
  // Where the focus returns to when a citation is closed that a paragraph's link opened.
  const openers = new WeakMap();
  const dates = {
    "zh-Hans": (day) => `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`,
    en: (day) => day.toLocaleDateString("en-US", { day: "numeric", month: "long", year: "numeric" }),
  };

  // Where the files of the site begin.
  const root = new URL(`${JSON.parse(document.getElementById("__config").textContent).base}/`, location.href).href;

  // Where the site knows its address, a reader of a copy on disk still cites the public one.
  function address(link) {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const own = link.getAttribute("href").startsWith("#") || link.pathname === location.pathname;
    if (canonical) return own ? canonical + link.hash : new URL(link.getAttribute("href"), canonical).href;
    // Without the words that somebody searched for; of a copy on disk that knows no address, the place within the site.
    const here = new URL(link.href);
    here.search = "";
    return here.protocol === "file:" ? here.href.replace(root, "") : here.href;
  }

  function button(quoted, cited) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = gongkai.say("copy", { style: cited.dataset.style });
    made.addEventListener("click", async () => {
      const text = cited.tagName === "PRE" ? cited.textContent : `${cited.textContent.trim()}\n${quoted.textContent}`;
      made.textContent = gongkai.say((await gongkai.copy(text)) ? "copied" : "not_copied");
    });
    return made;
  }

  const page = document.querySelector("article > .cite, article > * > .cite");

  const tex = (text) => text.replace(SPECIAL, (mark) => NAMED[mark] || `\\${mark}`);

  // Of the sentences of one part only the first row's says which part that is.
  function tellPart(details) {
    const quoted = details.querySelector("q");
    const row = details.closest("tr");
    if (!row || quoted.querySelector(".part")) return;
    const part = document.querySelector(`tr[id^="${row.id.replace(/-v[^v]*$/, "")}-v"] q > .part`);
    if (!part) return;
    const made = part.cloneNode(true);
    made.lang = part.closest("[lang]").lang;
    quoted.prepend(made, COLON);
  }

  // The page's own citations in each style, made those of a row.
  function styles(details) {
    const row = details.closest("tr");
    const links = Array.from(row.querySelectorAll("a:not(tr > :last-child > a)"));
    const href = links.find((link) => gongkai.named(link.hash) === row.id).getAttribute("href");
    for (const own of page.querySelectorAll("p[data-style]")) {
      const made = own.cloneNode(true);
      made.querySelector("a").setAttribute("href", href);
      details.querySelector("div").append(made);
    }
  }

  // The entry for BibTeX stands once, with the page's own citation; another place's differs in what it names.
  function entry(details) {
    const link = details.querySelector("p a");
    const made = page.querySelector("pre").cloneNode(true);
    const key = made.querySelector(".key");
    key.textContent = key.dataset.report + link.hash.replace("#", "-");
    made.querySelector(".part").textContent = tex(details.querySelector("q").textContent);
    made.querySelector("a").setAttribute("href", link.getAttribute("href"));
    details.querySelector("div").append(made);
  }

  // The reader's own address and date into each citation, once it is opened.
  function complete(details) {
    if (details.dataset.complete) return;
    details.dataset.complete = "yes";
    tellPart(details);
    if (!details.querySelector("p") && page) styles(details);
    if (!details.querySelector("pre") && page) entry(details);
    for (const cited of details.querySelectorAll("p, pre")) {
      const link = cited.querySelector("a");
      link.textContent = address(link);
      cited.querySelector("time").textContent = dates[cited.lang || "zh-Hans"](new Date());
      cited.after(button(details.querySelector("q"), cited));
    }
  }

  // The event of opening comes after the page was painted: what a reader presses is completed at once.
  function completeWhenOpened(details) {
    for (const event of ["click", "toggle"]) details.addEventListener(event, () => complete(details));
  }

  // The headings that lead to a place, the nearest last.
  function headings(place) {
    const found = [];
    let level = 7;
    for (const heading of Array.from(document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")).reverse()) {
      const before = heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (before && Number(heading.tagName[1]) < level) {
        level = Number(heading.tagName[1]);
        found.unshift(heading.textContent.trim());
      }
    }
    return found.join(" / ");
  }

  // The words of a place as the report says them, without the link that a paragraph has to itself.
  function said(place) {
    const own = place.cloneNode(true);
    own.querySelectorAll(".pin, .headerlink").forEach((link) => link.remove());
    return own.textContent.trim();
  }

  // In quotation marks; those inside become single ones.
  function quoted(words) {
    return `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`;
  }

  // What the address of this page points at: a figure in the text, a paragraph, or nothing that is cited here.
  function target() {
    const place = gongkai.pointed();
    if (!place || place.matches("tr")) return null;
    if (place.matches("data[value]:not(.anchor)")) {
      const sentence = place.closest(".sentence") || place;
      return { place, label: `${gongkai.say("cite_figure")}${COLON}${place.textContent}`, words: said(sentence) };
    }
    if (!PARAGRAPH.test(place.id)) return null;
    return { place, label: gongkai.say("cite_paragraph"), words: said(place) };
  }

  // The page's own citation, made that of what the address points at, below its paragraph.
  function citeTarget() {
    document.querySelector(".cite.target")?.remove();
    const found = target();
    if (!page || !found) return null;
    const own = page.cloneNode(true);
    own.classList.add("target");
    own.open = false;
    own.querySelectorAll("button, pre").forEach((made) => made.remove());
    delete own.dataset.complete;
    const summary = own.querySelector("summary");
    summary.removeAttribute("aria-label");
    summary.textContent = found.label;
    const part = document.createElement("span");
    part.className = "part";
    part.textContent = headings(found.place);
    own.querySelector("q").replaceChildren(part, found.words && COLON + quoted(found.words));
    own.querySelectorAll("a").forEach((link) => link.setAttribute("href", `#${found.place.id}`));
    completeWhenOpened(own);
    let last = found.place.closest("p, li, td, dd");
    // The other language and what is said of it belong to the paragraph.
    while (last.nextElementSibling?.matches(".twin, .state")) last = last.nextElementSibling;
    last.after(own);
    return own;
  }

  // What was opened is in sight: as little as that takes is moved, and what is higher than the window begins at its top.
  function show(opened) {
    opened.scrollIntoView({ block: opened.offsetHeight > innerHeight * 0.7 ? "start" : "nearest" });
  }

  // A paragraph's link opens its citation; its address is in the address bar then, and the focus stays with the reader.
  function openPinned(event) {
    const pin = event.target.closest?.(".pin");
    if (!pin || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", pin.getAttribute("href"));
    const own = citeTarget();
    if (!own) return;
    complete(own);
    own.open = true;
    own.querySelector("summary").focus();
    show(own);
    openers.set(own, pin);
  }

  // A row that leads to another one, which quotes its sentence, gets a citation as that one has.
  for (const same of document.querySelectorAll(`${cell} > a + a:last-child`)) {
    const first = document.getElementById(gongkai.named(same.hash));
    same.replaceWith(first.querySelector(".cite").cloneNode(true));
  }
  // So does one whose doubt is told there.
  for (const doubt of document.querySelectorAll(`${cell} > a.doubt`)) {
    const first = document.getElementById(gongkai.named(doubt.hash));
    doubt.replaceWith(first.querySelector("details.doubt").cloneNode(true));
  }
  // What each row's link and citation are of, to those who do not see the row.
  for (const last of document.querySelectorAll(cell)) {
    const row = last.parentElement;
    const what = `${row.cells[0].textContent} ${row.querySelector(".surface")?.textContent || ""}`.trim();
    last.querySelector(":scope > a").setAttribute("aria-label", gongkai.say("permalink", { what }));
    last.querySelector(".cite > summary").setAttribute("aria-label", gongkai.say("cite_this", { what }));
  }
  document.querySelectorAll(".cite").forEach(completeWhenOpened);
  // One thing is told of a row at a time: they open in the same place.
  document.addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.matches(`${cell} > details`)) return;
    for (const other of document.querySelectorAll(`${cell} > details[open]`)) other.open = other === target;
    show(target.lastElementChild);
  }, true);
  document.addEventListener("click", openPinned);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest?.(".cite[open], .doubt[open]");
    if (!open) return;
    open.open = false;
    (openers.get(open) || open.querySelector("summary")).focus();
  });
  window.addEventListener("hashchange", citeTarget);
  window.addEventListener("load", citeTarget);
})(window.gongkai);
