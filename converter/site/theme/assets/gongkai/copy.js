// What scripts say, in the page's language, and how anything is copied.
window.gongkai = window.gongkai || {};

(function (gongkai) {
  "use strict";

  gongkai.say = (key, blanks = {}) => gongkai.told.words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

  // A portal without https has no clipboard of its own: there a selection is copied as by hand.
  function selected(text) {
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  // Whether the text is on the clipboard now.
  gongkai.copy = async function (text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return selected(text);
    }
  };
})(window.gongkai);
