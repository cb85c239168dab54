// Two languages: staying at the same place when switching, and the other language beside each paragraph.
(() => {
  "use strict";
  const KEY = "gongkai.parallel";
  const PART = /^c\d+(-[spv][\d.-]+)*$/;

  const remember = (on) => {
    try {
      on ? localStorage.setItem(KEY, "1") : localStorage.removeItem(KEY);
    } catch {
      // A reader who allows no storage still has the switch.
    }
  };
  const remembered = () => {
    try {
      return localStorage.getItem(KEY) === "1";
    } catch {
      return false;
    }
  };

  // The last part that begins above the middle of the window: what one is reading.
  const place = () => {
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect();
    if (asked && asked.bottom > 0 && asked.top < innerHeight) return location.hash;
    const parts = [...document.querySelectorAll("article [id]")].filter((part) => PART.test(part.id));
    const above = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 2);
    return above.length && scrollY > 0 ? `#${above.at(-1).id}` : "";
  };

  const link = document.querySelector("[data-language]");
  link?.addEventListener("click", () => {
    link.hash = place();
  });

  const button = document.querySelector("[data-parallel]");
  if (!button) return;
  const show = (on) => {
    document.documentElement.classList.toggle("parallel", on);
    button.setAttribute("aria-pressed", String(on));
  };
  button.parentElement.hidden = false;
  show(remembered());
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    show(on);
    remember(on);
    button.nextElementSibling.textContent = on ? button.dataset.on : button.dataset.off;
  });
})();
