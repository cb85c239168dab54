"""Light: what a first visit transfers, and that nothing moves while a page arrives."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from converter.site.files.shared import script_of_words
from converter.site.words import SCRIPTS
from tests.conftest import ROOT
from tests.site.conftest import Visit, visit_with
from tests.site.kinds import PAGES, page_of

LIMIT = 300_000
SHIFTED = """() => new Promise((resolve) => {
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(shifts.map((one) => [one.value,
        ...one.sources.map((source) => source.node?.outerHTML?.slice(0, 80) || source.node?.nodeName)])), 100);
})"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_first_visit_to_a_chapter_is_light(visit: Visit, site: Path, served: str, language: str) -> None:
    visit.page.goto(served + page_of("chapter", language), wait_until="networkidle")
    root = urlsplit(served).path
    names = {urlsplit(address).path.removeprefix(root) for address in visit.requests}
    # A server compresses text; its headers are a few hundred bytes a file.
    weight = {name: len(gzip.compress((site / name).read_bytes())) + 300 for name in names}
    assert sum(weight.values()) < LIMIT, weight


@pytest.mark.parametrize(("kind", "own"), [("chapter", ["page.js"]), ("figures", ["table.js", "page.js"])])
def test_a_page_waits_for_few_scripts_and_one_sheet(site: Path, kind: str, own: list[str]) -> None:
    soup = BeautifulSoup((site / page_of(kind, "zh")).read_text(encoding="utf-8"), "html.parser")
    scripts = [str(script["src"]).rpartition("/") for script in soup.select("script[src]")]
    assert [name for folder, _, name in scripts if folder.endswith("assets/scripts")] == own
    assert len(scripts) == len(own) + 1, "and Material's own"
    sheets = [str(sheet["href"]) for sheet in soup.select("link[rel=stylesheet]")]
    assert [sheet for sheet in sheets if "gongkai" in sheet] == ["../../assets/gongkai/all.css"]


def test_the_sources_of_a_script_are_sent_in_it_and_not_beside_it(site: Path) -> None:
    assert sorted(path.name for path in (site / "assets/scripts").iterdir()) == [
        "page.js",
        "search.js",
        "table.js",
    ]
    theme = ROOT / "converter/site/theme"
    # Of the sources one is made by the build: what scripts say.
    made = {"gongkai/words": script_of_words()}
    for name, parts in SCRIPTS.load().items():
        sent = (site / f"assets/scripts/{name}.js").read_text(encoding="utf-8")
        lines = [
            line
            for part in parts
            for line in (made.get(part) or (theme / f"assets/{part}.js").read_text("utf-8")).splitlines()
        ]
        code = [line for line in lines if not line.lstrip().startswith("//")]
        assert sent.splitlines() == code
        assert not any((site / f"assets/{part}.js").exists() for part in parts)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_arrives(browser: Browser, served: str, width: int) -> None:
    visit = visit_with(browser, viewport={"width": width, "height": 900})
    visit.page.add_init_script("try { localStorage.setItem('gongkai.parallel', '1') } catch {}")
    moved = {}
    for path in PAGES:
        visit.page.goto(served + path)
        moved[path] = visit.page.evaluate(SHIFTED)
    assert {path: shifts for path, shifts in moved.items() if shifts} == {}
    visit.page.context.close()
