// What the end of an address (#…) points at, or null: anybody can type one that cannot be decoded.
window.gongkai = window.gongkai || {};

(function (gongkai) {
  "use strict";

  gongkai.named = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  };

  gongkai.pointed = () => document.getElementById(gongkai.named(location.hash));
})(window.gongkai);
