"""A form whose cells ran together, taken apart where its own sums leave just one way to do it.

Each row is digits without ends. A row's parts make its total, and the rows of a column make that column's: where one
way alone fits all of them, it is what was printed; where two do, nothing is read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from converter.caching import kept
from converter.model import Cell, Span
from converter.structure.tables.forms import Form, FormRow, by_levels, forms
from converter.text.fold import fold

_FORM = "requests"
_RECEIVED, _CARRIED, _RESULTS, _TOTAL, _LEFT = 0, 1, slice(2, -2), -2, -1
"""Which of the form's rows is what."""
_LONGEST = 18  # digits of a row; longer ones fit in too many ways
_MOST_STATES = 40_000
_NUMBERED = r"(?:\(?[一二三四五六七八九十]{1,3}[)、.] ?)?"
_REMARK = r"(?: ?\((?![一二三四五六七八九十]{1,3}\))[^()\n]{1,60}\))?"

Numbers = tuple[int, ...]


class _Row(NamedTuple):
    """A row's labels, from the widest, those told before left out, and its digits."""

    path: tuple[str, ...]
    labels: tuple[Span, ...]
    digits: Span


def split_by_sums(folded: str, span: Span) -> tuple[Cell, ...] | None:
    """The cells of a stretch of a folded text; None where it is no such form, or can be read in more ways than one."""
    form = forms()[_FORM]
    head = _head_pattern().match(folded, span.start, span.end)
    if head is None:
        return None
    found = next(
        filter(None, (_rows(folded, Span(head.end(), span.end), rows) for rows in _variants(form))), None
    )
    values = found and _solved([row.digits.of(folded) for row in found], len(form.columns))
    if not found or not values:
        return None
    return (*_head_cells(form, head), *_body_cells(found, values, _depth(form), _levels(form)))


def _depth(form: Form) -> int:
    return max(len(row.path) for row in form.rows)


def _levels(form: Form) -> int:
    return max(map(len, form.columns))


@kept
def _head_pattern() -> re.Pattern[str]:
    """The labels of the form's columns as they are read, behind a remark in the corner."""
    labels = (f"({_words(label)}) ?" for label, *_ in by_levels(forms()[_FORM].columns))
    return re.compile(rf"(\([^()\n]{{6,60}}\))? ?{''.join(labels)}")


def _words(label: str) -> str:
    return " ?".join(map(re.escape, fold(label)))


def _head_cells(form: Form, head: re.Match[str]) -> Iterator[Cell]:
    depth, levels = _depth(form), _levels(form)
    if head[1]:
        yield Cell(0, 0, levels, depth, Span(*head.span(1)))
    ends = {path[: level + 1] for path in form.columns for level in range(len(path) - 1)}
    for n, (label, level, first, last) in enumerate(by_levels(form.columns), 2):
        wider = (*form.columns[first][:level], label) in ends
        yield Cell(
            level, depth + first, 1 if wider else levels - level, last - first + 1, Span(*head.span(n))
        )


def _variants(form: Form) -> Iterator[Sequence[FormRow]]:
    """The form's rows as one year has them: what a row says as a whole, or in parts."""
    wider = [row for row in form.rows if any(_is_within(other, row) for other in form.rows)]
    yield [row for row in form.rows if row not in wider]
    yield [row for row in form.rows if not any(_is_within(row, other) for other in wider)]


def _is_within(row: FormRow, wider: FormRow) -> bool:
    return row != wider and row.path[: len(wider.path)] == wider.path


def _rows(folded: str, span: Span, rows: Sequence[FormRow]) -> list[_Row] | None:
    """The rows of a stretch, where they are just these: digits end where the next row's number and label begin."""
    labels = _labels(rows)
    found: list[_Row] = []
    at = span.start
    for row, own, behind in zip(rows, labels, [*labels[1:], [r"\Z"]], strict=True):
        pattern = "".join(f"({label}) ?" for label in own)
        match = re.compile(rf"{pattern}(\d+?) ?(?={behind[0]})").match(folded, at, span.end)
        if match is None:
            return None
        *told, digits = (Span(*match.span(n)) for n in range(1, len(match.groups()) + 1))
        found.append(_Row(row.path, tuple(told), digits))
        at = match.end()
    return found


