"""Cut a text into the lines its author once typed.

Noise ends a line (a page's table cell did), an item mark starts one, and in a report flattened onto one
line the blank that follows a sentence end is what the paragraph mark became.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.model import Clean, Span
from converter.structure.clean import holds_several
from converter.structure.lines.annexes import annexes
from converter.structure.lines.glued_head import address_in, head_cuts, labels_a_sentence, signature_cuts
from converter.structure.lines.marks import Mark, find_marks

_LINE = re.compile(r"[^\n]+")
_FEED = re.compile(r"\n")
_FIRST = 12  # lines that may stand before the text
_SHORT = 40  # characters of one that a page prints
_SENTENCE = re.compile(r"[。;!?,]")
# A heading without a number that flattening glued to what its first part starts with.
_HEADING = re.compile(r"(?<=[。!?;”])[^。,;:!?”]{4,30}$")


class Line(Struct, frozen=True):
    """A line without blanks around it.  ``mark`` is the item mark it starts with, if it does.

    ``flattened`` is true where it was cut out of a line that had held several.
    """

    span: Span
    mark: Mark | None
    flattened: bool


def read_lines(clean: Clean) -> tuple[Line, ...]:
    """All lines of a text, in order; what is in none of them is noise or white space."""
    folded = clean.folded
    pieces, own, lists = _without_annexes(folded, _pieces(clean))
    marks = find_marks(folded, pieces, lists)
    starts = [mark.span.start for mark in marks]
    inside = [marks[slice(*(bisect_left(starts, at) for at in piece))] for piece in pieces]
    flat = [_is_flat(folded, piece, found) for piece, found in zip(pieces, inside, strict=True)]
    # Where a line was flattened, so was what stands before the text in it.
    address = address_in(folded)
    feeds = [match.start() for match in _FEED.finditer(clean.source.text)] if address or any(flat) else []
    lines = [bisect_left(feeds, piece.start) for piece in pieces]
    flat_lines = {line for line, was_flat in zip(lines, flat, strict=True) if was_flat}
    own |= {
        piece
        for piece, found in list(zip(pieces, inside, strict=True))[:_FIRST]
        if not found and piece.end - piece.start < _SHORT and not _SENTENCE.search(folded, *piece)
    }
    # So was it where the text addresses its hearers amid a line.
    headed = flat_lines | {bisect_left(feeds, address)} if address else flat_lines
    heads = [
        list(head_cuts(folded, piece, address))
        if n < _FIRST and (lines[n] in headed or labels_a_sentence(folded, piece))
        else []
        for n, piece in enumerate(pieces)
    ]
    return tuple(
        line
        for n, (piece, found, head) in enumerate(zip(pieces, inside, heads, strict=True))
        for line in _lines_of(folded, piece, found, lines[n] in flat_lines and piece not in own, head)
    )


def _without_annexes(
    folded: str, pieces: Iterable[Span]
) -> tuple[tuple[Span, ...], frozenset[Span], frozenset[Span]]:
    """The pieces with the headings of annexes apart, which of them are such headings, and which their lists."""
    found: list[Span] = []
    own: set[Span] = set()
    lists: set[Span] = set()
    in_annex = False
    for piece in pieces:
        at = piece.start
        for annex in annexes(folded, piece) if holds_several(piece.end - piece.start, len(folded)) else ():
            rest = [*trimmed(folded, at, annex.lines[0].start)]
            headings = [span for line in annex.lines for span in trimmed(folded, *line)]
            found += [*rest, *headings]
            own.update(headings)
            lists.update(rest if in_annex else ())
            at, in_annex = annex.end, True
        rest = [*trimmed(folded, at, piece.end)]
        found += rest
        lists.update(rest if in_annex else ())
    return tuple(found), frozenset(own), frozenset(lists)


def _is_flat(folded: str, piece: Span, marks: Sequence[Mark]) -> bool:
    outer = [mark for mark in marks if mark.span.start > piece.start and mark.style.rank <= 2]
    return len(outer) > 1 or holds_several(piece.end - piece.start, len(folded))


def _pieces(clean: Clean) -> Iterator[Span]:
    walls = [wall.start for wall in clean.dropped]
    for line in _LINE.finditer(clean.folded):
        start = line.start()
        for wall in clean.dropped[slice(*(bisect_left(walls, at) for at in line.span()))]:
            yield from trimmed(clean.folded, start, wall.start)
            start = max(start, wall.end)
        yield from trimmed(clean.folded, start, line.end())


def _lines_of(
    folded: str, piece: Span, marks: Sequence[Mark], flat: bool, head: Sequence[int]
) -> Iterator[Line]:
    inside = {mark.span.start: mark for mark in marks}
    # What a page prints before the text are lines of their own; what is left of a flat line is not.
    own = {piece.start, *head} - {max((piece.start, *head))}
    if flat:
        own |= {*_headings(folded, piece, marks), *signature_cuts(folded, piece)}
    edges = {piece.start, *inside, *own, *head, piece.end}
    for start, end in pairwise(sorted(edges)):
        for span in trimmed(folded, start, end):
            yield Line(span, inside.get(span.start), flat and start not in own)


def _headings(folded: str, piece: Span, marks: Sequence[Mark]) -> Iterator[int]:
    """Where a flattened line starts a heading without a number."""
    for mark in marks:
        heading = _HEADING.search(folded, piece.start, mark.span.start)
        if heading and mark.n == 1 and mark.place == "glued":
            yield heading.start()


def trimmed(folded: str, start: int, end: int) -> Iterator[Span]:
    """The characters from ``start`` to ``end`` without blanks around them; nothing where only blanks are left."""
    while start < end and folded[start] in " \n":
        start += 1
    while start < end and folded[end - 1] in " \n":
        end -= 1
    if start < end:
        yield Span(start, end)
