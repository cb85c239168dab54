"""Cut a text into the lines its author once typed.

Noise ends a line (a page's table cell did), an item mark starts one, and in a report flattened onto one
line the blank that follows a sentence end is what the paragraph mark became.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.lines.marks import Mark, find_marks
from converter.model import Clean, Span

_LINE = re.compile(r"[^\n]+")
_PARAGRAPH_BLANK = re.compile(r"(?<=[。;:!?…])[”’)]? +(?=\S)")
# A title that flattening glued to the text: a report's first words are a year or a place.
_TITLE = re.compile(r"[^。,;:!?\n]{6,50}?(?:报告|总结)(?= |\d{4} ?年)")
_LONG = 1500  # characters; typed paragraphs of the genre stay far below


@dataclass(frozen=True, slots=True)
class Line:
    """A line without blanks around it.  ``mark`` is the item mark it starts with, if it does.

    ``flattened`` is true where it was cut out of a line that had held several.
    """

    span: Span
    mark: Mark | None
    flattened: bool


def read_lines(clean: Clean) -> tuple[Line, ...]:
    """All lines of a text, in order; what is in none of them is noise or white space."""
    pieces = tuple(_pieces(clean))
    marks = find_marks(clean.folded, pieces)
    starts = [mark.span.start for mark in marks]
    return tuple(
        line
        for piece in pieces
        for line in _lines_of(clean.folded, piece, marks[slice(*(bisect_left(starts, at) for at in piece))])
    )


def _pieces(clean: Clean) -> Iterator[Span]:
    walls = [wall.start for wall in clean.dropped]
    for line in _LINE.finditer(clean.folded):
        start = line.start()
        for wall in clean.dropped[slice(*(bisect_left(walls, at) for at in line.span()))]:
            yield from trimmed(clean.folded, start, wall.start)
            start = max(start, wall.end)
        yield from trimmed(clean.folded, start, line.end())


def _lines_of(folded: str, piece: Span, marks: Sequence[Mark]) -> Iterator[Line]:
    inside = {mark.span.start: mark for mark in marks}
    cuts = set(inside)
    outer = [mark for at, mark in inside.items() if at > piece.start and mark.style.rank <= 2]
    flattened = len(outer) > 1 or piece.end - piece.start > _LONG
    if flattened:
        cuts |= {match.end() for match in _PARAGRAPH_BLANK.finditer(folded, *piece)}
        title = _TITLE.match(folded, *piece)
        cuts |= {title.end()} if title else set()
    edges = sorted({piece.start, *cuts, piece.end})
    for start, end in pairwise(edges):
        for span in trimmed(folded, start, end):
            yield Line(span, inside.get(span.start), flattened)


def trimmed(folded: str, start: int, end: int) -> Iterator[Span]:
    """The characters from ``start`` to ``end`` without blanks around them; nothing where only blanks are left."""
    while start < end and folded[start] in " \n":
        start += 1
    while start < end and folded[end - 1] in " \n":
        end -= 1
    if start < end:
        yield Span(start, end)
