"""A table's words by their places, and where its labels are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.model import Cell, Table
from converter.structure.tables.words import is_nothing, is_value, squeezed

_SERIAL = re.compile(r"序号|编号|次序|No\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Heads(Struct, frozen=True):
    """Where a table's labels are: its first ``rows`` and its first ``columns``; ``serial`` only counts its rows."""

    rows: int
    columns: int
    serial: int | None = None


class Grid(Struct, frozen=True):
    """A table's words, each place filled: those of the cell that covers it, empty where there is none."""

    words: tuple[tuple[str, ...], ...]
    cells: Mapping[tuple[int, int], Cell]
    merged: bool
    """Whether it tells which cells are merged."""

    def row(self, n: int) -> list[tuple[int, str]]:
        """The cells that begin in a row, by their columns, those left blank excepted."""
        found = ((column, self.words[n][column]) for column in range(len(self.words[n])))
        return [(column, words) for column, words in found if words and (n, column) in self.cells]

    def holds_values(self, n: int) -> bool:
        """Whether a row states something, and is no head."""
        told = self.row(n)
        values = [(c, words) for c, words in told if is_value(words) or is_nothing(words)]
        if n == 0 and len(told) > 1 and all(_YEAR.fullmatch(words) for _, words in values):
            return False  # 2023 | 2024 at the head of columns
        alone = len(values) == 1 and values[0][0] == 0 and len(told) > 1
        return bool(values) and not (alone and not all(is_value(words) for _, words in told))

    def columns(self, start: int, end: int) -> "Grid":
        """The columns from ``start`` up to ``end`` as a grid of their own."""
        # A head over both sides is one of each; a value is of the side it begins in.
        inside = {
            (row, max(column, start) - start): cell
            for (row, column), cell in self.cells.items()
            if column < end
            and column + cell.width > start
            and (column >= start or not is_value(self.words[row][start]))
        }
        return Grid(tuple(row[start:end] for row in self.words), inside, self.merged)


def grid_of(table: Table, folded: str) -> Grid:
    """The words of a table by their places."""
    blank = [""] * table.width
    words = [[*blank] for _ in range(table.height)]
    for cell in table.cells:
        text = squeezed(cell.span.of(folded))
        for row in range(cell.row, cell.row + cell.height):
            words[row][cell.column : cell.column + cell.width] = [text] * cell.width
    merged = any(cell.width > 1 or cell.height > 1 for cell in table.cells)
    return Grid(tuple(map(tuple, words)), {(cell.row, cell.column): cell for cell in table.cells}, merged)


def side_by_side(grid: Grid) -> Iterator[Grid]:
    """The tables that stand beside each other in one: the head of the labels comes again over more labels."""
    starts = [0, *_begins_again(grid, heads_of(grid))]
    for start, end in pairwise([*starts, len(grid.words[0])]):
        yield grid.columns(start, end) if len(starts) > 1 else grid


def _begins_again(grid: Grid, heads: Heads) -> Iterator[int]:
    """The columns in which another table begins: of its labels, the first that is no value of the one before."""
    if not heads.rows or not heads.columns:
        return
    last, own = grid.words[heads.rows - 1], heads.columns - 1
    at = own
    for column in range(own + 2, len(last)):
        if last[own] and last[column] == last[own] and _labels(grid, heads.rows, column):
            start = column
            while start - 1 > at + 1 and (is_serial(last[start - 1]) or _labels(grid, heads.rows, start - 1)):
                start -= 1
            yield start
            at = column


def _labels(grid: Grid, first: int, column: int) -> bool:
    """Whether a column holds words below its head, and no value."""
    below = [grid.words[n][column] for n in range(first, len(grid.words)) if grid.words[n][column]]
    return bool(below) and not any(is_value(words) or is_nothing(words) for words in below)


def heads_of(grid: Grid) -> Heads:
    """How many rows and columns at the edge of a table are labels; no column where it has no value."""
    told = [n for n in range(len(grid.words)) if grid.holds_values(n)]
    if not told:
        return Heads(1, 0)
    serial = _serial(grid, told)
    places = (
        c for n in told for c, words in grid.row(n) if c != serial and (is_value(words) or is_nothing(words))
    )
    return Heads(told[0], min(places, default=0), serial)


def is_serial(words: str) -> bool:
    """Whether a label stands over, or before, what only counts."""
    return bool(_SERIAL.fullmatch(words))


def _serial(grid: Grid, rows: Sequence[int]) -> int | None:
    """The column that only counts the rows."""
    for column in range(min(2, len(grid.words[0]))):
        if any(is_serial(row[column]) for row in grid.words):
            return column
    first = [grid.words[n][0] for n in rows]
    counted = [int(words) for words in first if words.isdecimal() and len(words) < 4]
    counts = len(counted) > 1 and counted[0] == 1 and all(b - a == 1 for a, b in pairwise(counted))
    beside = [grid.words[n][1] for n in rows if len(grid.words[n]) > 1]
    return 0 if counts and len(counted) == len(first) and beside and not any(map(is_value, beside)) else None
