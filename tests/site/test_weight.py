"""Light: what a first visit transfers, and that nothing moves while a page arrives."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

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
