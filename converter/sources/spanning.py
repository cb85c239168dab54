"""Cells as HTML and Word write them, row by row, each with what it spans: where in the grid each of them is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.sources.layout import Placed

MOST = 60
"""Columns or rows that one cell may span; a table can claim any number."""


class Spanning(NamedTuple):
    """A cell's words and how many columns and rows it spans."""

    words: str
    width: int
    height: int


def placed(rows: Sequence[Sequence[Spanning]]) -> Iterator[Placed]:
    """The place of each cell: the first of its row that no cell above reaches down to."""
    reach: dict[int, int] = {}  # column → the first row below the cells that stand in it
    for n, row in enumerate(rows):
        column = 0
        for words, width, height in row:
            while reach.get(column, 0) > n:
                column += 1
            end = min(n + height, len(rows))
            yield Placed(n, column, end - n, width, words)
            reach |= dict.fromkeys(range(column, column + width), end)
            column += width
