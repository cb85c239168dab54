"""Words of an entry → their place in a text, however widths, blanks and line ends are read."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from converter.entries import Entry
from converter.model import Report, Source, Span
from converter.structure.clean import OriginalPlaces, as_read
from converter.text.fold import fold
from converter.text.whole_numbers import is_whole

_BLANK = re.compile(r"\s+")
_SET = str.maketrans("“”。", '"".')  # pages set half-width signs as Chinese ones
_STOPS = "。,;:!?、|"
_FAR = 16  # characters
_SHORTEST = (
    8  # characters of a quote before what it is about: fewer may be found by chance in another reading
)


class Words(Struct, frozen=True, dict=True):
    """A text without blanks and widths, and where each of its characters stands."""

    folded: str

    @cached_property
    def _at(self) -> list[int]:
        return [at for at, char in enumerate(self.folded) if not char.isspace()]

    @cached_property
    def _plain(self) -> str:
        return _BLANK.sub("", self.folded)

    def places(self, words: str, within: str = "") -> list[Span]:
        """Where ``words`` stand as whole numbers at the end of ``within``, or last in it; anywhere where it is empty."""
        told, around = _squeezed(words), _squeezed(within)
        if not told or (around and told not in around):
            return []
        ends = around.rindex(told) if around else 0
        found = (start + ends for start in _all(self._plain, around or told))
        spans = (Span(self._at[at], self._at[at + len(told) - 1] + 1) for at in found)
        return [span for span in spans if is_whole(self.folded, *span)]

    def run(self, words: str, after: int) -> list[int]:
        """Where each character of ``words`` (less its blanks) stands, where they first do behind the place ``after``;
        nothing where they do not.  Signs that pages set otherwise are the same ones."""
        told = _squeezed(words).translate(_SET)
        start = self._set.find(told, bisect_left(self._at, after)) if told else -1
        return self._at[start : start + len(told)] if start >= 0 else []

    @cached_property
    def _set(self) -> str:
        return self._plain.translate(_SET)

    def quote(self, span: Span) -> str:
        """The fewest words that end with ``span`` and stand nowhere else, but no fewer than tell it apart at all."""
        first = next((n for n, at in enumerate(self._at) if at >= span.start), 0)
        last = next((n for n, at in enumerate(self._at) if at >= span.end), len(self._at))
        start = self._begin(first, first - _SHORTEST)
        while start and self._plain.count(self._plain[start:last]) > 1:
            start = self._begin(start, start - _SHORTEST)
        return self.folded[self._at[start] : span.end] if self._at else ""

    def _begin(self, last: int, wanted: int) -> int:
        """Where a clause begins at or not far before ``wanted``, else a place that is in no number."""
        start = max(0, wanted)
        for at in range(start, max(0, start - _FAR), -1):
            if self._plain[at - 1] in _STOPS and at < last:
                return at
        while start and self._plain[start - 1 : start + 1].isalnum() and self._plain[start - 1].isascii():
            start -= 1
        return start


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _squeezed(words: str) -> str:
    return _BLANK.sub("", fold(words))


def _moved(source: Source, span: Span) -> Span:
    """A place of the text as it was read, in the text as people edited it."""
    return Span(_place(source, span.start, is_end=False), _place(source, span.end, is_end=True))


def _place(source: Source, place: int, *, is_end: bool) -> int:
    grown = 0
    for edit in source.edits:
        start = edit.start - grown
        if place <= start:
            break
        if place < start + len(edit.was):
            return edit.end if is_end else edit.start
        grown += edit.end - edit.start - len(edit.was)
    return place + grown


def places_of(entry: Entry, report: Report) -> list[Span]:
    """Where the words of an entry stand in the text of ``report``: as it was read, else as people edited it."""
    if report.source.edits:
        found = Words(fold(as_read(report.source))).places(entry.words, entry.within)
        if len(found) == 1:
            return [_moved(report.source, found[0])]
    return Words(report.folded).places(entry.words, entry.within)


def place_of(entry: Entry, report: Report) -> Span | None:
    """The one place that an entry means, None where there is none, or several."""
    found = places_of(entry, report)
    return found[0] if len(found) == 1 else None


def quote_of(report: Report, span: Span) -> str:
    """Words of the text that end with ``span`` and stand at no other place: what an entry says with ``in``.

    They are those of the text as it was read, so that they hold when an edit beside them is taken back; those of an
    edit only where it made the figure itself.
    """
    text, folded = report.source.text, report.folded
    if report.source.edits:
        came = as_read(report.source)
        found = OriginalPlaces(replace(report.source, cuts=())).span(span)
        if found.of(came) == span.of(text):
            text, folded, span = came, fold(came), found
    words = Words(folded).quote(span)
    return " ".join(text[span.end - len(words) : span.end].split())
