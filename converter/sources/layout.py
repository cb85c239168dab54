"""From laid-out lines to one text: what is none of the report and what is a table stays in it, with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from converter.model import Cell, Dropped, Span, Table

CELL_END = " | "
"""What stands between the cells of a table's row."""


class Row(NamedTuple):
    """What a line is in its table: ``cells`` have their places in the line's text.  ``table`` tells tables apart."""

    table: object
    cells: tuple[Cell, ...]


class LayoutLine(NamedTuple):
    """A line of text; ``furniture`` is a reason (a key of ``noise.toml``) where the line is none of the report."""

    text: str
    furniture: str | None = None
    row: Row | None = None


class Laid(NamedTuple):
    """A text, with the places of its furniture and its tables."""

    text: str
    furniture: tuple[Dropped, ...]
    tables: tuple[Table, ...]


def assemble(lines: Iterable[LayoutLine]) -> Laid:
    """The lines, each with its line feed, and where those stand in the text that are furniture or rows of a table."""
    pieces: list[str] = []
    furniture: list[Dropped] = []
    rows: list[Row] = []
    at = 0
    for text, reason, row in lines:
        start = at + len(text) - len(text.lstrip())
        if row:
            rows.append(Row(row.table, tuple(_at(cell, at) for cell in row.cells)))
        elif reason and text.strip():
            furniture.append(Dropped(start, at + len(text.rstrip()), reason))
        pieces.append(f"{text}\n")
        at += len(pieces[-1])
    groups = (list(group) for _, group in groupby(rows, key=lambda row: id(row.table)))
    tables = (_table([cell for row in group for cell in row.cells]) for group in groups)
    return Laid("".join(pieces), tuple(furniture), tuple(table for table in tables if table))


def _at(cell: Cell, start: int) -> Cell:
    return cell._replace(span=Span(cell.span.start + start, cell.span.end + start))


def _table(cells: Sequence[Cell]) -> Table | None:
    """The table of some cells, from its first word to its last."""
    told = [cell.span for cell in cells if cell.span.start < cell.span.end]
    return Table(Span(told[0].start, told[-1].end), tuple(_filled(cells))) if told else None


def _filled(cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells, with a blank one wherever none was drawn: a place without a cell is one that another covers."""
    covered = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + cell.width)
    }
    height, width = (max(side) + 1 for side in zip(*covered, strict=True))
    begun = {(cell.row, cell.column): cell for cell in cells}
    end = cells[0].span.start
    for place in ((row, column) for row in range(height) for column in range(width)):
        if place in begun:
            yield begun[place]
            end = begun[place].span.end
        elif place not in covered:
            yield Cell(*place, 1, 1, Span(end, end))


class Placed(NamedTuple):
    """Words in a grid: where they begin, how many rows and columns they cover."""

    row: int
    column: int
    height: int
    width: int
    words: str


def rows_of(placed: Iterable[Placed]) -> list[LayoutLine]:
    """A table's rows as lines, their cells parted by ``CELL_END``; rows and columns without a word are left out."""
    cells = sorted(placed)
    told = [cell for cell in cells if cell.words]
    rows, columns = _numbered({cell.row for cell in told}), _numbered({cell.column for cell in told})
    kept = [cell for cell in cells if cell.row in rows and cell.column in columns]
    table = object()
    return [
        _line(table, [_within(cell, rows, columns) for cell in row], len(columns))
        for _, row in groupby(kept, key=lambda cell: cell.row)
    ]


def _numbered(kept: set[int]) -> Mapping[int, int]:
    return {old: new for new, old in enumerate(sorted(kept))}


def _within(cell: Placed, rows: Mapping[int, int], columns: Mapping[int, int]) -> Placed:
    height = sum(row in rows for row in range(cell.row, cell.row + cell.height))
    width = sum(column in columns for column in range(cell.column, cell.column + cell.width))
    return Placed(rows[cell.row], columns[cell.column], height, width, cell.words)


def _line(table: object, cells: Sequence[Placed], width: int) -> LayoutLine:
    at = {cell.column: cell for cell in cells}
    pieces: list[str] = []
    found: list[Cell] = []
    length = 0
    for column in range(width):
        cell = at.get(column)
        words = cell.words if cell else ""
        if cell:
            found.append(Cell(cell.row, column, cell.height, cell.width, Span(length, length + len(words))))
        pieces.append(words)
        length += len(words) + len(CELL_END)
    return LayoutLine(CELL_END.join(pieces), row=Row(table, tuple(found)))
