"""The list of reports on the home page."""

import re

from msgspec.structs import replace

from converter.data import ReportFile, read_report
from converter.data.file import Fact
from converter.pages.report import ListedReport, WholeReport, home_page, listed_report
from converter.translation.memory import Memory
from tests.conftest import ROOT


def reports(count: int, nameless: int) -> dict[str, ListedReport]:
    data = read_report(ROOT / "docs/data/lanshan-2020.json")
    named = {f"r{n}": replace(data, region=f"{n}县", report_year=1900 + n) for n in range(count)}
    others = {f"n{n}": replace(data, region=None, report_year=1800) for n in range(nameless)}
    return {name: listed_report(one, Memory()) for name, one in (named | others).items()}


def alone(data: ReportFile) -> str:
    """The home page of a site with one report."""
    return home_page({"a": listed_report(data, Memory())}, WholeReport("a", data, Memory()), "zh")


def listed(page: str) -> list[str]:
    lines = page.partition("{ #reports }")[2].splitlines()
    return [line.split("](")[1].split("/")[1] for line in lines if line.startswith("| ") and "](zh/" in line]


def test_few_reports_are_all_listed() -> None:
    page = home_page(reports(30, 2), None, "zh")
    assert len(listed(page)) == 32
    assert "regions/index.md" not in page.partition("{ #reports }")[2]


def test_of_many_the_newest_are_listed_and_those_that_no_region_lists() -> None:
    page = home_page(reports(60, 2), None, "zh")
    assert listed(page) == [*(f"r{n}" for n in range(59, 39, -1)), "n0", "n1"]
    assert "其余 40 份见[各地区](zh/regions/index.md)" in page
    assert "the other 40 are on the pages for [each region](regions/index.md)" in home_page(
        reports(60, 2), None, "en"
    )


def key_figures_with(told: str) -> list[str]:
    data = read_report(ROOT / "docs/data/lanshan-2020.json")
    facts = {**data.facts, "key_figures": Fact(value=told, source="发布者")} if told else data.facts
    page = alone(replace(data, facts=facts))
    glance = page.partition("{ #newest }")[2].partition("\n#")[0]
    return re.findall(r"^\| [^|]+\| \[[^]]+\]\([^#]+#([^)]+)\)", glance, re.M)


def test_a_person_chooses_the_key_figures_by_ids_and_codes_in_any_order() -> None:
    assert key_figures_with("c6-s5-v2735, FG.6.3-06") == ["c6-s5-v2735", "c6-s4-v27"]


def test_what_the_report_does_not_have_is_passed_over() -> None:
    assert key_figures_with("c6-s5-v2735 c99-v1 FG.0.0-00") == ["c6-s5-v2735"]
    usual = key_figures_with("")
    assert key_figures_with("c99-v1") == usual
    assert len(usual) == 6


def test_the_newest_report_is_told_by_its_place_where_its_title_is_not() -> None:
    data = read_report(ROOT / "docs/data/lanshan-2020.json")
    untold = replace(data, title="2020年政府工作报告", facts={})
    assert "## [兰山区：2020年政府工作报告](" in alone(untold)
