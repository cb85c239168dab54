/* What is typed into a form and not saved: kept in this tab under what the form is about, until it is saved or given up. */
(() => {
  "use strict";
  const KEPT = "gongkai.drafts";
  const PARTS = ["report", "page", "edition", "what", "id", "words", "before"];
  const name = (about) => JSON.stringify(PARTS.map((part) => about[part] || ""));

  function all() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT)) || {};
    } catch {
      return {};
    }
  }

  function write(kept) {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      /* A browser that keeps nothing still saves. */
    }
  }

  globalThis.gongkaiDrafts = {
    of: (about) => all()[name(about)],
    keep: (about, said, version) => write({ ...all(), [name(about)]: { about, said, version, path: location.pathname } }),
    drop: (about) => write(Object.fromEntries(Object.entries(all()).filter(([key]) => key !== name(about)))),
    here: () => Object.values(all()).filter(({ path }) => path === location.pathname),
  };
})();
