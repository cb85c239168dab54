"""The workbook, read back with another library: types, digits, titles, notes, and the same bytes every time."""

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from converter.exports.labels import codes, columns, word
from converter.exports.readable import headings
from tests.exports.conftest import exported, figure, report_with
from tests.exports.test_csv import HOSTILE

HEADINGS = headings("zh")
# What each column is made of; behind a label its code.
NAMES = [heading.column.name + "_label" * (heading.part == "label") for heading in HEADINGS]
LAST = get_column_letter(len(NAMES))


def opened(files: dict[str, bytes]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(files["figures.zh.xlsx"]))


def values(files: dict[str, bytes], name: str) -> list[object]:
    sheet = opened(files).worksheets[0]
    return [row[NAMES.index(name)] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_cells_have_their_types(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    sheet = opened(files).worksheets[0]
    assert sheet.max_row == len(seed["observations"]) + 1
    for row in sheet.iter_rows(min_row=2):
        for cell, heading in zip(row, HEADINGS, strict=True):
            expected = "s" if heading.column.type == "string" else "n"  # empty cells are "n", too
            assert cell.data_type == expected or cell.value is None, cell.coordinate
            assert cell.hyperlink is None


def test_the_header_stays_in_sight_and_filters(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    sheet = opened(files).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{LAST}{len(seed['observations']) + 1}"
    assert [cell.value for cell in sheet[1]] == [heading.title for heading in HEADINGS]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.decimals(min_value=0, max_value=10**20, places=5), min_size=1, max_size=40))
def test_no_digit_is_lost(numbers: list[Decimal]) -> None:
    stated = [figure(index, value=format(number, "f")) for index, number in enumerate(numbers)]
    for number, cell in zip(numbers, values(exported(report_with(*stated)), "value"), strict=True):
        # What Excel shows of a number: fifteen significant digits.
        shown = cell if isinstance(cell, str) else format(cell, ".15g")
        assert Decimal(str(shown)) == number


@pytest.mark.parametrize(
    ("value", "cell"),
    [("123456789012345", 123456789012345), ("1234567890123456", "1234567890123456"), ("0.0012", 0.0012)],
)
def test_what_a_number_cannot_hold_is_text(value: str, cell: object) -> None:
    assert values(exported(report_with(figure(1, value=value))), "value") == [cell]


def test_numbers_show_the_decimals_of_the_report(files: dict[str, bytes]) -> None:
    sheet = opened(files).worksheets[0]
    formats = {
        row[NAMES.index("id")].value: row[NAMES.index("value")].number_format
        for row in sheet.iter_rows(min_row=2)
    }
    assert formats["c2-s1-v660000"] == "#,##0"
    assert formats["c2-s5-v4.75"] == "#,##0.00"


def test_hostile_texts_stay_texts() -> None:
    texts = [*HOSTILE, "_x0041_"]
    stated = [figure(index, indicator=text) for index, text in enumerate(texts)]
    files = exported(report_with(*stated, title="=1+1"))
    with zipfile.ZipFile(io.BytesIO(files["figures.zh.xlsx"])) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    # Excel reads _x000D_ as a carriage return; openpyxl leaves it as it is written.
    assert [str(cell).replace("_x000D_", "\r") for cell in values(files, "indicator")] == texts


def test_a_text_too_long_for_a_cell_is_cut_visibly() -> None:
    (quote,) = values(exported(report_with(figure(1, quote="长" * 40_000))), "quote")
    assert str(quote) == "长" * 15_999 + "…"


def test_the_notes_say_what_one_needs(seed: dict[str, Any], files: dict[str, bytes]) -> None:
    sheet = opened(files).worksheets[1]
    told = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert told[word("sha256", "zh")][0] == seed["source"]["sha256"]
    assert told[word("source", "zh")][0] == "seeds/lanshan-2020.txt"
    assert str(told[word("licence", "zh")][0]).startswith("报告文本")
    assert {f"{name}: {code}" for name, values in codes().items() for code in values} <= told.keys()
    assert {column.zh for column in columns()} <= told.keys()


@pytest.mark.parametrize(("published", "created"), [("2021-02-03", "2021-02-03"), (None, "1980-01-01")])
def test_the_same_report_gives_the_same_bytes(published: str | None, created: str) -> None:
    report = report_with(figure(1), published=published)
    first = exported(report)
    assert exported(report) == first
    with zipfile.ZipFile(io.BytesIO(first["figures.zh.xlsx"])) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = book.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {f"{created}T00:00:00Z"}


def test_a_report_without_figures_opens() -> None:
    sheet = opened(exported(report_with(title=None, region=None, report_year=None))).worksheets[0]
    assert sheet.max_row == 1
    assert sheet.auto_filter.ref == f"A1:{LAST}1"
