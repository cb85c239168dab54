"""The table of figures as a CSV file that Excel opens rightly and no spreadsheet can be attacked with."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from converter.data import plain
from converter.exports.labels import columns
from converter.exports.rows import Cell, Row

# A byte-order mark: without it Excel takes UTF-8 for the system's old encoding and shows no Chinese.
_MARK = "\ufeff"
# Spreadsheets run a cell whose first visible character is one of these, in full width too where Chinese is typed.
_FORMULA = ("=", "+", "-", "@")
# The apostrophe is here so that one in front always means one was added: taking it away restores every text.
_STARTS = ("\t", "\r", "\n", "'")


def csv_file(table: Iterable[Row]) -> bytes:
    """The table of figures; the header row has the names of ``columns.toml``."""
    return b"".join(csv_lines([column.name for column in columns()], table))


def csv_lines(names: Sequence[str], table: Iterable[Row]) -> Iterator[bytes]:
    """The lines of a CSV file: UTF-8 with byte-order mark, comma, CRLF; the first is ``names``.

    Text cells are guarded, numbers are not: ``-3`` in a number column is a number to every program.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    text.write(_MARK)
    writer.writerow(names)
    yield _taken(text)
    for row in table:
        writer.writerow([_written(row[name]) for name in names])
        yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    """What was written since the last line was taken."""
    line = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return line


def _written(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else str(cell)


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet could run it, or where it begins with one."""
    if text[:1].isalnum():  # as most cells begin; no letter or digit is another form of a sign
        return text
    visible = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return f"'{text}" if text.startswith(_STARTS) or visible.startswith(_FORMULA) else text
