"""A form whose cells ran together: what its sums leave one way to read is read right, all else is left alone."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Span
from converter.structure.tables.forms import FormRow, by_levels, forms
from converter.structure.tables.splitting import split_by_sums
from converter.text.fold import fold

FORM = forms()["requests"]
WIDER = ("本年度办理结果", "其他处理")
ROWS = [row for row in FORM.rows if row.path != WIDER]
HEAD = "".join(label for label, *_ in by_levels(FORM.columns))
RESULTS = ROWS[2:-2]
SIGNS = "一二三四五六七八九十"


def labels(rows: list[FormRow]) -> list[str]:
    """The words before the digits of each row, numbered as the form has them."""
    found: list[str] = []
    above: tuple[str, ...] = ()
    tops = [key for key, _ in groupby(row.path[0] for row in rows)]
    inner = [key for key, _ in groupby(row.path[1] for row in rows if len(row.path) > 1)]
    for row in rows:
        words = ""
        if row.path[:1] != above[:1]:
            words += f"{SIGNS[tops.index(row.path[0])]}、{row.path[0]}"
        if len(row.path) > 1 and row.path[:2] != above[:2]:
            words += f"（{SIGNS[inner.index(row.path[1])]}）{row.path[1]}"
        if len(row.path) > 2:
            own = [other for other in rows if other.path[:2] == row.path[:2]]
            words += f"{own.index(row) + 1}.{row.path[2]}"
        found.append(words)
        above = row.path
    return found


def squashed(rows: list[list[int]]) -> str:
    numbers = ("".join(map(str, [*row, sum(row)])) for row in rows)
    return HEAD + "".join(words + digits for words, digits in zip(labels(ROWS), numbers, strict=True))


def table(results: list[list[int]], carried: list[int], left: list[int]) -> list[list[int]]:
    """All rows of a form that obeys its own sums."""
    total = [sum(column) for column in zip(*results, strict=True)]
    new = [a + b - c for a, b, c in zip(total, left, carried, strict=True)]
    return [new, carried, *results, total, left]


def read(text: str) -> list[list[int]] | None:
    """The values of the rows, None where the text is left alone."""
    folded = fold(text)
    cells = split_by_sums(folded, Span(0, len(text)))
    if cells is None:
        return None
    assert [cell.span for cell in cells] == sorted(cell.span for cell in cells)
    values = [cell for cell in cells if cell.row > 2 and cell.column > 2]
    return [[int(c.span.of(text)) for c in row] for _, row in groupby(values, lambda cell: cell.row)]


SMALL = st.lists(st.integers(0, 12), min_size=6, max_size=6)


@given(st.lists(SMALL, min_size=len(RESULTS), max_size=len(RESULTS)), SMALL)
def test_what_is_read_is_what_was_printed(results: list[list[int]], left: list[int]) -> None:
    rows = table(results, [0] * 6, left)
    found = read(squashed(rows))
    assert found is None or found == [[*row, sum(row)] for row in rows]


NONE = [[0] * 6 for _ in RESULTS]


def test_a_usual_form_is_read_whole() -> None:
    rows = table([[31, 4, 0, 0, 2, 0], *NONE[1:]], [3, 0, 0, 0, 0, 0], [4, 1, 0, 0, 0, 0])
    assert read(squashed(rows)) == [[*row, sum(row)] for row in rows]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("自然人", "个人"),  # another head
        lambda text: text.replace("1.属于国家秘密", "1.属于秘密"),  # another row
        lambda text: text + "附注3",
        lambda text: text.replace("予以公开3140020", "予以公开3140021"),  # sums that do not hold
    ],
)
def test_what_is_not_just_the_form_is_left_alone(change) -> None:  # type: ignore[no-untyped-def]
    rows = table([[31, 4, 0, 0, 2, 0], *NONE[1:]], [3, 0, 0, 0, 0, 0], [4, 1, 0, 0, 0, 0])
    text = squashed(rows)
    assert change(text) != text
    assert read(change(text)) is None


def test_two_ways_are_none() -> None:
    # 1|11|0|0|0|0|12 and 11|1|0|0|0|0|12: in the first result as in what came in and in the total.
    rows = table([[1, 11, 0, 0, 0, 0], *NONE[1:]], [0] * 6, [0] * 6)
    assert read(squashed(rows)) is None
