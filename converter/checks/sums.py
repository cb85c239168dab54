"""The forms' own sums: what adds up to what in the tables of ``tables/forms.toml``."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from converter.checks.rule import ObservedReport, in_digits, note
from converter.figures.locations import table_locations
from converter.model import Cell, Note, Observation, Table
from converter.structure.tables import Body, BodyRow, bodies
from converter.structure.tables.forms import Form, bare, column_of, form_of, forms, row_of
from converter.structure.tables.words import is_nothing, is_value, squeezed

_TOTALS = ("总计", "合计")
_RECEIVED, _CARRIED, _RESULTS, _LEFT = (
    ("本年新收政府信息公开申请数量",),
    ("上年结转政府信息公开申请数量",),
    ("本年度办理结果", "总计"),
    ("结转下年度继续办理",),
)

Path = tuple[str, ...]


class _Sum(NamedTuple):
    """Values whose sum is that of others: a total of its parts, or both sides of an equation."""

    key: str
    totals: tuple[Cell, ...]
    parts: tuple[Cell, ...]


class _Read(Struct, frozen=True):
    """One table's rows under a head: its cells by what the form calls their rows and columns."""

    told: ObservedReport
    table: Table
    cells: Mapping[tuple[Path, Path], Cell]
    rows: Sequence[Path]
    columns: Sequence[Path]

    def value(self, cell: Cell) -> Decimal | None:
        """What a cell counts: nothing where it is blank; None where it holds words."""
        words = squeezed(cell.span.of(self.told.report.folded))
        if not words or is_nothing(words):
            return Decimal(0)
        figure = self.figure(cell)
        return figure.value if figure and is_value(words) else None

    def figure(self, cell: Cell) -> Observation | None:
        """The figure that a cell states, None for a blank one."""
        at = self.told.places.get(f"{self.table.id}-r{cell.row}-c{cell.column}")
        return None if at is None else self.told.figures[at]

    def sum(
        self, key: str, totals: Sequence[tuple[Path, Path]], parts: Sequence[tuple[Path, Path]]
    ) -> Iterator[_Sum]:
        """A sum, where the table has all of its cells."""
        if parts and all(place in self.cells for place in (*totals, *parts)):
            yield _Sum(key, tuple(self.cells[p] for p in totals), tuple(self.cells[p] for p in parts))


def sums_in_tables(told: ObservedReport) -> Iterator[Note]:
    """Totals of a form that are not the sum of their parts, and equations of the form that do not hold."""
    for place in table_locations(told.report):
        for body in () if place.table.unread else bodies(place.table, told.report.folded):
            form = _form(body)
            if form is None:
                continue
            read = _read(told, place.table, body, form)
            for found in _sums(read, form):
                yield from _note(read, found)


def prose_and_tables(told: ObservedReport) -> Iterator[Note]:
    """A figure that the prose states otherwise than the table: where each has just one of an indicator and a period."""
    found: defaultdict[tuple[str, str], tuple[list[Observation], list[Observation]]] = defaultdict(
        lambda: ([], [])
    )
    for figure in told.figures:
        if figure.code and figure.period and figure.status == "result":
            found[figure.code, figure.period][figure.cell is not None].append(figure)
    for prose, cells in found.values():
        if len(prose) == len(cells) == 1 and told.possible(prose[0]).apart(told.possible(cells[0])):
            said = {"said": told.said(prose[0]), "name": cells[0].indicator, "cell": told.surface(cells[0])}
            yield note("prose-and-table", [prose[0], cells[0]], said)


def _form(body: Body) -> Form | None:
    key = form_of([(row.label, column) for row in body.rows for column in body.columns])
    return forms()[key] if key else None


