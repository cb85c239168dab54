"""Whatever a person or a document says, a page has only elements, attributes and scripts of the program's own.

One site holds a hostile text in every place at once.  The browser's own parser reads the pages, without running them.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta
from playwright.sync_api import Browser, Page

from converter.text.markup.allowed import allowed
from tests.site.hostile import ATTACKS, REPORT, Say, built, in_turn, page, project

# One example is a whole site; many are tried with GONGKAI_EXAMPLES=100.
EXAMPLES = int(os.environ.get("GONGKAI_EXAMPLES", "3"))
# Everything on a page as a browser understands it; a page of the parser's runs nothing and asks nothing.
READ = """(text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const all = Array.from(page.querySelectorAll("*")).flatMap((one) =>
    one.localName === "template" ? [one, ...one.content.querySelectorAll("*")] : [one]);
  const line = (text) => text === undefined || text === null ? null : text.replace(/[\\s]+/g, " ").trim();
  const content = (query) => line(page.querySelector(query)?.getAttribute("content"));
  const heading = page.querySelector("article h1");
  return {
    pairs: [...new Set(all.flatMap((one) =>
      [one.localName, ...Array.from(one.attributes, (own) => `${one.localName} ${own.name}`)]))],
    scripts: Array.from(page.scripts, (one) => [one.type, one.getAttribute("src"), one.type ? "" : one.text]),
    metas: all.filter((one) => one.localName === "meta").map((one) => one.getAttribute("http-equiv")).filter(Boolean),
    addresses: all.flatMap((one) => ["href", "src", "action", "xlink:href", "cite", "data", "poster", "srcset"]
      .map((name) => one.getAttribute(name)).filter(Boolean)),
    title: line(page.title), h1: line(heading?.textContent), topic: line(page.querySelector("[data-md-component=header-topic]")?.textContent),
    description: content("meta[name=description]"), graph: content("meta[property='og:title']"),
    comments: document.createNodeIterator(page, NodeFilter.SHOW_COMMENT).nextNode() ? 1 : 0,
  };
}"""
PIECES = [
    *["<script>attacked(1)</script>", "</title>", "</script>", "</textarea>", "<!--", "-->", "]]>", "<img src=x onerror=attacked(1)>"],
    *['"', "'", "`", "<", ">", "&", "&lt;", "&#60;", "&quot;", "\\", "/", "=", " ", "\t", "|", "#", "%", "*", "_", "~"],
    *["{", "}", "{:", "{ #", "{ .", " onclick=attacked(1)", ' style="x"', " id=__config", " href=javascript:attacked(1)"],
    *["[x](", "](", ")", "![", "[x]: ", "javascript:attacked(1)", "data:text/html,x", "//example.org/", "http://", "mailto:"],
    *["{{ ", " }}", "{% ", " %}", "{#", "#}", "\u202e", "\u2028", "\u200b", "\x01", "\ufeff", "é", "𝄞", "正文", "；", "。"],
    *["<b>", "</b>", "<b x", "<div ", "<td>", "<svg>", "<math>", "<base href=x>", "<meta http-equiv=refresh content=0>"],
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(ATTACKS),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
).map(lambda text: text.replace("\r", " ").replace("\n", " "))
BLOCKS = st.lists(TEXTS, min_size=1, max_size=6).map("\n".join)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    own = browser.new_context().new_page()
    yield own
    own.context.close()


def read(reader: Page, file: Path) -> dict[str, Any]:
    found: dict[str, Any] = reader.evaluate(READ, file.read_text(encoding="utf-8"))
    return found


# A figure that an edited text no longer states keeps an empty place; the harmless site has none.
EMPTY_PLACE = ("data class",)


class Own(frozenset[str]):
    def __repr__(self) -> str:
        return "own"  # Hypothesis prints it.


@pytest.fixture(scope="module")
def own(reader: Page, site: Path) -> Own:
    """Every element and attribute of a site whose texts are harmless, with what people may write."""
    pairs = (read(reader, file)["pairs"] for file in site.rglob("*.html"))
    return Own(chain(what_people_may_write(), EMPTY_PLACE, *pairs))


def what_people_may_write() -> Iterator[str]:
    """Each element and attribute that the program lets through in Markdown and HTML of a person's."""
    lists = allowed()
    for element in lists.inline | lists.block:
        yield element
        known = lists.attributes["*"] | lists.attributes.get(element, frozenset())
        yield from (f"{element} {attribute}" for attribute in known)


def hostile_project(folder: Path, say: Say, block: str, name: str) -> Path:
    """The project with a page and a paragraph of a person's in both languages, one of them in a file of that name."""
    project(folder, say)
    for language in ("zh", "en"):
        own = folder / "docs" / language / REPORT
        (own / "written.md").write_text(page(say, block), encoding="utf-8")
        (own / f"{name}.md").write_text(block, encoding="utf-8")
        with (own / "c1.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{say()}\n\n{block}\n")
    return folder


def check_pages(site: Path, reader: Page, own: Own, docs: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        found = read(reader, file)
        name = str(file.relative_to(site))
        assert set(found["pairs"]) <= own, (name, sorted(set(found["pairs"]) - own))
        assert found["metas"] in (["Content-Security-Policy"], []), name
        assert [one for one in found["addresses"] if leads_away(one)] == [], name
        assert not any("attacked" in code for kind, _, code in found["scripts"]), name
        assert all(src is None or "assets/" in src for _, src, _ in found["scripts"]), name
        source = docs / file.relative_to(site).with_suffix(".md")
        if source.is_file():
            check_texts(found, source, name)


def check_texts(found: dict[str, Any], source: Path, name: str) -> None:
    _, fields = meta.get_data(source.read_text(encoding="utf-8"))
    title = " ".join(str(fields.get("title", "")).split()) or found["h1"]
    if "title" in fields or (name.startswith("zh") and source.stem in ("index", "c1", "c2", "c3")):
        assert squeezed(found["title"]).startswith(squeezed(title)), name
        assert squeezed(found["topic"]) == squeezed(title), name
    if "description" in fields:
        assert squeezed(found["description"]) == squeezed(fields["description"]), name


def squeezed(text: object) -> str:
    # What no XML can hold is left out of tags; blanks are a browser's own matter.
    return "".join(mark for mark in str(text) if mark.isprintable() and not mark.isspace())


def leads_away(address: str) -> bool:
    begin = "".join(mark for mark in address if mark > " ").lower()
    return begin.startswith(("javascript:", "vbscript:", "data:text", "data:image/svg", "file:", "blob:"))


@given(texts=st.lists(TEXTS, min_size=12, max_size=40), block=BLOCKS, name=TEXTS)
# A smaller example that fails would take minutes to find: each is a whole site.
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_pages_hold_no_mark_up_but_the_programs_own(
    texts: list[str], block: str, name: str, reader: Page, own: Own
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        hostile_project(folder, in_turn(texts), block, file_name(name))
        check_pages(built(folder), reader, own, folder / "docs")
    finally:
        shutil.rmtree(folder)


def file_name(text: str) -> str:
    """The text as far as a file can be called so."""
    name = "".join(mark for mark in text if mark not in "/\0" and mark.isprintable())
    return f"n{name.encode()[:100].decode(errors='ignore')}"
