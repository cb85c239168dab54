"""What the rows and columns of a table are called: heads told from cells, merged and left-out labels filled in."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from converter.model import Cell, Table
from converter.structure.tables.grid import Grid, Heads, grid_of, heads_of, is_serial, side_by_side
from converter.structure.tables.words import is_value, squeezed

Path = tuple[str, ...]
"""Labels from the widest to the narrowest."""


class Named(NamedTuple):
    """A cell that holds a value, with what its row and its column are called."""

    cell: Cell
    row: Path
    column: Path


class BodyRow(NamedTuple):
    """A row below the heads: what it is called, and the cell that begins in each of the body's columns, if one does.

    ``serial`` is the number that only counts it, empty where it has none.
    """

    label: Path
    cells: tuple[Cell | None, ...]
    serial: str = ""


class Body(Struct, frozen=True):
    """Rows under one head; a table whose head changes on its way has several.

    ``group`` is the label above all of them, ``columns`` what the columns are called that are no labels themselves,
    ``corner`` what stands over those that are.
    """

    group: Path
    columns: tuple[Path, ...]
    rows: tuple[BodyRow, ...]
    corner: Path = ()


def bodies(table: Table, folded: str) -> Iterator[Body]:
    """The rows of a table under their heads, left before right; the numbers of rows are left out.

    What goes on under the same head, printed again on a new page or beside, goes on.
    """
    found = (body for grid in side_by_side(grid_of(table, folded)) for body in _bodies(grid))
    for _, same in groupby(found, lambda body: (body.group, body.columns, body.corner)):
        first, *others = same
        yield replace(first, rows=(*first.rows, *(row for body in others for row in body.rows)))


def _bodies(grid: Grid) -> Iterator[Body]:
    heads, width = heads_of(grid), len(grid.words[0])
    columns: list[Path] = [()] * width
    block: list[int] = []
    group: Path = ()
    corner: Path = ()
    labels = [""] * heads.columns
    rows: list[BodyRow] = []

    def body() -> Iterator[Body]:
        if rows:
            yield Body(group, tuple(columns[heads.columns :]), tuple(rows), corner)
            rows.clear()

    for n in range(len(grid.words)):
        if not grid.holds_values(n) and _is_across(grid, n):
            yield from body()
            goes_on = n > 0 and _is_across(grid, n - 1) and not grid.holds_values(n - 1)
            group, block = (*(group if goes_on else ()), grid.row(n)[0][1]), []
        elif not grid.holds_values(n) and _is_head(grid, n, heads.columns, begun=bool(block)):
            block.append(n)
        else:
            if block:
                yield from body()
                corner = _corner(grid, block, heads)
                columns, block = _column_paths(grid, block), []
                labels = [""] * heads.columns
            labels = _filled(labels, [grid.words[n][c] for c in range(heads.columns)])
            counted = [words for c, words in enumerate(labels) if c == heads.serial and words.isdecimal()]
            told = (words for c, words in enumerate(labels) if c != heads.serial or not words.isdecimal())
            cells = (grid.cells.get((n, column)) for column in range(heads.columns, width))
            rows.append(BodyRow(_apart([*told]), tuple(cells), "".join(counted)))
    yield from body()


def named_cells(table: Table, folded: str) -> Iterator[Named]:
    """The values of a table with their labels, in the order of its text; numbers of rows and heads are none."""
    for body in bodies(table, folded):
        for row in body.rows:
            for cell, column in zip(row.cells, body.columns, strict=True):
                if cell and not _counts(row) and is_value(squeezed(cell.span.of(folded))):
                    yield Named(cell, _apart((*body.group, *row.label)), column)


def _counts(row: BodyRow) -> bool:
    return bool(row.label) and is_serial(row.label[-1])


def _is_across(grid: Grid, n: int) -> bool:
    """Whether a row is one label: over all its columns, or alone in a table whose merged cells are not told."""
    told = grid.row(n)
    if len(told) != 1:
        return False
    column = told[0][0]
    if grid.cells[n, column].width >= len(grid.words[n]):
        return True
    heads = n + 1 < len(grid.words) and not grid.holds_values(n + 1) and len(grid.row(n + 1)) > 1
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


def _corner(grid: Grid, block: Sequence[int], heads: Heads) -> Path:
    """What the rows of a head say over the labels, each once."""
    columns = [column for column in range(heads.columns) if column != heads.serial]
    words = (grid.words[n][column] for column in columns for n in block)
    return tuple(dict.fromkeys(filter(None, words)))


def _filled(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """A row's labels, those left out before its first as in the row above."""
    first = next((c for c, words in enumerate(labels) if words), 0)
    return [*above[:first], *labels[first:]]


def _apart(path: Sequence[str]) -> Path:
    """The labels of a path, each once."""
    told = [words for words in path if words]
    return tuple(words for n, words in enumerate(told) if n == 0 or told[n - 1] != words)