def _read(told: ObservedReport, table: Table, body: Body, form: Form) -> _Read:
    columns = [column_of(form, path) or path for path in body.columns]
    known = [row_of(form, row.label) for row in body.rows]
    rows = [found.path if found else row.label for found, row in zip(known, body.rows, strict=True)]
    cells = {
        (name, column): cell
        for name, row in zip(rows, body.rows, strict=True)
        for column, cell in zip(columns, row.cells, strict=True)
        if cell and not (column[-1:] and column[-1] in _TOTALS and _is_left_out(told, cell, row))
    }
    return _Read(told, table, cells, rows, columns)


def _is_left_out(told: ObservedReport, cell: Cell, row: BodyRow) -> bool:
    """Whether a total is blank beside values: nobody has added up, which is not nought."""

    def words(one: Cell) -> str:
        return squeezed(one.span.of(told.report.folded))

    return not is_value(words(cell)) and any(is_value(words(other)) for other in row.cells if other)


def _sums(read: _Read, form: Form) -> Iterator[_Sum]:
    for total in (column for column in form.columns if column[-1] in _TOTALS):
        parts = [column for column in form.columns if _is_part(column, total)]
        if form.rows or len(total) > 1:
            whole = parts if _is_whole(read, form) else []
        elif any(column not in form.columns for column in read.columns):
            whole = []  # kinds told under other heads are among what the total adds up
        else:  # of the kinds of a form like that of penalties, a report prints some
            whole = [column for column in read.columns if column in parts and column[-1] != "罚没金额"]
        for row in read.rows:
            yield from read.sum("table-row-sum", [(row, total)], [(row, column) for column in whole])
    for column in read.columns:
        yield from _down(read, form, column)


def _is_whole(read: _Read, form: Form) -> bool:
    """Whether each column stands under a head of the form and no two under one: else heads and values were not read together."""
    return len(set(read.columns)) == len(read.columns) and all(c in form.columns for c in read.columns)


def _is_part(column: Path, total: Path) -> bool:
    return column != total and column[: len(total) - 1] == total[:-1]


def _down(read: _Read, form: Form, column: Path) -> Iterator[_Sum]:
    """What the rows of one column add up to."""
    if any(row.path == _RESULTS for row in form.rows):
        parts = _results(read, form)
        yield from read.sum("table-column-sum", [(_RESULTS, column)], [(row, column) for row in parts])
        both = [(_RESULTS, column), (_LEFT, column)]
        yield from read.sum("table-balance", [(_RECEIVED, column), (_CARRIED, column)], both)
    elif not form.rows and read.rows and bare(read.rows[-1][-1] if read.rows[-1] else "") in _TOTALS:
        own = [(row, column) for row in read.rows[:-1]]
        yield from read.sum("table-column-sum", [(read.rows[-1], column)], own)


def _results(read: _Read, form: Form) -> list[Path]:
    """The rows that the total of results is made of; none where the table lacks one that its form has.

    What one year's form splits another's has as one row, and where a report prints both, the wider is their sum.
    """
    known = [row.path for row in form.rows if row.path[0] == _RESULTS[0] and row.path != _RESULTS]
    printed = [path for path in known if path in read.rows]
    if not all(any(_within(path, row) or _within(row, path) for row in printed) for path in known):
        return []
    return [path for path in printed if not any(_within(row, path) for row in printed if row != path)]


def _within(path: Path, wider: Path) -> bool:
    return path[: len(wider)] == wider


def _note(read: _Read, found: _Sum) -> Iterator[Note]:
    left, right = ([read.value(cell) for cell in cells] for cells in (found.totals, found.parts))
    if None in left or None in right or not any(map(read.figure, found.totals)):
        return  # words, or a total left blank: nothing is claimed
    said, sum_ = (sum(value for value in values if value is not None) for values in (left, right))
    figures = [figure for cell in (*found.totals, *found.parts) if (figure := read.figure(cell))]
    if said != sum_ and figures:
        names = {
            "name": figures[0].indicator,
            "total": in_digits(Decimal(said)),
            "sum": in_digits(Decimal(sum_)),
        }
        yield note(found.key, figures, names)
