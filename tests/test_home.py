"""The list of reports on the home page."""

from msgspec.structs import replace

from converter.data import read_report
from converter.pages.report import home_page
from converter.pages.report.published import ListedReport
from converter.translation.memory import Memory
from tests.conftest import ROOT


def reports(count: int, nameless: int) -> dict[str, ListedReport]:
    data = read_report(ROOT / "docs/data/lanshan-2020.json")
    named = {f"r{n}": replace(data, region=f"{n}县", report_year=1900 + n) for n in range(count)}
    others = {f"n{n}": replace(data, region=None, report_year=1800) for n in range(nameless)}
    return {name: ListedReport(one, Memory()) for name, one in (named | others).items()}


def listed(page: str) -> list[str]:
    lines = page.partition("{ #reports }")[2].splitlines()
    return [line.split("](")[1].split("/")[1] for line in lines if line.startswith("| ") and "](zh/" in line]


def test_few_reports_are_all_listed() -> None:
    page = home_page(reports(30, 2), "zh")
    assert len(listed(page)) == 32
    assert "regions/index.md" not in page.partition("{ #reports }")[2]


def test_of_many_the_newest_are_listed_and_those_that_no_region_lists() -> None:
    page = home_page(reports(60, 2), "zh")
    assert listed(page) == [*(f"r{n}" for n in range(59, 39, -1)), "n0", "n1"]
    assert "其余 40 份见[各地区](zh/regions/index.md)" in page
    assert "the other 40 are on the pages for [each region](regions/index.md)" in home_page(
        reports(60, 2), "en"
    )
