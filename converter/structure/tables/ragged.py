"""Tables whose rows are not of one length: who copies one from a page gets no cell where one above, or before, reaches
into a row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from converter.model import Cell, Table
from converter.spans import moved
from converter.structure.tables.forms import form_of
from converter.structure.tables.header import TOTAL
from converter.structure.tables.labels import named_cells
from converter.structure.tables.stacked import stacked
from converter.structure.tables.words import is_nothing, is_value, squeezed
from converter.text.fold import fold

_Row = list[Cell]


def straightened(text: str, table: Table, sign: str) -> Table:
    """The table with each cell in its column: a form's by the order of its cells, others where a value tells."""
    start, words = table.span.start, fold(table.span.of(text))
    near = moved(table, -start)
    if not _is_ragged(near, words):
        return table
    form = _of_form(near, words, table.span.of(text).replace(sign, "\n"))
    return moved(form or replace(near, cells=tuple(_shifted(near, words))), start)


def _is_ragged(table: Table, words: str) -> bool:
    """Whether rows of values are of several lengths, or longer than all their heads."""
    rows = [list(row) for _, row in groupby(table.cells, lambda cell: cell.row)]
    if len({len(row) for row in rows}) == 1:
        return False
    hold = [any(is_value(squeezed(cell.span.of(words))) for cell in row) for row in rows]
    body = {len(row) for row, held in zip(rows, hold, strict=True) if held}
    heads = {len(row) for row, held in zip(rows, hold, strict=True) if not held}
    return len(body) > 1 or max(heads, default=0) < max(body, default=0)


def falls_short(table: Table, words: str) -> bool:
    """Whether a row with a value ends before a column that holds values elsewhere: which are its own, nothing tells.

    ``words`` are the table's.
    """
    held = [cell for cell in table.cells if is_value(squeezed(cell.span.of(words)))]
    last = max((cell.column for cell in held), default=0)
    rows = {cell.row for cell in held}
    ends = {
        row: max(c.column + c.width for c in table.cells if c.row <= row < c.row + c.height) for row in rows
    }
    return any(end <= last for end in ends.values())


def _of_form(table: Table, words: str, stack: str) -> Table | None:
    """The form's table that all cells make when they stand one a line; None where they do not make one."""
    found = stacked(stack)
    told = {cell.span for cell in table.cells if cell.span.start < cell.span.end}
    if len(found) != 1 or {cell.span for cell in found[0].cells} != told:
        return None
    places = [(named.row, named.column) for named in named_cells(found[0], words)]
    return replace(found[0], span=table.span) if places and form_of(places) else None


def _shifted(table: Table, words: str) -> Iterator[Cell]:
    """The cells, a short row at the right where only there each is of a kind that its column has."""
    rows = [list(row) for _, row in groupby(table.cells, lambda cell: cell.row)]
    said = {cell: squeezed(cell.span.of(words)) for cell in table.cells}
    width = max(map(len, rows))
    whole = [row for row in rows if len(row) == width and any(is_value(said[cell]) for cell in row)]
    kinds = [{_kind(said[row[column]]) for row in whole} - {""} for column in range(width)]
    for row in rows:
        by = width - len(row)
        moves = by and not _fits(row, 0, said, kinds) and _fits(row, by, said, kinds)
        yield from _at_right(row, by, said) if moves else row


def _at_right(row: _Row, by: int, said: Mapping[Cell, str]) -> Iterator[Cell]:
    """The cells of a row so many columns on; what names a total reaches over those, as nothing above it does."""
    first, *others = row
    is_total = TOTAL.search(said[first])
    yield first._replace(width=1 + by) if is_total else first._replace(column=first.column + by)
    yield from (cell._replace(column=cell.column + by) for cell in others)


def _fits(row: _Row, by: int, said: Mapping[Cell, str], kinds: Sequence[set[str]]) -> bool:
    """Whether each cell is of a kind that its column has; a row without a value is no row of the body."""
    told = [(_kind(said[cell]), kinds[cell.column + by]) for cell in row]
    return any(kind == "value" for kind, _ in told) and all(
        not kind or kind in column for kind, column in told
    )


def _kind(words: str) -> str:
    if not words or is_nothing(words):
        return ""
    return "value" if is_value(words) else "label"
