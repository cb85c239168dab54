"""A report is untrusted input: whatever it says reaches the site as visible text or not at all.

Every line of ``tests/cases/attacks.txt`` stands in a title, headings, paragraphs, tables and the words around figures of
one report, in its sidecar and in its translation, which go the whole way: conversion, a strict build, every page in a
real browser, the search.  Then each stands in the title, the description and the text of a page that a person wrote.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from markdown import markdown
from playwright.sync_api import Browser, Page

from tests.site.conftest import build, serving, visit_with
from tests.site.hostile import ATTACKS, REPORT, built, in_turn, project, quoted

# GONGKAI_EVERY=1 opens each page both over http and from a folder.
EVERY = bool(os.environ.get("GONGKAI_EVERY"))
# Elements no page of ours needs; none may come from a report.
FORBIDDEN = ["iframe", "object", "embed", "base", "marquee", "video", "audio", "math", "template", "isindex"]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of one hostile report, its facts and its translation hostile too."""
    say = in_turn(["<script>attacked(0)</script>", *ATTACKS])
    made = project(tmp_path_factory.mktemp("attacked"), say, len(ATTACKS))
    for language in ("zh", "en"):
        # Some attacks are links to "x.txt", which a strict build looks for.
        (made / "docs" / language / REPORT / "x.txt").write_text("")
    return made


@pytest.fixture(scope="module")
def attacked_site(attacked: Path) -> Path:
    """Its site, which a build finds nothing wrong with: all is text."""
    site = attacked / "built"
    done = build(attacked, site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def edited_site(attacked: Path, attacked_site: Path) -> Path:
    """The same site with an attack in each of many pages that people wrote."""
    assert attacked_site.is_dir()
    for at, attack in enumerate(ATTACKS):
        front = f"---\ntitle: {quoted(attack)}\ndescription: {quoted(attack)}\n---\n"
        # A menu holds the pages of one folder, so they lie in many.
        page = attacked / "docs" / ("zh", "en")[at % 2] / f"written-{at // 16}" / f"w{at}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"{front}\n# {attack}\n\n{attack}\n\n字{attack}字\n\n- {attack}\n", encoding="utf-8")
    return built(attacked)


@pytest.fixture(scope="module")
def pages(attacked_site: Path) -> list[Path]:
    return sorted(attacked_site.rglob("*.html"))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that tells when a script of the report runs or asks something."""
    visit = visit_with(browser, viewport={"width": 1280, "height": 900})
    visit.page.add_init_script("window.hits = []; window.attacked = n => { window.hits.push(n); }")
    visit.page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    yield visit.page
    visit.page.context.close()


# Events go to everything that came with the text; links are looked at, as following them would lead away.
POKE = """() => {
  for (const one of document.querySelectorAll("article *, .md-nav *"))
    for (const kind of ["mouseover", "focus", "toggle", "error", "load", "animationstart"]) one.dispatchEvent(new Event(kind));
  const bad = /^[^a-z]*(javascript|vbscript|data|blob|filesystem|view-source|attacked):/i;
  for (const one of document.querySelectorAll("article [href], article [src], .md-footer [href]"))
    for (const own of [one.getAttribute("href"), one.getAttribute("src")]) if (own && bad.test(own)) window.hits.push(own);
}"""


def test_there_are_enough_attacks() -> None:
    assert len(set(ATTACKS)) >= 150


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_script_of_a_report_runs(way: str, attacked_site: Path, pages: list[Path], watched: Page) -> None:
    with serving(attacked_site) as address:
        for page in pages:
            inside = str(page.relative_to(attacked_site))
            check_nothing_runs(watched, page.as_uri() if way == "file" else address + inside)


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_script_of_a_persons_page_runs(way: str, edited_site: Path, watched: Page) -> None:
    pages = {int(page.stem[1:]): page for page in edited_site.rglob("w[0-9]*.html")}
    assert pages.keys() == set(range(len(ATTACKS)))
    with serving(edited_site) as address:
        # A page takes a fifth of a second: half of them each way, unless all are asked for.
        for at in sorted(pages) if EVERY else range(way == "file", len(pages), 2):
            page = pages[at]
            inside = str(page.relative_to(edited_site))
            check_nothing_runs(watched, page.as_uri() if way == "file" else address + inside)


def check_nothing_runs(watched: Page, address: str) -> None:
    """Neither at once, nor when whatever can be pointed at or clicked is; and the reader stays."""
    watched.goto(address)
    watched.evaluate(POKE)
    watched.wait_for_timeout(20)
    assert watched.evaluate("window.hits") == [], address
    assert watched.url == address
    assert watched.evaluate("document.title"), address


def test_the_search_runs_none_either(pages: list[Path], watched: Page) -> None:
    watched.goto(next(page for page in pages if page.name == "c1.html").as_uri())
    watched.keyboard.press("/")
    for query in ("attacked", "<script>", "onerror", "{{", "javascript:"):
        watched.fill(".md-search__input", query)
        watched.wait_for_timeout(400)
        assert watched.evaluate("window.hits") == [], query


def test_no_mark_up_of_a_report_becomes_an_element(pages: list[Path]) -> None:
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert soup.find_all(FORBIDDEN) == [], page.name
        handlers = [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        assert handlers == [], page.name
        targets = [
            str(tag.get("href") or tag.get("src") or "")
            for tag in soup.find_all(["a", "img", "link", "script"])
        ]
        assert [
            t for t in targets if t.lower().strip().startswith(("javascript", "data:text", "vbscript"))
        ] == []


def test_what_an_attack_says_is_shown(pages: list[Path]) -> None:
    chapters = [page for page in pages if page.match(f"zh/{REPORT}/c*.html")]
    texts = (BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").get_text() for page in chapters)
    text = "".join(texts)
    for sign in (
        "<script>attacked(1)</script>",
        "<svg onload=attacked(5)>",
        "{{ attacked(55) }}",
        "attacked(80)",
    ):
        assert sign in text


def test_feeds_and_plain_text_hold_it_as_text(attacked_site: Path) -> None:
    for feed, title in (("feed.xml", "<script>attacked(0)</script>"), ("en/feed.xml", "attacked(")):
        root = etree.fromstring((attacked_site / feed).read_bytes())
        assert {etree.QName(element).namespace for element in root.iter()} == {"http://www.w3.org/2005/Atom"}
        assert title in "".join(root.itertext())
        assert [link for link in root.xpath("//@href") if "script" in link.lower()] == []
    text = (attacked_site / f"data/{REPORT}/fulltext.zh.md").read_text("utf-8")
    shown = BeautifulSoup(markdown(text, extensions=["tables"]), "html.parser")
    assert "{{ attacked(55) }}" in shown.get_text()
    assert shown.find_all(["script", "img", *FORBIDDEN]) == []


def test_no_direction_mark_of_a_report_is_left(pages: list[Path]) -> None:
    marks = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
    assert [page.name for page in pages if marks & set(page.read_text(encoding="utf-8"))] == []


def test_every_page_carries_a_policy_that_allows_no_other_script(pages: list[Path]) -> None:
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})
        if page.name == "404.html" and not soup.find("script"):
            continue
        assert policy is not None, page.name
        assert "unsafe" not in str(policy["content"])
        assert "default-src 'none'" in str(policy["content"])
