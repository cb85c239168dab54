"""A sheet of many cells, written in rows: XlsxWriter asks of every cell alone what it is, where, and what it must not be."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_TOGETHER = 16  # rows that are told together from which column to which they reach, as Excel does


class Filled(NamedTuple):
    """A cell that holds something: a text, or a number."""

    column: int
    value: str | int | Decimal
    format: Format | None = None


class Sheet(Worksheet):  # type: ignore[misc]
    """What its cells hold is told once, by ``fill``; all else about it as XlsxWriter has it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[tuple[int, str, Format | None]]] = []

    def fill(self, lines: Iterable[Iterable[Filled]]) -> None:
        """The cells of the sheet, from its first row; the first and the last row hold one, the first in every column."""
        self._lines = [[(column, self._told(value), form) for column, value, form in line] for line in lines]
        self._check_dimensions(0, 0)
        self._check_dimensions(len(self._lines) - 1, self._lines[0][-1][0])

    def _told(self, value: str | int | Decimal) -> str:
        """The rest of a cell's element, after its place and its format."""
        if isinstance(value, str):
            return f' t="s"><v>{self.str_table._get_shared_string_index(value)}</v></c>'
        return f"><v>{value:.16G}</v></c>"

    def _write_rows(self) -> None:
        letters = [xl_col_to_name(column) for column in range(self.dim_colmax + 1)]
        for first in range(0, len(self._lines), _TOGETHER):
            block = self._lines[first : first + _TOGETHER]
            reach = _reach([line for line in block if line])
            for row, line in enumerate(block, first):
                if line:
                    self._write_row(row, reach, self.row_info.get(row))
                    self.fh.write("".join(_cells(row + 1, line, letters)))
                    self._xml_end_tag("row")


def _reach(block: Sequence[Sequence[tuple[int, str, Format | None]]]) -> str:
    """From which column to which the rows hold something."""
    first, last = (
        min((line[0][0] for line in block), default=0),
        max((line[-1][0] for line in block), default=0),
    )
    return f"{first + 1}:{last + 1}"


def _cells(
    number: int, line: Iterable[tuple[int, str, Format | None]], letters: Sequence[str]
) -> Iterator[str]:
    for column, told, form in line:
        styled = f' s="{form._get_xf_index()}"' if form else ""
        yield f'<c r="{letters[column]}{number}"{styled}{told}'
