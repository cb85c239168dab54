// Marks what a search found (?h=…, as it is printed on the page it led to), without touching the text of the page.
(function (gongkai) {
  "use strict";

  const BEFORE = Node.DOCUMENT_POSITION_PRECEDING;
  const words = new URLSearchParams(location.search).getAll("h").filter(Boolean);
  if (!words.length || !window.Highlight) return;

  // Line breaks of the mark-up are blanks of the text.
  const blank = (text) => text.replace(/\s/g, " ");

  function nodesOf(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  // Characters of the block's text count through all its nodes, as a hit may begin in one and end in the next.
  function range(nodes, start, end) {
    const made = new Range();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (before <= start && start < after) made.setStart(node, start - before);
      if (before < end && end <= after) made.setEnd(node, end - before);
      before = after;
    }
    return made;
  }

  const ranges = [];
  for (const block of document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, td)")) {
    const nodes = nodesOf(block);
    const text = blank(nodes.map((node) => node.data).join(""));
    for (const word of words) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        ranges.push(range(nodes, at, at + word.length));
      }
    }
  }
  CSS.highlights.set("search", new Highlight(...ranges));

  // A section may be long: what was found in it is brought into sight.
  const section = gongkai.pointed();
  const below = section && ranges.find((one) => section.compareDocumentPosition(one.startContainer) !== BEFORE);
  window.addEventListener("load", () => {
    const place = below && below.getBoundingClientRect();
    if (place && place.bottom > window.innerHeight) window.scrollBy(0, place.top - window.innerHeight / 2);
  });
})(window.gongkai);
