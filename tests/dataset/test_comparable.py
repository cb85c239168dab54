"""The table of what may be set side by side: one value for each indicator, place and year, and nothing of a bureau's own."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.dataset.conftest import write_report
from tests.exports.conftest import figure, report_with

CODE, OTHER = "FG.6.3-02", "FG.6.3-01"


def seen(number: int, value: str, period: str | None = "2021年", **given: Any) -> dict[str, Any]:
    return figure(number, value=value, period=period, **{"code": CODE, **given})


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("docs")


def write(docs: Path, name: str, region: str, *figures: dict[str, Any], **given: Any) -> None:
    write_report(docs, name, report_with(*figures, **{"region": region, "report_year": 2021, **given}))


def asked(sql: str) -> list[list[Any]]:
    result = CliRunner().invoke(main, ["query", sql, "--json"])
    assert result.exit_code == 0, result.output
    return [[*row.values()] for row in json.loads(result.stdout)]


GROUPED = "SELECT region, year, count(*) AS n, sum(value) AS total FROM {table} GROUP BY code, region, year ORDER BY ALL"


def test_a_body_is_not_mixed_with_its_county_and_nothing_is_lost(library: Path) -> None:
    write(library, "county", "甲县", seen(1, "40"), issuer="甲县人民政府")
    write(library, "bureau", "甲县", seen(1, "7"), issuer="甲县水务局")
    write(library, "court", "甲县", seen(1, "8"), issuer="甲县人民法院")
    write(library, "town", "甲县", seen(1, "3"), issuer="甲县丙镇人民政府")
    assert asked(GROUPED.format(table="comparable")) == [["甲县", 2021, 1, "40"]]
    assert asked("SELECT body, value FROM figures ORDER BY value") == [
        ["甲县丙镇人民政府", "3"],
        ["甲县水务局", "7"],
        ["甲县人民法院", "8"],
        [None, "40"],
    ]
    bodies = asked("SELECT report, body FROM reports WHERE body IS NOT NULL ORDER BY report")
    assert bodies == [["bureau", "甲县水务局"], ["court", "甲县人民法院"], ["town", "甲县丙镇人民政府"]]


def test_what_is_said_twice_is_there_once_from_the_report_on_its_year(library: Path) -> None:
    write(library, "a-later", "甲县", seen(1, "40"), seen(2, "52", "2022年"), report_year=2022)
    write(library, "b-own", "甲县", seen(1, "40"), seen(2, "40"))
    found = asked("SELECT year, value, report, id FROM comparable ORDER BY year")
    assert found == [[2021, "40", "b-own", "c1-s1-v1"], [2022, "52", "a-later", "c1-s1-v2"]]


def test_where_reports_differ_nobody_chooses(library: Path) -> None:
    write(library, "one", "甲县", seen(1, "40"), seen(2, "9", code=OTHER))
    write(library, "two", "甲县", seen(1, "41"))
    assert asked("SELECT code, value FROM comparable") == [[OTHER, "9"]]
    assert asked("SELECT count(*) AS n FROM figures") == [[3]]


@pytest.mark.parametrize(
    "given",
    [
        {"bound": "about"},
        {"status": "target"},
        {"status": "base"},
        {"value": "3-5"},
        {"code": None},
        {"unit": "吨"},
        {"period": "2021年上半年"},
    ],
)
def test_only_exact_results_of_a_year_are_comparable(library: Path, given: dict[str, Any]) -> None:
    write(library, "one", "甲县", figure(1, **{"value": "40", "period": "2021年", "code": CODE, **given}))
    assert asked("SELECT value FROM comparable") == []


def test_a_figure_without_a_period_is_of_the_year_reported_on(library: Path) -> None:
    write(library, "one", "甲县", seen(1, "40", None))
    assert asked("SELECT region, year, value FROM comparable") == [["甲县", 2021, "40"]]


def test_one_place_has_one_name_and_two_have_two(library: Path) -> None:
    north, south = ["丁省", "北市", "甲区"], ["丁省", "南市", "甲区"]
    write(library, "a", "甲区", seen(1, "40"), region_path=north)
    write(library, "b", "甲区", seen(1, "40"), region_path=south)
    write(library, "c", "乙县", seen(1, "5"), region_path=["丁省", "北市", "乙县"])
    write(library, "d", "北市乙县", seen(1, "6", "2022年"), region_path=["丁省", "北市", "乙县"])
    write(library, "e", "戊县", seen(1, "7"))
    assert asked(GROUPED.format(table="comparable")) == [
        ["丁省北市甲区", 2021, 1, "40"],
        ["丁省南市甲区", 2021, 1, "40"],
        ["乙县", 2021, 1, "5"],
        ["乙县", 2022, 1, "6"],
        ["戊县", 2021, 1, "7"],
    ]
