// Two languages: staying at the same place when switching, and the other language beside each paragraph.
(function (gongkai) {
  "use strict";

  const PART = /^c\d+(-[spv][\d.-]+)*$/;

  // The last part that begins above the middle of the window: what one is reading.
  const place = () => {
    const asked = gongkai.pointed()?.getBoundingClientRect();
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
  if (button) gongkai.switch(button, "parallel");
})(window.gongkai);
