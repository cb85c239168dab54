"""Headings without a number in a text that lost its lines: ``……新台阶。2020年工作安排2020年是……一、……``.

Numbering that starts again says that a heading stands above it; words known of such headings say in which sentence, and
what is known of glued headings (``glue.py``) says where in it the heading ends.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from converter.model import Span
from converter.structure.lines.cut import Line, trimmed
from converter.structure.segment.chapter_roles import turns
from converter.structure.segment.glue import Glued, chances
from converter.structure.segment.heading import is_unnumbered, starts_unnumbered
from converter.structure.segment.hidden_ends import Hidden, raw_place

_SENTENCE = re.compile(r"(?:(?<=[。!?])|(?<=[。!?]”))(?=[^ 。!?;”])")
_RANK = 1
_SURE, _SURE_BESIDE = 0.5, 0.9  # where nothing else, where a line of its own is such a heading
# A first clause with a figure: 今年拟安排 is no heading before 财政赤字2.18万亿元.
_STATES = re.compile(r"[^,。;:]*?(?<!\d)\d+(?!\d|年)")
_LOOKED_AT = 90  # characters


class _Heading(NamedTuple):
    line: int
    span: Span
    chance: float
    """How sure its end is."""
    any_chance: float
    """How sure it is that a heading stands there, wherever it ends."""


def with_unnumbered(folded: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], dict[int, Hidden]]:
    """The lines with such headings cut out of them, and how sure the end of each is, by its index.

    What turns to problems starts a line too.
    """
    parted = tuple(part for line in lines for part in _at_turns(folded, line))
    return _cut(folded, parted, {heading.line: heading for heading in _found(folded, parted)})


def _at_turns(folded: str, line: Line) -> Iterator[Line]:
    start = line.span.start
    for at in _sentences(folded, line) if line.flattened else ():
        if turns(folded, Span(at, line.span.end)):
            yield from (replace(line, span=span) for span in trimmed(folded, start, at))
            start, line = at, replace(line, mark=None)
    yield replace(line, span=Span(start, line.span.end))


def _sentences(folded: str, line: Line) -> list[int]:
    return [match.start() for match in _SENTENCE.finditer(folded, line.span.start + 1, line.span.end)]


def _found(folded: str, lines: Sequence[Line]) -> list[_Heading]:
    top = _top(lines)
    marks = [(i, line.mark) for i, line in enumerate(lines) if line.mark]
    starts = [i for i, mark in marks if mark.style.rank == top and mark.n == 1 and not mark.style.point]
    again = [i for i in starts[1:] if lines[i].flattened and not _resumes(lines, i)]
    regions = [(_last_outer(lines, i), i) for i in again]
    found = [_above(folded, lines, *region) for region in regions]
    if any(found) or any(_own(folded, lines, *region) for region in regions):
        last = _last_outer(lines, len(lines))
        found = [_above(folded, lines, 0, starts[0]), *found, _above(folded, lines, last, len(lines))]
    return [heading for heading in found if heading]


def _cut(
    folded: str, lines: Sequence[Line], inside: Mapping[int, _Heading]
) -> tuple[tuple[Line, ...], dict[int, Hidden]]:
    cut: list[Line] = []
    hidden: dict[int, Hidden] = {}
    for i, line in enumerate(lines):
        if i in inside:
            before, heading, after = _parted(folded, line, inside[i])
            cut += before
            hidden[len(cut)] = Hidden(heading.span.end, inside[i].chance)
            cut += [heading, *after]
        else:
            cut.append(line)
    return tuple(cut), hidden


def _top(lines: Sequence[Line]) -> int:
    marks = (line.mark for line in lines if line.mark)
    return min((mark.style.rank for mark in marks if not (mark.style.note or mark.style.point)), default=0)


def _resumes(lines: Sequence[Line], i: int) -> bool:
    """Whether the numbering goes on that the one starting at line ``i`` stands in."""
    inner = lines[i].mark
    assert inner is not None
    outer = (line.mark for line in lines[i + 1 :] if line.mark and line.mark.style is inner.style)
    return any(mark.depth < inner.depth for mark in outer)


def _last_outer(lines: Sequence[Line], before: int) -> int:
    top = _top(lines)
    return max((i for i in range(before) if (mark := lines[i].mark) and mark.style.rank == top), default=0)


def _own(folded: str, lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether such a heading has a line of its own among those."""
    return any(not line.flattened and is_unnumbered(line.span.of(folded)) for line in lines[first:end])


def _above(folded: str, lines: Sequence[Line], first: int, end: int) -> _Heading | None:
    """The likeliest heading in the lines from one to another."""
    found = [heading for i in range(first, end) for heading in _headings(folded, lines[i], i)]
    least = _SURE_BESIDE if _own(folded, lines, first, end) else _SURE
    likeliest = max(found, key=lambda heading: heading.any_chance, default=None)
    return likeliest if likeliest and likeliest.any_chance > least else None


def _headings(folded: str, line: Line, i: int) -> Iterator[_Heading]:
    if not line.flattened:
        return
    for start in [*([] if line.mark else [line.span.start]), *_sentences(folded, line)]:
        words = folded[start : min(start + _LOOKED_AT, line.span.end)].replace(" ", "")
        if not starts_unnumbered(words):
            continue
        ends = [
            (chance, place)
            for place, chance in chances(Glued(words, _RANK))
            if is_unnumbered(words[:place]) and not _STATES.match(words, place)
        ]
        if ends:
            chance, place = max(ends)
            span = Span(start, raw_place(folded, start, place))
            yield _Heading(i, span, chance, sum(each for each, _ in ends))


def _parted(folded: str, line: Line, heading: _Heading) -> tuple[list[Line], Line, list[Line]]:
    start, end = heading.span
    before = [replace(line, span=span) for span in trimmed(folded, line.span.start, start)]
    after = [Line(span, None, line.flattened) for span in trimmed(folded, end, line.span.end)]
    return before, Line(heading.span, None, flattened=False), after
