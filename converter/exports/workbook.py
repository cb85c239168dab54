"""The table of figures as an Excel workbook: typed cells on one sheet, what to know about them on another."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from converter.data import ReportFile, plain
from converter.exports.labels import Language, word
from converter.exports.notes import notes
from converter.exports.readable import Reader, headings, title_in
from converter.exports.rows import Row
from converter.exports.sheet import Filled, Sheet

_DIGITS = 15  # a spreadsheet's number holds no more of them
_CHARACTERS = 16_000  # Excel's limit of 32,767 counts UTF-16 units, of which a character may take two
_EPOCH = date(1980, 1, 1)  # the earliest day a zip file can name


def xlsx_file(table: Sequence[Row], report: ReportFile, reader: Reader) -> bytes:
    """The workbook of a readable ``table``; the same table and report give the same bytes (its date is the report's)."""
    held, language = io.BytesIO(), reader.language
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        day = report.published or _EPOCH
        title = word("figures_of", language, report=title_in(report, reader))
        book.set_properties({"title": title, "created": datetime.combine(day, time())})
        _write_figures(book, table, language)
        _write_notes(book, notes(report, reader), language)
    return held.getvalue()


def _write_figures(book: xlsxwriter.Workbook, table: Sequence[Row], language: Language) -> None:
    """One header row, so that filters, pivot tables and data frames take it for one."""
    sheet, own = book.add_worksheet(word("sheet_figures", language), Sheet), headings(language)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#EEEEEE"})
    numbers = [book.add_format({"num_format": _picture(places)}) for places in range(_DIGITS + 1)]
    sheet.set_row(0, 32)
    for index, heading in enumerate(own):
        sheet.set_column(index, index, heading.width)
    titles = [heading.title for heading in own]
    header = [Filled(index, title, head) for index, title in enumerate(titles)]
    sheet.fill([header, *([*_filled(titles, row, numbers)] for row in table)])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(own) - 1)
    # Otherwise Excel flags "365" as printed, which is text because it is a quotation.
    sheet.ignore_errors({"number_stored_as_text": f"A2:XFD{len(table) + 2}"})


def _picture(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _filled(titles: Sequence[str], row: Row, numbers: Sequence[Format]) -> Iterator[Filled]:
    for index, title in enumerate(titles):
        cell = row[title]
        if isinstance(cell, Decimal):
            yield _number(index, cell, numbers)
        elif isinstance(cell, int):
            yield Filled(index, cell)
        elif cell:
            yield Filled(index, shortened(cell))


def _number(index: int, value: Decimal, numbers: Sequence[Format]) -> Filled:
    printed = plain(value)
    digits = printed.lstrip("-").replace(".", "").lstrip("0")
    if len(digits) > _DIGITS:
        return Filled(index, printed)
    return Filled(index, value, numbers[min(len(printed.partition(".")[2]), _DIGITS)])


def shortened(text: str) -> str:
    """The text, cut at an ellipsis where a cell cannot hold it."""
    return text if len(text) <= _CHARACTERS else f"{text[: _CHARACTERS - 1]}…"


def _write_notes(book: xlsxwriter.Workbook, lines: Sequence[Sequence[str]], language: Language) -> None:
    sheet = book.add_worksheet(word("sheet_notes", language))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    for line, cells in enumerate(lines):
        for index, text in enumerate(cells):
            sheet.write_string(line, index, shortened(text), wrapped if index else bold)
