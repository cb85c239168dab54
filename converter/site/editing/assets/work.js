/* The page of work to do: what is done there is done by the editing; this leads through the list. */
(() => {
  "use strict";
  const { ask, remember, say, start, told } = globalThis.gongkaiEditing;
  const { words } = told;
  const LATER = "gongkai.later";
  const NEXT = "gongkai.next";
  const items = () => [...document.querySelectorAll(".gk-item")];
  const laters = () => JSON.parse(sessionStorage.getItem(LATER) || "[]");

  function go(item) {
    if (!item) return;
    item.focus();
    item.scrollIntoView({ block: "center" });
  }

  /* The list is made anew when something was done; one goes on with what follows. */
  function again(item) {
    const all = items();
    const next = item && (all[all.indexOf(item) + 1] || all[all.indexOf(item) - 1]);
    sessionStorage.setItem(NEXT, next ? next.dataset.key : "");
    location.reload();
  }

  async function act(button) {
    button.disabled = true;
    say(words.saving);
    const item = button.closest(".gk-item");
    const about = JSON.parse(button.dataset.do);
    const typed = item.querySelector(".gk-why input");
    const why = (typed && typed.value.trim()) || words.seen;
    const answer = await ask("save", { ...about, said: { why } });
    if (answer.status === 200) {
      remember(answer);
      return again(item);
    }
    button.disabled = false;
    say(answer.status ? answer.message : words.look);
  }

  function later(item) {
    const all = items();
    const next = all[all.indexOf(item) + 1];
    sessionStorage.setItem(LATER, JSON.stringify([...laters(), item.dataset.key]));
    aside(item);
    go(next);
  }

  function aside(item) {
    const section = document.getElementById("later");
    section.hidden = false;
    section.querySelector("ol").append(item);
  }

  async function undo(button) {
    say(words.saving);
    const answer = await ask("undo", { id: button.dataset.undo });
    if (answer.status !== 200) return say(answer.message);
    remember(answer);
    again(null);
  }

  async function publish(button) {
    const told = document.querySelector(".gk-released");
    const { root } = globalThis.gongkaiEditing.told;
    button.disabled = true;
    told.textContent = words.releasing;
    const answer = await ask("publish", {});
    button.disabled = false;
    const list = document.createElement("ul");
    for (const { text, link } of answer.lines || [{ text: answer.message }]) {
      const entry = document.createElement("li");
      const place = document.createElement(link ? "a" : "span");
      place.textContent = text;
      if (link) place.href = link.startsWith("#") ? link : root + link;
      entry.append(place);
      list.append(entry);
    }
    const beside = document.createElement("p");
    beside.textContent = answer.beside || "";
    const verdict = document.createElement("p");
    verdict.textContent = answer.done ? words.released : words.unreleased;
    told.replaceChildren(verdict, list, ...(answer.beside ? [beside] : []));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const item = button.closest(".gk-item");
    if (button.dataset.do) act(button);
    else if (button.dataset.ask) start(JSON.parse(button.dataset.ask), button, () => again(item));
    else if ("later" in button.dataset) later(item);
    else if (button.dataset.undo) undo(button);
    else if ("publish" in button.dataset) publish(button);
  });

  /* Keys mean something only where one is in an item, so that they are in nobody's way. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, select")) {
      const own = event.target.closest(".gk-item");
      if (!own || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      /* Enter accepts with the reason that was typed, Escape leaves the field. */
      if (event.key === "Enter") own.querySelector("[data-key-of=a]").click();
      else own.focus();
      return;
    }
    const item = document.activeElement.closest(".gk-item");
    const all = items();
    const key = event.key.toLowerCase();
    const steps = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };
    if (key in steps && (item || key === "j")) {
      event.preventDefault();
      go(all[item ? all.indexOf(item) + steps[key] : 0]);
      return;
    }
    const button = item && item.querySelector(`[data-key-of="${CSS.escape(key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  /* A reason that was typed and not sent is there again after a reload. */
  for (const field of document.querySelectorAll(".gk-why input")) {
    const name = `gongkai.said.${field.closest(".gk-item").dataset.key}`;
    field.value = sessionStorage.getItem(name) || "";
    field.addEventListener("input", () => sessionStorage.setItem(name, field.value));
  }

  for (const choice of document.querySelectorAll("[data-choose]"))
    choice.addEventListener("change", () => {
      const report = document.querySelector("[data-choose=report]");
      const chosen = { report: report ? report.value : "" };
      if (choice.dataset.choose === "page") chosen.page = choice.value;
      location.search = new URLSearchParams({ lang: told.language, ...chosen }).toString();
    });

  for (const item of items()) if (laters().includes(item.dataset.key)) aside(item);
  const next = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  if (next !== null) go(items().find((item) => item.dataset.key === next) || items()[0]);
})();
