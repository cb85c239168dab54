// Switches that a reader's browser remembers; each is a class of the page and is said aloud when it changes.
window.gongkai = window.gongkai || {};

(function (gongkai) {
  "use strict";

  function remember(name, on) {
    try {
      if (on) localStorage.setItem(`gongkai.${name}`, "1");
      else localStorage.removeItem(`gongkai.${name}`);
    } catch {
      // A reader who allows no storage still has the switch.
    }
  }

  // The button with the words for on and off; a script in the head has set the class as it was remembered.
  gongkai.switch = function (button, name) {
    const page = document.documentElement;
    const pressed = () => button.setAttribute("aria-pressed", String(page.classList.contains(name)));
    pressed();
    button.addEventListener("click", () => {
      const on = page.classList.toggle(name);
      remember(name, on);
      pressed();
      document.querySelector("[data-said]").textContent = on ? button.dataset.on : button.dataset.off;
      // What depends on the height of the header measures it again.
      window.dispatchEvent(new Event("resize"));
    });
  };
})(window.gongkai);
