"""Totals of tables that are no form: what adds up in most rows (or columns) of a table has to in all of them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.checks.rule import ObservedReport, in_digits, note
from converter.figures.locations import table_locations
from converter.model import Cell, Note, Observation, Table
from converter.structure.tables import Body, bodies
from converter.structure.tables.forms import bare
from converter.structure.tables.words import is_nothing, is_value, squeezed

_TOTALS = ("总计", "合计")
_FEWEST = 2  # parts of a total
# What has one of these is counted under another label too, or is no part.
_WITHIN = re.compile(r"其中|小计|累计|上年|去年|同比|增|率|占|比|%|均")

Path = tuple[str, ...]


class _Line(Struct, frozen=True):
    """A row, or a column: its total, and what should add up to it."""

    total: Observation
    parts: Sequence[Observation]
    off: bool


def sums_in_grids(told: ObservedReport) -> Iterator[Note]:
    """Totals of a table that are not the sum of their row or column, where the others of the same table are."""
    for place in table_locations(told.report):
        for body in () if place.table.unread else bodies(place.table, told.report.folded):
            yield from _notes("table-row-sum", _rows(told, place.table, body))
            yield from _notes("table-column-sum", _columns(told, place.table, body))


def _notes(key: str, lines: Sequence[_Line]) -> Iterator[Note]:
    """A note on the one line that does not add up, where another one does: then a total is what it is called."""
    wrong = [line for line in lines if line.off]
    proved = [
        line for line in lines if not line.off and sum(1 for part in line.parts if part.value) >= _FEWEST
    ]
    for line in wrong if len(wrong) == 1 and proved else ():
        total, sum_ = line.total.value, sum((part.value for part in line.parts), start=Decimal(0))
        said = {"name": line.total.indicator, "total": in_digits(total), "sum": in_digits(sum_)}
        yield note(key, [line.total, *line.parts], said)


def _rows(told: ObservedReport, table: Table, body: Body) -> Sequence[_Line]:
    last = _total([column[-1:] for column in body.columns])
    if last is None or any(len(column) > 1 for column in body.columns):
        return ()
    cells = [[cell for at, cell in enumerate(row.cells) if at != last] for row in body.rows]
    return _lines(told, table, [(row.cells[last], own) for row, own in zip(body.rows, cells, strict=True)])


def _columns(told: ObservedReport, table: Table, body: Body) -> Sequence[_Line]:
    last = _total([row.label[-1:] for row in body.rows])
    if last is None or last != len(body.rows) - 1 or any(len(row.label) > 1 for row in body.rows):
        return ()
    columns = [[row.cells[at] for row in body.rows] for at in range(len(body.columns))]
    return _lines(told, table, [(cells[last], cells[:last]) for cells in columns])


def _total(labels: Sequence[Path]) -> int | None:
    """Which of the labels is the one total, at the end or the beginning; None where others are no parts of it."""
    words = [bare(label[-1]) if label else "" for label in labels]
    found = [at for at, one in enumerate(words) if one in _TOTALS]
    parts = [one for one in words if one not in _TOTALS]
    plain = len(parts) >= _FEWEST and not any(_WITHIN.search(one) for one in parts)
    return found[0] if len(found) == 1 and plain and found[0] in (0, len(words) - 1) else None


def _lines(
    told: ObservedReport, table: Table, cells: Sequence[tuple[Cell | None, Sequence[Cell | None]]]
) -> Sequence[_Line]:
    return [line for total, parts in cells if (line := _line(told, table, total, parts))]


def _line(
    told: ObservedReport, table: Table, total: Cell | None, parts: Sequence[Cell | None]
) -> _Line | None:
    """A total with its parts, None where a cell is missing or holds words, or where units differ."""
    words = [squeezed(cell.span.of(told.report.folded)) if cell else "" for cell in (total, *parts)]
    if not is_value(words[0]) or not all(is_value(one) or is_nothing(one) for one in words[1:]):
        return None
    figures = [figure for cell in (total, *parts) if cell and (figure := _figure(told, table, cell))]
    if len({(figure.unit, figure.measure) for figure in figures}) != 1 or len(figures) <= _FEWEST:
        return None
    sum_ = sum((figure.value for figure in figures[1:]), start=Decimal(0))
    return _Line(figures[0], figures[1:], figures[0].value != sum_)


def _figure(told: ObservedReport, table: Table, cell: Cell) -> Observation | None:
    at = told.places.get(f"{table.id}-r{cell.row}-c{cell.column}")
    return None if at is None else told.figures[at]
