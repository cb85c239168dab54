"""The search at 200, 2,000 and 10,000 pages: time and memory to build its index, and what a reader waits for and downloads.

    python -m bench.search [pages ...]

Each query is asked cold, in a browser that has nothing of the site yet: those of ``QUERIES``, and ``DRAWN`` of two
characters and of two words drawn from the pages.  Downloads are counted as gzip sends them, from the opening of the
box to the first result, and to a full first screen.  Pieces of text are asked of the search itself.
"""

import functools
import gzip
import json
import multiprocessing
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.conversion import ROOT
from bench.many_pages import write_pages
from bench.queries import QUERIES, drawn, pieces
from converter.site.rendering.search_index import known_term
from converter.site.search import write_index
from converter.site.search.fold import Fold
from converter.site.search.pages import BuiltPage, addresses_in, pages_of
from converter.site.search.variants import variants
from converter.translation.terms import terms
from tests.site.conftest import ARGUMENTS

COUNTS = (200, 2_000, 10_000)
LIMIT = 60_000  # bytes before the first result
SCREEN = 8  # pages shown at first
PAGE = "zh/lanshan-2020/c1.html"
# From the last key to the first result, as the reader's own browser sees it.
FIRST = """
(query) => new Promise((done) => {
  const list = document.querySelector(".md-search-result__list");
  const box = document.querySelector(".md-search__input");
  const watch = new MutationObserver(() => {
    if (list.children.length || list.getAttribute("aria-busy") === "false") {
      const drawn = performance.now();
      watch.disconnect();
      requestAnimationFrame(() => done([performance.now() - start, drawn]));
    }
  });
  watch.observe(list, { childList: true, attributes: true });
  box.value = query;
  const start = performance.now();
  box.dispatchEvent(new InputEvent("input"));
})
"""
LOADED = "performance.getEntriesByType('resource').map((one) => [one.name, one.responseEnd])"
# For each piece: whether its page was found, and the pages found before it or with it.
ASKED = """
async (pieces) => {
  const store = await gongkai.store(gongkai.place.root);
  const answers = [];
  for (const [address, query] of pieces) {
    const shown = [];
    let found = false;
    for await (const { pages, wave } of gongkai.session(store, query, "zh")) {
      // No pages: what a term means.  What a term of the other language found does not hold the piece itself.
      if (!pages || wave.query.said) continue;
      shown.push(...pages.map((page) => page.address));
      found = found || shown.includes(address);
      if (found && shown.length >= 8) break;
    }
    answers.push([found, shown]);
  }
  return answers;
}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def build_index(site: Path) -> tuple[float, float, float]:
    """Seconds, seconds of a processor and peak megabytes of one index, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (site,))


def _measured(site: Path) -> tuple[float, float, float]:
    start, busy = time.perf_counter(), time.process_time()
    write_index(site, [known_term(term) for term in terms()])
    used = time.perf_counter() - start, time.process_time() - busy
    return *used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def sent(site: Path, address: str, root: str) -> int:
    """Bytes of a file as gzip sends them."""
    return len(gzip.compress((site / address.removeprefix(root).partition("?")[0]).read_bytes()))


def ask_cold(browser: Browser, site: Path, root: str, query: str) -> tuple[float, int, int]:
    """Milliseconds from the last key to the first result; bytes until then; bytes of the first screen."""
    page = browser.new_page()
    page.goto(root + PAGE, wait_until="networkidle")
    before = len(page.evaluate(LOADED))
    page.focus(".md-search__input")
    page.wait_for_load_state("networkidle")
    wait, until = page.evaluate(FIRST, query)
    page.wait_for_selector(".md-search-result__list[aria-busy=false]", state="attached")
    loaded = page.evaluate(LOADED)[before:]
    page.close()
    first = sum(sent(site, name, root) for name, end in loaded if end <= until)
    return wait, first, sum(sent(site, name, root) for name, _ in loaded)


def told(asked: dict[str, tuple[float, int, int]]) -> str:
    """Medians, the slowest and the largest of what was asked, in a line."""
    waits, first, screen = zip(*asked.values(), strict=True)
    return (
        f"first result {statistics.median(waits):4.0f} ms (slowest {max(waits):4.0f}), "
        f"{statistics.median(first) / 1e3:4.1f} KB (most {max(first) / 1e3:4.1f}, {sum(size > LIMIT for size in first)} of {len(first)} above {LIMIT // 1000}), "
        f"first screen {statistics.median(screen) / 1e3:4.1f} KB (most {max(screen) / 1e3:4.1f})"
    )


def recall_and_precision(browser: Browser, root: str, pages: list[BuiltPage]) -> tuple[float, float]:
    """Of random pieces: how many found their page; of the pages shown, how many hold all words of the piece."""
    asked, fold = pieces(pages), Fold(variants())
    texts = {
        page.address: fold(json.dumps([page.title, page.report, page.entries], ensure_ascii=False))
        for page in pages
    }
    page = browser.new_page()
    page.goto(root + PAGE)
    page.focus(".md-search__input")
    page.wait_for_load_state("networkidle")
    answers = page.evaluate(ASKED, asked)
    page.close()
    right = [
        all(
            fold(word) in texts[address] or fold(word.replace(",", "")) in texts[address]
            for word in query.split()
        )
        for (_, query), (_, shown) in zip(asked, answers, strict=True)
        for address in shown[:SCREEN]
    ]
    return statistics.mean(found for found, _ in answers), statistics.mean(right)


def measure(browser: Browser, site: Path, name: str) -> None:
    seconds, busy, megabytes = build_index(site)
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        pages = list(pages_of(site, addresses_in(site)))
        asked = {query: ask_cold(browser, site, root, query) for query in QUERIES}
        random_ones = {query: ask_cold(browser, site, root, query) for query in drawn(pages)}
        recall, precision = recall_and_precision(browser, root, pages)
        server.shutdown()
    size = sum(path.stat().st_size for path in (site / "search").rglob("*.js"))
    files = sum(1 for _ in (site / "search").rglob("*.js"))
    print(
        f"{name:>8} pages: index in {seconds:5.1f} s ({busy:.1f} s of one core), {megabytes:4.0f} MB; {size / 1e6:5.1f} MB in {files} files; "
        f"{told(asked)}; recall {recall:.3f}, precision {precision:.3f}\n"
        f"         of two characters or words, drawn at random: {told(random_ones)}"
    )
    for query, (wait, early, all_of_it) in asked.items():
        print(f"         {wait:5.0f} ms {early / 1e3:6.1f} KB {all_of_it / 1e3:6.1f} KB  {query}")


def main() -> None:
    counts = [int(count) for count in sys.argv[1:]] or list(COUNTS)
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROME", "/usr/bin/chromium"), args=ARGUMENTS
        )
        site = Path(folder, "site")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        measure(browser, site, "seed")
        for count in counts:
            write_pages(site, count)
            measure(browser, site, f"{count:,}")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
