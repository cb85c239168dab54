// Marks the words of a search (?h=…) on the page it led to, without touching the text of the page.
(function (gongkai) {
  "use strict";

  const words = new URLSearchParams(location.search).get("h");
  if (!words || !window.Highlight) return;

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

  const terms = gongkai.terms(words);
  const ranges = [];
  for (const block of document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, td)")) {
    const nodes = nodesOf(block);
    const readings = gongkai.readings(nodes.map((node) => node.data).join(""));
    for (const term of terms) {
      for (const [start, end] of gongkai.places(readings, term)) ranges.push(range(nodes, start, end));
    }
  }
  CSS.highlights.set("search", new Highlight(...ranges));
})(window.gongkai);
