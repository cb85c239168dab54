// The menu of a narrow screen, which only scripts open, shows the sections of the page below its name, as Material's does:
// they stand in the page once.
(function () {
  "use strict";

  const sections = document.querySelector(".md-sidebar--secondary .md-nav--secondary");
  const here = document.querySelector(".md-nav--primary .md-nav__link--active");
  if (!here || !sections?.querySelector("a")) return;

  const toggle = document.createElement("input");
  Object.assign(toggle, { className: "md-nav__toggle md-toggle", type: "checkbox", id: "__toc" });
  const open = document.createElement("label");
  Object.assign(open, { className: here.className, htmlFor: toggle.id });
  const title = document.createElement("span");
  title.append(...here.cloneNode(true).childNodes);
  const arrow = document.createElement("span");
  arrow.className = "md-nav__icon md-icon";
  open.append(title, arrow);
  here.before(toggle, open);
  here.after(sections.cloneNode(true));
})();
