"""Tables whose cells came one a line: short lines of which many are numbers, told by the rhythm of labels and values."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.model import Cell, Span, Table
from converter.structure.tables.forms import bare, known_labels
from converter.structure.tables.header import Line, head_cells, is_form_head
from converter.structure.tables.words import squeezed
from converter.text.fold import fold
from converter.text.numerals import spelled

_LINE = re.compile(r"[^\n]+")
# What any value that has a line of its own looks like in a folded text.
_MAY_BE_VALUE = re.compile(r"\n *[-+\d/\\_×*无空][^\n。;:!?]*(?=\n|\Z)")
_PROSE = re.compile(r"[。！？；!?;：:]|.{46}")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_HEADING = re.compile(spelled(r"(?:第?[{chinese}]{1,3}(?:[、.,，]|部分|章)|[（(][{chinese}]{1,3}[)）])"))
_RANKS = (
    re.compile(spelled(r"[{chinese}]{1,3}[、.]")),
    re.compile(r"[（(]"),
    re.compile(r"\d{1,2}[.、](?!\d)"),
)
_SERIAL = re.compile(r"序号|编号")
_NEW_HEAD = 3  # labels before a value: those of its row are one or two
_FEWEST = 4  # values


class Row(NamedTuple):
    """Labels and the values that follow them."""

    labels: tuple[Line, ...]
    values: tuple[Line, ...]


def stacked(text: str) -> list[Table]:
    """The tables of a text whose cells stand one a line."""
    return [table for run in _runs(text) for block in _blocks(_rows(run)) if (table := _table(block))]


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines between prose, up to the last value."""
    run: list[Line] = []
    folded = fold(text)
    if len(_MAY_BE_VALUE.findall(f"\n{folded}")) < _FEWEST:
        return
    for match in _LINE.finditer(text):
        words = squeezed(folded[match.start() : match.end()])
        if not words:
            continue
        if _is_prose(words):
            yield run
            run = []
        else:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            run.append(Line(Span(start, max(start, match.start() + len(match[0].rstrip()))), words))
    yield run


def _is_prose(words: str) -> bool:
    outside = _BRACKETS.sub("", words) if "(" in words or "（" in words else words
    return bool(_PROSE.search(outside)) and bare(words) not in known_labels()


