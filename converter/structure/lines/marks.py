"""Find the item marks of a text (一、 （一） 一是 …) and keep those that belong to a run of numbering.

A mark at the start of a line speaks for itself.  One in the middle of a line is a mark only with others:
``一是`` is two ordinary words until ``二是`` follows.  Where a report was flattened onto one line, headings
are glued to what stood before them, even to the digits of a squashed table, and a table's own 一、二、三
stands inside the chapter's; so marks are gathered into runs, a run may hold another, and a run counts when
enough of its members stand where a mark may stand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from converter.model import Span
from converter.structure.clean import holds_several
from converter.structure.lines.styles import Style, styles
from converter.text.numerals import ordinal

Place = Literal["line start", "after a mark", "glued"]
_OUTER = 2  # rank of （一）
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

    @property
    def next(self) -> int:
        last = self.marks[-1].n
        return last + 1 if last else 0

    @property
    def place(self) -> Place:
        return self.marks[0].place

    def counts(self) -> bool:
        if not self.marks[0].n:
            return len(self.marks) > 1
        at_start = any(mark.place == "line start" for mark in self.marks)
        sure = any(mark.place != "glued" for mark in self.marks)
        return at_start or (len(self.marks) > 1 and sure)


def find_marks(folded: str, pieces: Sequence[Span]) -> tuple[Mark, ...]:
    """The item marks of ``pieces`` (a text's lines without noise), in order, none inside another."""
    accepted: list[Mark] = []
    for style in styles():
        walls = sorted(mark.span.start for mark in accepted)
        candidates = _candidates(folded, pieces, style, _is_flat(accepted))
        for _, group in groupby(candidates, key=lambda mark: bisect_right(walls, mark.span.start)):
            accepted += _members(list(group), style)
    return _outermost_only(sorted(accepted))


def _is_flat(accepted: Sequence[Mark]) -> bool:
    """Whether the text lost its lines: most of its outer marks do not start one."""
    outer = [mark.place != "line start" for mark in accepted if mark.style.rank <= _OUTER]
    return 2 * sum(outer) > len(outer)


def _candidates(folded: str, pieces: Iterable[Span], style: Style, flat: bool) -> Iterator[Mark]:
    last = 0  # number of the mark before, in a run that a line starts with
    for start, end in pieces:
        for match in style.num.finditer(folded, start, end):
            before, n = folded[max(start, match.start() - 3) : match.start()], ordinal(match["n"])
            goes_on = style.flat and n == last + 1 > 1
            place = _place(before, style, n, flat or goes_on or holds_several(end - start, len(folded)))
            last = n if place == "line start" or (place and goes_on) else last
            if place and (match.end() < end or place == "line start"):
                yield Mark(Span(*match.span()), style, ordinal(match["n"]), place, start)
        loose = style.loose.match(folded, start, end) if style.loose else None
        if loose and not style.num.match(folded, start, end):
            yield Mark(Span(*loose.span()), style, ordinal(loose["n"]), "line start", start, loose=True)


def _place(before: str, style: Style, n: int, is_flat: bool) -> Place | None:
    """How a mark with the number ``n`` stands in its line, by the few characters before it."""
    if not before:
        return "line start"
    if style.inside and _BEFORE_INSIDE.search(before):
        return "after a mark"
    if style.flat and is_flat:
        # A first one may follow its heading, the others the end of the one before.
        return (
            "after a mark" if _STOP.search(before) else "glued" if n == 1 and _WORD.search(before) else None
        )
    return "glued" if style.glued else None


def _members(candidates: list[Mark], style: Style) -> list[Mark]:
    open_runs: list[_Run] = []
    kept: list[Mark] = []
    for mark in candidates:
        run = _run_for(mark, open_runs)
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
    return kept + flat + _with_depths(open_runs, inner)


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
    alike = [run for run in fits if run.place == mark.place]
    if fits:
        return (alike or fits)[0]
    if mark.place == "glued":
        return None
    # Authors skip a number or give one twice; at the start of a line even a stray one is a mark, but a point
    # needs a first one (二是 alone is two words).
    near = [run for run in reversed(open_runs) if 0 <= mark.n - run.marks[-1].n <= 2]
    stray = _Run() if mark.place == "line start" and not mark.style.point else None
    return near[0] if near else stray


def _outermost_only(marks: list[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return tuple(kept)
