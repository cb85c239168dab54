// Large type and high contrast; and the search of the home page, which opens the one in the header.
(function (gongkai) {
  "use strict";

  const large = document.querySelector("[data-large]");
  if (large) gongkai.switch(large, "large");

  const ask = document.querySelector("[data-ask]");
  if (ask) {
    ask.addEventListener("click", () => {
      const toggle = document.getElementById("__search");
      if (!toggle.checked) toggle.click();
    });
  }
})(window.gongkai);