def _rows(run: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    labels: list[Line] = []
    values: list[Line] = []
    for line in run:
        if line.is_value:
            values.append(line)
            continue
        if values:
            rows.append(Row(tuple(labels), tuple(values)))
            labels, values = [], []
        labels.append(line)
    return [*rows, Row(tuple(labels), tuple(values))] if values else rows


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each table: a heading between values ends one."""
    block: list[Row] = []
    for row in rows:
        labels = _below_heading(row.labels, first=not block)
        if len(labels) < len(row.labels) and block:
            yield block
            block = []
        block.append(Row(labels, row.values))
    yield block


def _below_heading(labels: tuple[Line, ...], *, first: bool) -> tuple[Line, ...]:
    """The labels behind the last one that is a heading: numbered, no form's, and not just what a row belongs to."""
    for at in range(len(labels) - 1, -1, -1):
        behind = len(labels) - at - 1
        numbered = _HEADING.match(labels[at].words) and bare(labels[at].words) not in known_labels()
        if numbered and (behind >= 2 or (first and behind == 1)):
            return labels[at + 1 :]
    return labels


def _table(rows: Sequence[Row]) -> Table | None:
    """The table of some rows, None where they have no rhythm."""
    values = [len(row.values) for row in rows]
    if sum(values) < _FEWEST or not (len(rows) > 1 or max(values) >= _FEWEST):
        return None
    cells: list[Cell] = []
    parts = list(_parts(rows))
    made = [part for part in map(_part, parts) if part is not None]
    if len(made) < len(parts):
        return None
    width = max(map(_right, (cell for part in made for cell in part)))
    at = 0
    for part in made:
        edge = max(map(_right, part))
        cells += (_stretched(cell._replace(row=cell.row + at), edge, width) for cell in part)
        at += max(cell.row for cell in part) + 1
    return Table(Span(cells[0].span.start, rows[-1].values[-1].span.end), tuple(cells))


def _right(cell: Cell) -> int:
    return cell.column + cell.width


def _stretched(cell: Cell, edge: int, width: int) -> Cell:
    """A cell at the edge of a part that is narrower than its table reaches to the table's."""
    return cell._replace(width=width - cell.column) if _right(cell) == edge else cell


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows under one head each: several labels before a value begin a new head."""
    part: list[Row] = []
    for row in rows:
        if part and len(row.labels) >= _NEW_HEAD:
            yield part
            part = []
        part.append(row)
    yield part


def _part(rows: Sequence[Row]) -> list[Cell] | None:
    """The cells of rows under one head; None where their values are not as many as it has columns."""
    rows = _with_serials(rows)
    count = len(rows[-1].values)
    if any(len(row.values) != count for row in rows):
        return None
    own = 0 if len(rows) == 1 and is_form_head(rows[0].labels, count) else _own_labels(rows)
    head, first = rows[0].labels[: len(rows[0].labels) - own], rows[0].labels[len(rows[0].labels) - own :]
    labelled = [Row(first, rows[0].values), *rows[1:]]
    depth = _depth(labelled)
    cells = head_cells(head, depth, [[line.words for line in row.values] for row in rows])
    top = max((cell.row + cell.height for cell in cells), default=0)
    for n, row in enumerate(labelled, top):
        cells += _row_cells(row, n, depth)
    return sorted(cells)


def _own_labels(rows: Sequence[Row]) -> int:
    """How many of the labels before the first value are the first row's: those before its head go on in number."""
    labels = rows[0].labels
    own = 2 if len(labels) > 1 and labels[-2].is_value else 1  # a row's number stands before its label
    while own < len(labels) and own < 3:
        rank, wider = _rank(labels[-own].words), _rank(labels[-own - 1].words)
        if rank is None or wider is None or wider >= rank:
            break
        own += 1
    return min(own, len(labels))


def _rank(words: str) -> int | None:
    return next((n for n, pattern in enumerate(_RANKS) if pattern.match(words)), None)


def _depth(rows: Sequence[Row]) -> int:
    """How many columns of labels: as many as the row with most of them needs."""
    ranks = {_rank(label.words) for row in rows for label in row.labels} - {None}
    return max(len(ranks), *(len(row.labels) for row in rows))


def _row_cells(row: Row, n: int, depth: int) -> Iterator[Cell]:
    ranks = [_rank(label.words) for label in row.labels]
    told = all(rank is not None and rank < depth for rank in ranks) and len({*ranks}) == len(ranks)
    for at, label in enumerate(row.labels):
        column = ranks[at] if told and depth == len(_RANKS) else at
        yield Cell(n, column or 0, 1, 1, label.span)
    for at, value in enumerate(row.values):
        yield Cell(n, depth + at, 1, 1, value.span)


def _with_serials(rows: Sequence[Row]) -> list[Row]:
    """Rows whose numbers stand before their labels, each with its own: they came behind the values of the row above."""
    numbered = any(_SERIAL.fullmatch(label.words) for label in rows[0].labels)
    if not numbered or len(rows) == 1 or len(rows[0].values) != 1:
        return list(rows)
    found: list[Row] = []
    head: tuple[Line, ...] = rows[0].labels
    waiting: tuple[Line, ...] = rows[0].values[:1]
    for row in rows[1:]:
        goes_on = len(row.values) == len(rows[-1].values) + 1
        values = row.values[:-1] if goes_on else row.values
        found.append(Row((*head, *waiting, *row.labels), values))
        head, waiting = (), row.values[-1:] if goes_on else ()
    return found
