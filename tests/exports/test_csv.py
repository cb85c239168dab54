"""The CSV file: opens rightly in Excel, runs nothing there, and gives back every text and number."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.exports.comma import guarded
from converter.exports.labels import columns
from converter.text.punctuation import full_width
from tests.exports.conftest import exported, figure, report_with

HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+86",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "﹦1",
    "  =1",
    "\u3000=1",
    "'=1",
    "''",
    '"=1',
    '","=1',
    "a,b\r\nc",
)


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_what_excel_needs_to_see_chinese(files: dict[str, bytes]) -> None:
    content = files["figures.csv"]
    assert content.startswith(b"\xef\xbb\xbfreport,id,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_row_says_what_the_contract_says(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    rows = read(files["figures.csv"])
    assert [row["id"] for row in rows] == [seen["id"] for seen in seed["observations"]]
    row = next(row for row in rows if row["id"] == "c2-s1-v660000")
    seen = next(seen for seen in seed["observations"] if seen["id"] == "c2-s1-v660000")
    assert row["value"] == "660000"
    assert row["surface"] == "66万户"
    assert row["section_title"] == seed["chapters"][1]["sections"][0]["heading"]
    assert row["address"] == "zh/x/c2.html#c2-s1-v660000"
    assert {row[key] == str(seen[key]) for key in ("start", "end", "bound", "status", "unit")} == {True}
    # As the page shows it: what the raw file has in half width is wide again.
    assert row["quote"] == full_width(seen["quote"])
    assert "，" in row["quote"]


def test_ranges_links_and_codes_have_columns_of_their_own() -> None:
    link = {"relation": "part_of", "to": "c1-s1-v1"}
    ranged = figure(2, value="3.5-5", code="FG.1.1", link=link)
    below = figure(3, value="-3.50", chapter=0, section=0)
    first, second, third = read(exported(report_with(figure(1), ranged, below))["figures.csv"])
    assert (first["upper"], first["code"], first["relation"], first["related"]) == ("", "", "", "")
    assert (second["value"], second["upper"], second["code"]) == ("3.5", "5", "FG.1.1")
    assert (second["relation"], second["related"]) == ("part_of", "c1-s1-v1")
    assert (third["value"], third["chapter_title"], third["address"]) == (
        "-3.5",
        "",
        "zh/x/index.html#c1-s1-v3",
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_of_a_report_becomes_a_formula(text: str) -> None:
    report = report_with(
        figure(1, indicator=text, surface=text, unit=text, quote=text, period=text, code=text), heading=text
    )
    (row,) = read(exported(report)["figures.csv"])
    for key in ("indicator", "surface", "unit", "quote", "period", "code", "chapter_title", "section_title"):
        assert row[key].lstrip()[:1] not in tuple("=+-@＝＋－＠﹦")
        assert row[key][:1] not in ("\t", "\r", "\n")
        assert row[key].removeprefix("'") == text


@given(st.text())
def test_every_text_can_be_restored(text: str) -> None:
    assert guarded(text).removeprefix("'") == text


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_every_number_stays_a_number(value: Decimal) -> None:
    (row,) = read(exported(report_with(figure(1, value=format(value, "f"))))["figures.csv"])
    assert Decimal(row["value"]) == value


def note(id_: str, *figures: str, dismissed: str | None = None) -> dict[str, Any]:
    words, quote = {"zh": "问", "en": "?"}, {"text": "办理3件。", "start": 6, "end": 11}
    told = {"rule": "sum", "severity": "question", "text": words, "quotes": [quote], "dismissed": dismissed}
    return {"id": id_, "observations": list(figures), **told}


def test_a_row_names_the_open_notes_on_its_figure() -> None:
    one = note("sum.c1-s1-v1", "c1-s1-v1", "c1-s1-v2")
    settled = note("rate.c1-s1-v1", "c1-s1-v1", dismissed="核对无误")
    more = note("unit.c1-s1-v1", "c1-s1-v1")
    report = report_with(figure(1), figure(2), figure(3), notes=[one, settled, more])
    noted = [row["notes"] for row in read(exported(report)["figures.csv"])]
    assert noted == ["sum.c1-s1-v1 unit.c1-s1-v1", "sum.c1-s1-v1", ""]


def test_a_row_names_the_doubts_on_its_figure_that_nobody_has_answered() -> None:
    doubt = {
        "about": "observation",
        "id": "c1-s1-v1",
        "why": "name_thin",
        "start": 6,
        "end": 8,
        "answer": None,
    }
    more, answered = doubt | {"why": "period_unsure"}, doubt | {"id": "c1-s1-v2", "answer": "核对无误"}
    report = report_with(figure(1), figure(2), doubts=[doubt, more, answered])
    doubted = [row["doubts"] for row in read(exported(report)["figures.csv"])]
    assert doubted == ["name_thin period_unsure", ""]


def test_a_report_of_an_older_program_has_no_such_keys() -> None:
    older = figure(1)
    del older["link"], older["code"]
    report = report_with(older)
    del report["notes"]
    (row,) = read(exported(report)["figures.csv"])
    assert {row[key] for key in ("relation", "related", "code", "notes")} == {""}


def test_a_report_without_figures_is_a_header(files: dict[str, bytes]) -> None:
    empty = exported(report_with())["figures.csv"]
    assert empty == files["figures.csv"].splitlines(keepends=True)[0]
    assert empty.decode("utf-8-sig").strip().split(",") == [column.name for column in columns()]
