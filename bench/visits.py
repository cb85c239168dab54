"""What a first visit to each kind of page of a built site transfers, and its four scores of Lighthouse on a phone.

    python -m bench.visits [site] [--lighthouse]

Lighthouse comes from npm (`npx --yes lighthouse`) and looks at the site as a server sends it: compressed, each kind of page
three times, of which the middle run of the speed counts.  The machine should do nothing else meanwhile.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.site.conftest import ARGUMENTS, found_browser

HEADERS = 300
RUNS = 3
ASKED = {
    "home": "index.html",
    "report": "zh/lanshan-2020/index.html",
    "chapter": "zh/lanshan-2020/c2.html",
    "figures": "zh/lanshan-2020/figures.html",
    "figures, English": "en/lanshan-2020/figures.html",
    "pictures": "zh/lanshan-2020/pictures.html",
    "search results": f"zh/search.html?q={quote('行政复议')}",
}
JUDGED = ("home", "chapter", "figures", "search results")


class Compressed(SimpleHTTPRequestHandler):
    """Answers as a server does that is set up well: compressed, kept by the browser."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = gzip.compress(file.read_bytes()) if file.is_file() else b""
        self.send_response(200 if content else 404)
        kind = self.guess_type(file)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if content:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=86400")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing is said of single answers."""


def weigh(site: Path, root: str, browser: Browser, path: str) -> tuple[int, int]:
    """The bytes and the number of files that a first visit transfers."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(root + path, wait_until="networkidle")
    context.close()
    files = [site / unquote(urlsplit(address).path).lstrip("/") for address in asked]
    sent = [len(gzip.compress(file.read_bytes())) + HEADERS for file in files if file.is_file()]
    return sum(sent), len(sent)


def judge(root: str, path: str) -> dict[str, float]:
    """The four scores, of 100; the speed is that of the middle run."""
    runs = sorted((_once(root + path) for _ in range(RUNS)), key=lambda scores: scores["performance"])
    return runs[RUNS // 2]


def _once(address: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        flags = ["--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--quiet", "--output=json"]
        subprocess.run(
            ["npx", "--yes", "lighthouse", address, *flags, f"--output-path={told}"],
            check=True,
            capture_output=True,
            env=os.environ | {"CHROME_PATH": str(found_browser())},
        )
        categories = json.loads(told.read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * category["score"]) for name, category in categories.items()}


def main() -> None:
    """Print a line for each kind of page."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    site = Path(given[0] if given else "site").resolve()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_browser(), args=ARGUMENTS)
        for kind, path in ASKED.items():
            if (site / urlsplit(path).path).is_file():
                size, count = weigh(site, root, browser, path)
                print(f"{kind:<18} {size / 1000:6.1f} KB in {count} files", flush=True)
        browser.close()
    for kind in JUDGED if "--lighthouse" in sys.argv else ():
        print(
            f"{kind:<18}",
            ", ".join(f"{name} {score}" for name, score in judge(root, ASKED[kind]).items()),
            flush=True,
        )


if __name__ == "__main__":
    main()
