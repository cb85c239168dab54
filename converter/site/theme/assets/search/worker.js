// Stands in for Material's search worker: browsers refuse workers to pages opened from a folder.
// Material speaks to it by messages; index and engine are loaded when the search box is first used.
(function (gongkai) {
  "use strict";

  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const config = JSON.parse(document.getElementById("__config").textContent);
  const box = document.querySelector("[data-md-component=search-query]");
  const Native = window.Worker;
  const worker = new EventTarget();
  let engine = null;

  const send = (type, data) => worker.dispatchEvent(new MessageEvent("message", { data: { type, data } }));

  worker.postMessage = function ({ type, data }) {
    // A real worker never answers before its caller is done, and Material counts on that.
    if (type === QUERY) queueMicrotask(() => send(RESULT, gongkai.results(engine(data))));
  };

  window.Worker = function (address, options) {
    return String(address) === config.search ? worker : new Native(address, options);
  };

  // What the index calls when it arrives.
  gongkai.receive = function (index) {
    engine = gongkai.engine(index);
  };

  function load(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, new URL(config.base, location.href.replace(/[?#].*$/, ""))).href;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function start() {
    try {
      await Promise.all(["assets/search/engine.js", "assets/search/results.js"].map(load));
      await load("search/index.js");
      send(READY);
    } catch {
      document.querySelector(".md-search-result__meta").textContent = "检索数据未能载入，请刷新页面后再试。";
    }
  }

  box.addEventListener("focus", start, { once: true });
  // Material listens to keys only; pasted, dictated and composed text comes without them.
  box.addEventListener("input", () => box.dispatchEvent(new Event("keyup")));
  box.addEventListener("compositionend", () => box.dispatchEvent(new Event("keyup")));
})(window.gongkai);
