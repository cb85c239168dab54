"""Find the item marks of a text (一、 （一） 一是 …) and keep those that belong to a run of numbering.

A mark at the start of a line speaks for itself.  One in the middle of a line is a mark only with others:
``一是`` is two ordinary words until ``二是`` follows.  Where a report was flattened onto one line, headings
are glued to what stood before them, even to the digits of a squashed table, and a table's own 一、二、三
stands inside the chapter's; so marks are gathered into runs, a run may hold another, and a run counts when
enough of its members stand where a mark may stand.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec.structs import replace

from converter.model import Span
from converter.structure.clean import holds_several
from converter.structure.lines.decimals import decimals
from converter.structure.lines.styles import Style, any_sign, styles
from converter.text.numerals import ordinal

Place = Literal["line start", "after a mark", "glued"]
_CHAPTER, _OUTER = 1, 2  # ranks of 一、 and （一）
_DEEPEST = 8  # lists inside lists; no report has three
_STOP = re.compile(r"[。!?][”)]?$")
_WORD = re.compile(r"[一-龥]$|[释件]:$")
_BEFORE_INSIDE = re.compile(r"[。;:!?,”’)》… ]$")


class Mark(NamedTuple):
    """An item mark: where it is printed, its style, the number it counts, and what stands before it."""

    span: Span
    style: Style
    n: int
    place: Place
    line: int
    """Where the line it stands in starts."""
    loose: bool = False
    """True where only the run it continues tells it from a figure."""
    depth: int = 0
    """How many runs of its own style it stands inside: a list's own 一、二、三 in a chapter has depth 1."""


@dataclass(slots=True)
class _Run:
    marks: list[Mark] = field(default_factory=list)
    goes_on: bool = False
    """Whether it counts on from the part before."""

    @property
    def next(self) -> int:
        last = self.marks[-1].n
        return last + 1 if last else 0

    @property
    def places(self) -> set[Place]:
        return {mark.place for mark in self.marks}

    def counts(self) -> bool:
        if not self.marks[0].n or self.marks[0].style.several:
            return len(self.marks) > 1
        at_start = any(mark.place == "line start" for mark in self.marks)
        sure = any(mark.place != "glued" for mark in self.marks)
        return at_start or self.goes_on or (len(self.marks) > 1 and sure)


def find_marks(folded: str, pieces: Sequence[Span], lists: Collection[Span] = ()) -> tuple[Mark, ...]:
    """The item marks of ``pieces`` (a text's lines without noise), in order, none inside another.

    ``lists`` are those pieces that held a list alone: there a mark behind a sentence started a line.
    """
    accepted: list[Mark] = []
    signs = set(any_sign().findall(folded))
    for style in styles():
        if style.tree:
            accepted += _tree(folded, pieces, style, accepted)
            continue
        if style.signs and style.signs.isdisjoint(signs):
            continue
        walls = sorted(mark.span.start for mark in accepted)
        candidates = _candidates(folded, pieces, style, _Around(_is_flat(accepted), walls, lists))
        last = 0
        for _, group in groupby(candidates, key=lambda mark: bisect_right(walls, mark.span.start)):
            members, last = _members(list(group), style, last)
            accepted += members
    return _outermost_only(sorted(accepted, key=lambda mark: (mark.span.start, -mark.span.end)))


def _tree(folded: str, pieces: Sequence[Span], style: Style, outer: Sequence[Mark]) -> Iterator[Mark]:
    """Marks of a tree of numbers; where other marks stand above it, those of one number are a style of their own."""
    inner = any(mark.place == "line start" for mark in outer)
    own = style if inner else replace(style, rank=_CHAPTER)
    for span, n, depth, line in decimals(folded, pieces, style.num):
        if depth or not inner:
            yield Mark(span, own, n, "line start", line, depth=depth)


def _is_flat(accepted: Sequence[Mark]) -> bool:
    """Whether the text lost its lines: most of its outer marks do not start one."""
    outer = [mark.place != "line start" for mark in accepted if mark.style.rank <= _OUTER]
    return 2 * sum(outer) > len(outer)


class _Around(NamedTuple):
    """What is known of a text before the marks of a style are looked for."""

    flat: bool
    walls: Sequence[int]
    """Where the marks of outer styles are."""
    lists: Collection[Span]


