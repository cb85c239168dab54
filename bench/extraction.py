"""How well the article is found in a page: our HTML reader beside two extractors, on pages with a known text.

A score counts runs of four characters that two texts share (blanks and width left out): order matters within a
sentence, and no extractor is punished for how it breaks lines.  ``trafilatura`` and ``readability-lxml`` are measured
where they are installed; the program itself needs neither.
"""

import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bs4 import BeautifulSoup

from converter.sources.html import find_article
from converter.sources.html.decode import decode_page

PAGES = Path(__file__).parents[2] / "shared" / "eval" / "corpus" / "html_news_gold"
RUN = 4
Extractor = Callable[[bytes], str]


def runs(text: str) -> Counter[str]:
    """The runs of ``RUN`` characters in a text, with how often each stands there."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return Counter(plain[i : i + RUN] for i in range(max(len(plain) - RUN + 1, 0)))


def scores(found: str, gold: str) -> tuple[float, float, float]:
    """Recall, precision and F1 of a text against the known one."""
    ours, theirs = runs(found), runs(gold)
    shared = (ours & theirs).total()
    recall, precision = shared / max(theirs.total(), 1), shared / max(ours.total(), 1)
    return recall, precision, 2 * recall * precision / ((recall + precision) or 1)


def gongkai(data: bytes) -> str:
    lines, hints = find_article(decode_page(data, "page"), "page")
    # The known texts leave the title out; peers tell it apart as we do.
    return "\n".join(line.text for line in lines if not line.furniture and line.text != hints.get("title"))


def trafilatura(data: bytes) -> str:
    peer = import_module("trafilatura")
    return peer.extract(decode_page(data, "page"), include_comments=False) or ""


def trafilatura_precise(data: bytes) -> str:
    peer = import_module("trafilatura")
    return peer.extract(decode_page(data, "page"), include_comments=False, favor_precision=True) or ""


def readability(data: bytes) -> str:
    summary = import_module("readability").Document(decode_page(data, "page")).summary()
    return BeautifulSoup(summary, "lxml").get_text()


EXTRACTORS: dict[str, tuple[Extractor, str]] = {
    "gongkai": (gongkai, "bs4"),
    "trafilatura": (trafilatura, "trafilatura"),
    "trafilatura, precise": (trafilatura_precise, "trafilatura"),
    "readability-lxml": (readability, "readability"),
}


def measure(name: str, extract: Extractor, pages: list[tuple[str, bytes, str]], each: bool) -> None:
    """Print one extractor's row: the mean over the pages, and pages a second."""
    begin = time.perf_counter()
    found = [(page, scores(extract(data), gold)) for page, data, gold in pages]
    speed = len(pages) / (time.perf_counter() - begin)
    means = [statistics.mean(row[i] for _, row in found) for i in range(3)]
    print(f"{name:22}" + "".join(f"{mean:10.4f}" for mean in means) + f"{speed:10.1f}")
    for page, row in found if each else []:
        print(f"  {page:20}" + "".join(f"{score:10.4f}" for score in row))


def main() -> int:
    pages = [
        (file.stem, file.read_bytes(), file.with_suffix(".gold.txt").read_text(encoding="utf-8"))
        for file in sorted(PAGES.glob("*.html"))
    ]
    if not pages:
        print(f"no pages in {PAGES.parent.name}/{PAGES.name}")
        return 0
    print(f"{len(pages)} pages, runs of {RUN} characters, mean over the pages")
    print(f"{'':22}{'recall':>10}{'precision':>10}{'F1':>10}{'pages/s':>10}")
    for name, (extract, needs) in EXTRACTORS.items():
        if find_spec(needs):
            measure(name, extract, pages, "--each" in sys.argv)
        else:
            print(f"{name:22}  not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
