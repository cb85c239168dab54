// Completes the citations of a page with its address and today's date, and offers to copy them.
(function (gongkai) {
  "use strict";

  const LINKED = ".figure:target";
  const dates = {
    "zh-Hans": (day) => `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`,
    en: (day) => day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  };
  const pad = (number) => String(number).padStart(2, "0");

  function button(quoted, cited) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = gongkai.say("copy");
    made.addEventListener("click", async () => {
      const done = await gongkai.copy(`${cited.textContent.trim()}\n${quoted.textContent}`);
      made.textContent = gongkai.say(done ? "copied" : "not_copied");
    });
    return made;
  }

  // The reader's own address and date into each citation, once it is opened.
  function complete(details) {
    if (details.dataset.complete) return;
    details.dataset.complete = "yes";
    for (const cited of details.querySelectorAll("p")) {
      const link = cited.querySelector("a");
      const time = cited.querySelector("time");
      link.textContent = link.href;
      time.textContent = dates[cited.lang](new Date());
      cited.after(button(details.querySelector("q"), cited));
    }
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

  // The page's own citation, made that of the figure the address points at, below its paragraph.
  function citeTarget() {
    document.querySelector(".cite.target")?.remove();
    const page = document.querySelector("article > .cite");
    const figure = document.querySelector(LINKED);
    if (!page || !figure) return;
    const own = page.cloneNode(true);
    const sentence = figure.closest(".sentence") || figure;
    own.classList.add("target");
    own.open = false;
    own.querySelectorAll("button").forEach((made) => made.remove());
    delete own.dataset.complete;
    const summary = own.querySelector("summary");
    summary.removeAttribute("aria-label");
    summary.textContent = `${gongkai.say("cite_figure")}：${figure.textContent}`;
    own.querySelector("q").textContent = `${headings(figure)}：${sentence.textContent.trim()}`;
    own.querySelectorAll("a").forEach((link) => link.setAttribute("href", `#${figure.id}`));
    own.addEventListener("toggle", () => complete(own));
    figure.closest("p, li, td, dd").after(own);
  }

  for (const details of document.querySelectorAll(".cite")) {
    details.addEventListener("toggle", () => complete(details));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest?.(".cite[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  window.addEventListener("hashchange", citeTarget);
  window.addEventListener("load", citeTarget);
})(window.gongkai);
