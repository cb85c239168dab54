"""The head of a table whose cells came one a line: which columns its labels stand over."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from converter.model import Cell, Span
from converter.structure.tables.forms import bare, by_levels, forms
from converter.structure.tables.words import is_nothing, is_value
from converter.text.fold import fold

_LEAD = re.compile(
    r"序号|编号|项目|信息内容|指标|类别|名称|事项|内容|年度|地区|.{0,4}(?:单位|部门|机关|主体|名称)|[市县区乡镇村街道()/、]{1,8}"
)
TOTAL = re.compile(r"[合总小共]计")
_AMOUNT = re.compile(r"[\d,]+(?:\.\d+)?")


class Line(NamedTuple):
    """A line with its words as labels are compared."""

    span: Span
    words: str

    @property
    def is_value(self) -> bool:
        """Whether it is a value, or a sign for none."""
        return is_value(self.words) or is_nothing(self.words)


class _Over(NamedTuple):
    """A label of a head and the columns of values it stands over; ``level`` counts from above."""

    line: Line
    level: int
    first: int
    last: int


def head_cells(head: Sequence[Line], depth: int, values: Sequence[Sequence[str]]) -> list[Cell]:
    """The cells of a head over ``depth`` columns of labels and the columns of ``values``."""
    if not head:
        return []
    count = len(values[0])
    known = _of_form(head, count)
    before = head[: len(head) - len(known)] if known is not None else head
    titles, leads, rest = _parted(before, depth)
    if known is not None:
        if not leads and depth:
            leads, rest = rest[-1:], []
            titles = list(before[: len(before) - len(leads)])
        elif not depth:
            titles, rest = rest, []
        groups = [_Over(line, n, 0, count - 1) for n, line in enumerate(rest)]
        return _cells(
            titles, leads, [*groups, *(o._replace(level=o.level + len(rest)) for o in known)], depth, count
        )
    if not leads and depth and len(rest) == count + 1:
        leads, rest = [rest[0]], rest[1:]
    over = _over(rest, count, values)
    surplus = [line for line in rest if not any(line is found.line for found in over)]
    return _cells([*titles, *surplus], leads, over, depth, count)


def _parted(head: Sequence[Line], depth: int) -> tuple[list[Line], list[Line], list[Line]]:
    """A head as titles over all columns, heads of labels, and the rest."""
    leads = (
        [n for n, line in enumerate(head) if _LEAD.fullmatch(line.words)][: max(depth, 1)] if depth else []
    )
    if leads:
        behind = [line for n, line in enumerate(head) if n > leads[0] and n not in leads]
        return list(head[: leads[0]]), [head[n] for n in leads], behind
    return [], [], list(head)


def is_form_head(labels: Sequence[Line], count: int) -> bool:
    """Whether labels end with the whole head of a form's table of ``count`` columns: its row then has no label."""
    return _of_form(labels, count) is not None


def _of_form(head: Sequence[Line], count: int) -> list[_Over] | None:
    """The end of a head that is one of the forms', None where it is none."""
    words = [bare(line.words) for line in head]
    for form in forms().values():
        labels = list(by_levels(form.columns))
        if len(form.columns) == count and words[-len(labels) :] == [
            bare(fold(label)) for label, *_ in labels
        ]:
            lines = head[-len(labels) :]
            return [_Over(line, *place) for line, (_, *place) in zip(lines, labels, strict=True)]
    return None


def _over(labels: Sequence[Line], count: int, values: Sequence[Sequence[str]]) -> list[_Over]:
    """One label a column; or one more, which then stands over several others: where a total says so, else over all."""
    if len(labels) != count + 1 or count < 2:
        own = labels[max(len(labels) - count, 0) :]
        return [_Over(line, 0, n, n) for n, line in enumerate(own)]
    readings = list(_with_group(labels, count))
    for reading in readings:
        if _adds_up(reading, values):
            return reading
    return readings[0]


def _with_group(labels: Sequence[Line], count: int) -> Iterator[list[_Over]]:
    """Each way in which one of the labels stands over the last of them; the first way is that it stands over all."""
    for upper in range(1, count):
        for group in range(upper):
            width = count - upper + 1
            tops = [*range(group), *(n + width - 1 for n in range(group + 1, upper))]
            own = [line for n, line in enumerate(labels[:upper]) if n != group]
            over = [_Over(line, 0, column, column) for line, column in zip(own, tops, strict=True)]
            over.append(_Over(labels[group], 0, group, group + width - 1))
            yield [*over, *(_Over(line, 1, group + n, group + n) for n, line in enumerate(labels[upper:]))]


def _adds_up(reading: Sequence[_Over], values: Sequence[Sequence[str]]) -> bool:
    inner = [over for over in reading if over.level]
    total = next((over.first for over in inner if TOTAL.search(over.line.words)), None)
    if total is None:
        return False
    rows = [[_amount(words) for words in row] for row in values]
    return all(row[total] == sum(row[over.first] for over in inner if over.first != total) for row in rows)


def _amount(words: str) -> Decimal:
    match = _AMOUNT.match(words)
    return Decimal(match[0].replace(",", "")) if match else Decimal(0)


def _cells(
    titles: Sequence[Line], leads: Sequence[Line], over: Sequence[_Over], depth: int, count: int
) -> list[Cell]:
    """The head as cells: titles over all columns, then the labels of labels, then those of values."""
    top, levels = len(titles), max((found.level for found in over), default=0) + 1
    cells = [Cell(n, 0, 1, depth + count, line.span) for n, line in enumerate(titles)]
    for n, line in enumerate(leads):
        width = depth - n if n == len(leads) - 1 else 1
        cells.append(Cell(top, n, levels, width, line.span))
    for line, level, first, last in over:
        inner = any(other.level > level and first <= other.first <= last for other in over)
        height = 1 if inner else levels - level
        cells.append(Cell(top + level, depth + first, height, last - first + 1, line.span))
    return cells