def _candidates(folded: str, pieces: Iterable[Span], style: Style, around: _Around) -> Iterator[Mark]:
    last = last_part = 0  # the number before, and the part of an outer style it stands in
    lists = around.lists if style.flat or style.note else ()
    for start, end in pieces:
        for match in style.numbers(folded, start, end):
            before, n = folded[max(start, match.start() - 3) : match.start()], ordinal(match["n"])
            part = bisect_right(around.walls, match.start())
            goes_on = style.flat and n == last + 1 > 1
            flat = around.flat or goes_on or holds_several(end - start, len(folded))
            place = _place(before, style, n == 1 or (goes_on and part > last_part), flat)
            if (start, end) in lists and _STOP.search(before):
                place = "line start"
            if place and (place == "line start" or n in (1, last + 1)):
                last, last_part = n, part
            if place and (match.end() < end or place == "line start"):
                yield Mark(Span(*match.span()), style, n, place, start)
        if (
            style.loose
            and (loose := style.loose.match(folded, start, end))
            and not style.num.match(folded, start, end)
        ):
            yield Mark(Span(*loose.span()), style, ordinal(loose["n"]), "line start", start, loose=True)


def _place(before: str, style: Style, is_first: bool, is_flat: bool) -> Place | None:
    """How a mark stands in its line, by the few characters before it; ``is_first`` of its part."""
    if not before:
        return "line start"
    if style.inside and _BEFORE_INSIDE.search(before):
        return "after a mark"
    if style.flat and is_flat:
        # A first one may follow its heading, the others the end of the one before.
        return (
            "after a mark" if _STOP.search(before) else "glued" if is_first and _WORD.search(before) else None
        )
    return "glued" if style.glued else None


def _members(candidates: list[Mark], style: Style, last: int) -> tuple[list[Mark], int]:
    """Those that belong to runs, and the number the outermost reached; ``last`` is the one before that they go on from."""
    open_runs: list[_Run] = []
    kept: list[Mark] = []
    for mark in candidates:
        goes_on = style.flat and not open_runs and mark.n == last + 1 > 1
        run = _Run(goes_on=True) if goes_on else _run_for(mark, open_runs)
        if run is None:
            continue
        if run in open_runs:  # what was opened inside it has ended
            above = open_runs.index(run) + 1
            kept += _with_depths(open_runs, above)
            del open_runs[above:]
        else:
            if len(open_runs) == _DEEPEST:
                kept += _with_depths(open_runs, _DEEPEST - 1)
                open_runs.pop()
            open_runs.append(run)
        run.marks.append(mark)
    # Chapters that start again stand inside the last one, until a heading says otherwise; points just start again.
    inner = 1 if style.rank <= 1 else len(open_runs)
    flat = [mark for run in open_runs[:inner] if run.counts() for mark in run.marks]
    found = kept + flat + _with_depths(open_runs, inner)
    return found, flat[-1].n if flat else last


def _with_depths(runs: list[_Run], first: int) -> list[Mark]:
    """The marks of the runs from index ``first`` on that count, each with its run's depth."""
    deep = ((depth, run) for depth, run in enumerate(runs) if depth >= first and run.counts())
    return [mark._replace(depth=depth) for depth, run in deep for mark in run.marks]


def _run_for(mark: Mark, open_runs: list[_Run]) -> _Run | None:
    if mark.loose:
        return next((run for run in reversed(open_runs) if run.next == mark.n), None)
    if mark.n == 1 or (mark.n == 0 and not open_runs):
        return _Run()
    fits = [run for run in reversed(open_runs) if run.next == mark.n]
    if mark.place == "glued":
        fits = [run for run in fits if run.marks[-1].line == mark.line]
    alike = [run for run in fits if mark.place in run.places]
    if fits:
        return (alike or fits)[0]
    if mark.place == "glued":
        return None
    # Authors skip a number or give one twice; at the start of a line even a stray one is a mark, but a point
    # needs a first one (二是 alone is two words).
    near = [run for run in reversed(open_runs) if 0 <= mark.n - run.marks[-1].n <= 2]
    stray = _Run() if mark.place == "line start" and not mark.style.point else None
    return near[0] if near else stray or _second(mark, open_runs)


def _second(mark: Mark, open_runs: list[_Run]) -> _Run | None:
    """The run that a second chapter begins whose first one was lost with the start of its text."""
    begins = not open_runs and mark.n == 2 and mark.place == "after a mark" and mark.style.rank == 1
    return _Run([], goes_on=True) if begins else None


def _outermost_only(marks: list[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return tuple(kept)
