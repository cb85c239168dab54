"""What stands in the middle of a report's words and is none of them: taken out, with its place kept.

``建設(shè)``, a character nobody sees inside a word, a line that a paste broke in the middle of a sentence: left in,
no pattern would know the word again.  All stages read the text without it, and ``OriginalPlaces`` leads every span back to
the text as it came.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec.structs import replace

from converter.model import Cut, Dropped, Source, Span
from converter.structure.clean.broken import broken_lines
from converter.structure.clean.columns import GONE, column_of, has_paragraphs, rows_of
from converter.structure.clean.listings import listed
from converter.structure.clean.noise import inner_noise, reason_of_line, walls, with_walls
from converter.structure.clean.running import lines_of, page_ends, running_heads
from converter.text.fold import fold


def unwrapped(source: Source) -> Source:
    """The source without its inner noise where its lines were broken at one width or listed: its tables show in whole lines only."""
    if source.tables or source.furniture:
        return source
    folded = fold(source.text)
    broken = not has_paragraphs(folded) and column_of([*rows_of(folded)]) is not None
    return without_cuts(source) if broken or any(listed(source.text, folded)) else source


def without_cuts(source: Source) -> Source:
    """The source with its inner noise taken out of ``text`` and listed in ``cuts``; furniture stays where it is."""
    found = () if source.cuts else _cuts(source)
    if not found:
        return source
    kept = zip([0, *(end for _, end, _ in found)], [*(start for start, _, _ in found), None], strict=True)
    text = "".join(source.text[start:end] for start, end in kept)
    removed = [0, *accumulate(end - start for start, end, _ in found)]
    cuts = [
        Cut(start - before, source.text[start:end], reason)
        for (start, end, reason), before in zip(found, removed, strict=False)
    ]
    return replace(source, text=text, cuts=tuple(cuts), furniture=_moved(source.furniture, found, removed))


def _cuts(source: Source) -> list[Dropped]:
    """The inner noise of a text, in order and apart, outside of what its layout shows to be none of the report."""
    folded = fold(source.text)
    folded = with_walls(folded, walls(folded))
    taken = [(drop.start, drop.end) for drop in source.furniture]
    found: list[Dropped] = []
    inner = [*inner_noise(source.text, folded), *page_ends(folded)]
    seen = _without(folded, inner)
    heads = running_heads(seen)

    def reason_of(words: str) -> str | None:
        return "running_head" if words in heads else reason_of_line(words)

    for start, end, reason in sorted([*inner, *broken_lines(seen, reason_of), *lines_of(seen, heads)]):
        # A line's end may lie behind mark-up that is out already.
        first = max(start, found[-1].end) if found else start
        if first < end and not any(from_ <= end and first <= to for from_, to in taken):
            found.append(Dropped(first, end, reason))
    return found


def _without(folded: str, found: Iterable[Dropped]) -> str:
    """``folded`` with what was found in it as characters that ``broken_lines`` does not see."""
    pieces, at = [], 0
    for start, end, _ in sorted(found):
        if start >= at:
            pieces += [folded[at:start], GONE * (end - start)]
            at = end
    return "".join([*pieces, folded[at:]])


def _moved(furniture: Iterable[Dropped], found: Sequence[Dropped], removed: list[int]) -> tuple[Dropped, ...]:
    ends = [cut.end for cut in found]

    def at(place: int) -> int:
        return place - removed[bisect_right(ends, place)]

    return tuple(Dropped(at(start), at(end), reason) for start, end, reason in furniture)


class OriginalPlaces:
    """Leads places in a source's text back to the text as it came."""

    def __init__(self, source: Source) -> None:
        self._ats = [cut.at for cut in source.cuts]
        self._removed = [0, *accumulate(len(cut.text) for cut in source.cuts)]
        self._edits = source.edits

    def start(self, place: int) -> int:
        """Where the character at ``place`` stands in the text as it came; of an edit, where what it replaced begins."""
        place = self._as_read(place, is_end=False)
        return place + self._removed[bisect_right(self._ats, place)]

    def end(self, place: int) -> int:
        """Where the character before ``place`` ends in the text as it came."""
        place = self._as_read(place, is_end=True)
        return place + self._removed[bisect_left(self._ats, place)]

    def edits(self) -> list[Span]:
        """Where what people edited stands in the text as it came, also of what they took out."""
        grown, found = 0, []
        for edit in self._edits:
            start = edit.start - grown
            found.append(self._uncut(Span(start, start + len(edit.was))))
            grown += edit.end - edit.start - len(edit.was)
        return found

    def _uncut(self, span: Span) -> Span:
        return Span(
            span.start + self._removed[bisect_right(self._ats, span.start)],
            span.end + self._removed[bisect_left(self._ats, span.end)],
        )

    def _as_read(self, place: int, *, is_end: bool) -> int:
        """A place of the text as people edited it, in the text that the program read."""
        grown = 0
        for edit in self._edits:
            if place <= edit.start:
                break
            if place < edit.end:
                return edit.start - grown + (len(edit.was) if is_end else 0)
            grown += edit.end - edit.start - len(edit.was)
        return place - grown

    def span(self, span: Span) -> Span:
        """The place of ``span`` in the text as it came; cuts at its ends are no part of it."""
        if not self._ats and not self._edits:
            return span
        start = self.start(span.start)
        return Span(start, max(start, self.end(span.end)))


def as_it_came(source: Source) -> str:
    """The text with everything that was taken out of it or edited back in its place."""
    text, pieces, at = as_read(source), list[str](), 0
    for cut in source.cuts:
        pieces += [text[at : cut.at], cut.text]
        at = cut.at
    return "".join([*pieces, text[at:]])


def as_read(source: Source) -> str:
    """The text as the program read it, before people edited it."""
    pieces, at = [], 0
    for edit in source.edits:
        pieces += [source.text[at : edit.start], edit.was]
        at = edit.end
    return "".join([*pieces, source.text[at:]])


def cuts_as_dropped(source: Source) -> tuple[Dropped, ...]:
    """The cuts by their places in the text as it came."""
    before = [0, *accumulate(len(cut.text) for cut in source.cuts)]
    return tuple(
        Dropped(cut.at + gone, cut.at + gone + len(cut.text), cut.reason)
        for cut, gone in zip(source.cuts, before, strict=False)
    )
