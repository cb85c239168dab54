"""What the rows and columns of a table are called: heads told from cells, merged and left-out labels filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from converter.model import Cell, Table
from converter.structure.tables.words import is_nothing, is_value, squeezed

_SERIAL = re.compile(r"序号|编号|次序|No\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")

Path = tuple[str, ...]
"""Labels from the widest to the narrowest."""


class Named(NamedTuple):
    """A cell that holds a value, with what its row and its column are called."""

    cell: Cell
    row: Path
    column: Path


@dataclass(frozen=True, slots=True)
class Heads:
    """Where a table's labels are: its first ``rows`` and its first ``columns``."""

    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's words, each place filled: those of the cell that covers it, empty where there is none."""

    words: tuple[tuple[str, ...], ...]
    cells: Mapping[tuple[int, int], Cell]
    merged: bool
    """Whether it tells which cells are merged."""

    def row(self, n: int) -> list[tuple[int, str]]:
        """The cells that begin in a row, by their columns, those left blank excepted."""
        found = ((column, self.words[n][column]) for column in range(len(self.words[n])))
        return [(column, words) for column, words in found if words and (n, column) in self.cells]


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


def heads_of(grid: Grid) -> Heads:
    """How many rows and columns at the edge of a table are labels; no column where it has no value."""
    told = [n for n in range(len(grid.words)) if _holds_values(grid, n)]
    if not told:
        return Heads(1, 0)
    serial = _serial(grid, told)
    places = (
        c for n in told for c, words in grid.row(n) if c != serial and (is_value(words) or is_nothing(words))
    )
    return Heads(told[0], min(places, default=0))


class BodyRow(NamedTuple):
    """A row below the heads: what it is called, and the cell that begins in each of the body's columns, if one does."""

    label: Path
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """Rows under one head; a table whose head changes on its way has several.

    ``group`` is the label above all of them, ``columns`` what the columns are called that are no labels themselves.
    """

    group: Path
    columns: tuple[Path, ...]
    rows: tuple[BodyRow, ...]


def bodies(table: Table, folded: str) -> Iterator[Body]:
    """The rows of a table under their heads, in the order of its text; the numbers of rows are left out."""
    grid = grid_of(table, folded)
    heads = heads_of(grid)
    serial = _serial(grid, [n for n in range(len(grid.words)) if _holds_values(grid, n)])
    width = table.width
    columns: list[Path] = [()] * width
    block: list[int] = []
    group: Path = ()
    labels = [""] * heads.columns
    rows: list[BodyRow] = []

    def body() -> Iterator[Body]:
        if rows:
            yield Body(group, tuple(columns[heads.columns :]), tuple(rows))
            rows.clear()

    for n in range(len(grid.words)):
        if not _holds_values(grid, n) and _is_across(grid, n):
            yield from body()
            group, block = (grid.row(n)[0][1],), []
        elif not _holds_values(grid, n) and _is_head(grid, n, heads.columns, begun=bool(block)):
            block.append(n)
        else:
            if block:
                yield from body()
                columns, block = _column_paths(grid, block), []
                labels = [""] * heads.columns
            labels = _filled(labels, [grid.words[n][c] for c in range(heads.columns)])
            told = (words for c, words in enumerate(labels) if c != serial or not words.isdecimal())
            cells = (grid.cells.get((n, column)) for column in range(heads.columns, width))
            rows.append(BodyRow(_apart([*told]), tuple(cells)))
    yield from body()


def named_cells(table: Table, folded: str) -> Iterator[Named]:
    """The values of a table with their labels, in the order of its text; numbers of rows and heads are none."""
    for body in bodies(table, folded):
        for row in body.rows:
            for cell, column in zip(row.cells, body.columns, strict=True):
                if cell and is_value(squeezed(cell.span.of(folded))):
                    yield Named(cell, _apart((*body.group, *row.label)), column)


def _holds_values(grid: Grid, n: int) -> bool:
    told = grid.row(n)
    values = [(c, words) for c, words in told if is_value(words) or is_nothing(words)]
    if n == 0 and len(told) > 1 and all(_YEAR.fullmatch(words) for _, words in values):
        return False  # 2023 | 2024 at the head of columns
    return bool(values) and not (
        len(values) == 1 and values[0][0] == 0 and len(told) > 1 and not _all_values(told)
    )


def _all_values(told: Sequence[tuple[int, str]]) -> bool:
    return all(is_value(words) for _, words in told)


def _serial(grid: Grid, rows: Sequence[int]) -> int | None:
    """The column that only counts the rows."""
    for column in range(min(2, len(grid.words[0]))):
        if any(_SERIAL.fullmatch(row[column]) for row in grid.words):
            return column
    first = [grid.words[n][0] for n in rows]
    counted = [int(words) for words in first if words.isdecimal() and len(words) < 4]
    counts = len(counted) > 1 and counted[0] == 1 and all(b - a == 1 for a, b in pairwise(counted))
    beside = [grid.words[n][1] for n in rows if len(grid.words[n]) > 1]
    return 0 if counts and len(counted) == len(first) and beside and not any(map(is_value, beside)) else None


def _is_across(grid: Grid, n: int) -> bool:
    """Whether a row is one label: over all its columns, or alone in a table whose merged cells are not told."""
    told = grid.row(n)
    if len(told) != 1:
        return False
    column = told[0][0]
    if grid.cells[n, column].width == len(grid.words[n]):
        return True
    heads = n + 1 < len(grid.words) and not _holds_values(grid, n + 1) and len(grid.row(n + 1)) > 1
    return column == 0 and not grid.merged and (n == 0 or heads)


def _is_head(grid: Grid, n: int, first: int, *, begun: bool) -> bool:
    """Whether a row without values names columns: most of those that may hold values have words."""
    columns = grid.words[n][first:]
    told = sum(map(bool, columns))
    begins = begun or n == 0 or _is_across(grid, n - 1)
    return told > 0 if begins else told * 2 >= len(columns)


def _column_paths(grid: Grid, block: Sequence[int]) -> list[Path]:
    width = len(grid.words[0])
    paths: list[list[str]] = [[] for _ in range(width)]
    for n in block:
        before = [tuple(path) for path in paths]
        row = list(grid.words[n])
        for column in range(1, width):
            # A head over several columns is often printed over the first of them only.
            left_out = (n, column) in grid.cells and not row[column]
            if left_out and row[column - 1] and before[column - 1] == before[column]:
                row[column] = row[column - 1]
        for column in range(width):
            paths[column].append(row[column])
    return [_apart(path) for path in paths]


def _filled(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """A row's labels, those left out before its first as in the row above."""
    first = next((c for c, words in enumerate(labels) if words), 0)
    return [*above[:first], *labels[first:]]


def _apart(path: Sequence[str]) -> Path:
    """The labels of a path, each once."""
    told = [words for words in path if words]
    return tuple(words for n, words in enumerate(told) if n == 0 or told[n - 1] != words)
