"""A site of several reports: its pages link to each other, its menus stay short, search finds reports."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup


def page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")


def test_the_links_of_the_pages_lead_to_what_they_name(library: Path) -> None:
    for path in (
        "zh/indicators/fg-6-3-02.html",
        "en/regions/jiaxian.html",
        "en/indicators/index.html",
        "index.html",
    ):
        links = [a["href"] for a in page(library, path).select("article a[href]") if "#" not in a["href"][:1]]
        assert len(links) > 1
        for link in links:
            file, _, anchor = unquote(str(link)).partition("#")
            target = (library / path).parent / file
            assert target.is_file(), (path, link)
            assert not anchor or page(library, str(target)).find(id=anchor), (path, link)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "zh/regions/jiaxian.html",
            ["政府年度报告", "指标", "地区", "术语表", "怎样读", "数据", "关于本站", "甲县"],
        ),
        (
            "zh/indicators/index.html",
            ["政府年度报告", "指标", "地区", "术语表", "怎样读", "数据", "关于本站"],
        ),
    ],
)
def test_the_menu_of_a_library_is_short_at_any_size(library: Path, path: str, expected: list[str]) -> None:
    items = page(library, path).select(".md-nav--primary > .md-nav__list > .md-nav__item")
    assert [item.select_one(".md-nav__link").get_text(strip=True) for item in items] == expected  # type: ignore[union-attr]


def test_what_nothing_is_beside_has_no_bar(library: Path) -> None:
    assert page(library, "zh/indicators/fg-6-3-02.html").select("svg.chart:not(.line)") == []


def test_the_first_page_of_a_report_leads_to_the_year_before(library: Path) -> None:
    line = page(library, "zh/jia-2021/index.html").select_one("h1 + p.editorial")
    assert line is not None
    assert [unquote(str(a["href"])) for a in line.select("a")] == [
        "../regions/jiaxian.html",
        "../jia-2020/index.html",
        "change.html",
    ]
