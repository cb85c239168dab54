// The contents beside the text mark the section being read: that of the place which the address points at as long as it is in
// sight, else the last one that begins in the upper third of the window.
(function (gongkai) {
  "use strict";

  const links = [...document.querySelectorAll('.md-nav--secondary .md-nav__link[href^="#"]')];
  const headings = [...new Set(links.map((link) => document.getElementById(gongkai.named(link.hash))))].filter(Boolean);
  if (!headings.length) return;

  function reading() {
    const asked = gongkai.pointed();
    const box = asked?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight) {
      const before = (one) => one === asked || one.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING;
      return headings.findLast(before);
    }
    const ends = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    return headings.findLast((one) => one.getBoundingClientRect().top < (ends ? innerHeight : innerHeight / 3));
  }

  // The mark stays in sight where the contents are longer than the window.
  function show(link) {
    const list = link.closest(".md-sidebar__scrollwrap");
    const own = link.getBoundingClientRect();
    const room = list.getBoundingClientRect();
    if (own.top < room.top || own.bottom > room.bottom) list.scrollTop += own.top - room.top - room.height / 2;
  }

  let marked;
  function mark() {
    const now = reading();
    if (now === marked) return;
    marked = now;
    for (const link of links) {
      const own = Boolean(now) && gongkai.named(link.hash) === now.id;
      link.classList.toggle("md-nav__link--active", own);
      if (own) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
      if (own && link.checkVisibility()) show(link);
    }
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }
  addEventListener("scroll", soon, { passive: true });
  for (const event of ["load", "resize", "hashchange"]) addEventListener(event, soon);
})(window.gongkai);
