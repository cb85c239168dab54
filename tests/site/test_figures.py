"""A figure in the prose and its row in the table are one thing, also for a reader without scripts."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from converter.site.content.observations import stated_in
from tests.site.conftest import ROOT, Visit, visit_with

HOME = "zh/lanshan-2020/"
FIGURE = "c2-s1-v660000"
LIT = "element => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)'"


def there_and_back(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}{HOME}c2.html")
    assert not page.eval_on_selector(f".sentence:has(#{FIGURE})", LIT)
    page.click(f"#{FIGURE} > a")
    page.wait_for_url(f"**/figures.html#{FIGURE}")
    assert page.inner_text("tr:target a") == "66万户"
    assert page.eval_on_selector("tr:target", LIT)
    page.click("tr:target a")
    page.wait_for_url(f"**/c2.html#{FIGURE}")
    assert page.eval_on_selector(f".sentence:has(#{FIGURE})", LIT)
    assert page.locator(".sentence:has(:target)").inner_text().startswith("拓展")
    assert page.locator(".sentence:has(:target)").bounding_box()["y"] > 60  # type: ignore[index]
    assert not visit.complaints


def test_from_prose_to_row_and_back(visit: Visit, address: str) -> None:
    there_and_back(visit, address)


def test_without_scripts(browser: Browser, served: str) -> None:
    visit = visit_with(browser, java_script_enabled=False)
    visit.page.goto(f"{served}{HOME}c2.html")
    visit.page.click(f"#{FIGURE} > a")
    assert visit.page.url.endswith(f"figures.html#{FIGURE}")
    visit.page.click(f"tr#{FIGURE} a")
    assert visit.page.url.endswith(f"c2.html#{FIGURE}")
    visit.page.context.close()


@pytest.mark.parametrize("data", sorted(ROOT.glob("docs/data/*.json")), ids=lambda path: path.stem)
def test_each_figure_of_a_report_stands_in_its_prose_and_in_its_table(data: Path, site: Path) -> None:
    folder = site / "zh" / data.stem
    soups = {
        path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in folder.glob("*.html")
    }
    for figure in stated_in(data).figures:
        page = "index" if figure.chapter == "c0" else figure.chapter
        in_prose = soups[page].select_one(f'data[id="{figure.id}"]')
        row = soups["figures"].select_one(f'tr[id="{figure.id}"]')
        assert in_prose and row, figure
        assert in_prose["value"] == figure.value
        assert in_prose.get_text() == row.select_one("a").get_text()  # type: ignore[union-attr]