def _labels(rows: Sequence[FormRow]) -> list[list[str]]:
    """The patterns of each row's labels, those told before left out; an item's own number may stand before it."""
    found: list[list[str]] = []
    above: tuple[str, ...] = ()
    item = 0
    for row in rows:
        same = next((n for n, (a, b) in enumerate(zip(row.path, above, strict=False)) if a != b), len(above))
        item = item + 1 if row.path[:-1] == above[:-1] else 1
        words = [f"{_words(label)}{_REMARK}" for label in row.path[same:]]
        numbers = [_NUMBERED] * (len(words) - 1) + [
            rf"(?:{item}[.、] ?)?" if len(row.path) > 2 else _NUMBERED
        ]
        found.append([number + label for number, label in zip(numbers, words, strict=True)])
        above = row.path
    return found


def _solved(rows: Sequence[str], columns: int) -> list[Numbers] | None:
    """The numbers of each row, where only one way fits the form's sums."""
    if any(len(digits) > _LONGEST for digits in rows):
        return None
    ways = [[*_ways(digits, columns)] for digits in rows]
    found: list[list[Numbers]] = []
    for total in ways[_TOTAL]:
        around = [
            (new, before, left)
            for new in ways[_RECEIVED]
            for before in ways[_CARRIED]
            for left in ways[_LEFT]
            if all(a + b == c + d for a, b, c, d in zip(new, before, total, left, strict=True))
        ]
        results = _adding_up(ways[_RESULTS], total) if around else []
        if results is None or len(found) + len(around) * len(results) > 1:
            return None
        found += [[new, before, *one, total, left] for new, before, left in around for one in results]
    return found[0] if found else None


def _ways(digits: str, columns: int) -> Iterator[Numbers]:
    """Each way to cut digits into numbers whose last is the sum of the others; no number begins with 0 but 0 itself."""

    def cut(at: int, left: int, so_far: Numbers) -> Iterator[Numbers]:
        if left == 1:
            last = digits[at:]
            if last == str(sum(so_far)):
                yield (*so_far, int(last))
            return
        longest = 1 if digits[at : at + 1] == "0" else len(digits) - at - left + 1
        for length in range(1, longest + 1):
            yield from cut(at + length, left - 1, (*so_far, int(digits[at : at + length])))

    return cut(0, columns, ())


def _adding_up(ways: Sequence[Sequence[Numbers]], total: Numbers) -> list[list[Numbers]] | None:
    """Up to two choices of a way for each row that add up to ``total``; None where there are too many to try."""
    reached: Mapping[Numbers, list[list[Numbers]]] = {(0,) * len(total): [[]]}
    for row in ways:
        further: dict[Numbers, list[list[Numbers]]] = {}
        for sums, chosen in reached.items():
            for way in row:
                added = tuple(a + b for a, b in zip(sums, way, strict=True))
                if all(a <= b for a, b in zip(added, total, strict=True)):
                    known = further.setdefault(added, [])
                    known += [[*one, way] for one in chosen[: 2 - len(known)]]
        if len(further) > _MOST_STATES:
            return None
        reached = further
    return reached.get(total, [])


def _body_cells(rows: Sequence[_Row], values: Sequence[Numbers], depth: int, top: int) -> Iterator[Cell]:
    for n, (row, numbers) in enumerate(zip(rows, values, strict=True)):
        first = len(row.path) - len(row.labels)
        for column, label in enumerate(row.labels, first):
            wider = row.path[: column + 1]
            height = sum(other.path[: column + 1] == wider for other in rows)
            width = depth - column if wider == row.path else 1
            yield Cell(top + n, column, height, width, label)
        at = row.digits.start
        for column, number in enumerate(numbers, depth):
            yield Cell(top + n, column, 1, 1, Span(at, at + len(str(number))))
            at += len(str(number))
