"""A report in other words than it was read in: those that people put into its pages, or say in its sidecar.

The structure stays as it is; what stands in it is read again.  Each edit keeps what stood there, so that every place
still leads back to the text as it came.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter.corrections.places import place_of
from converter.model import Chapter, Doubt, Edit, Paragraph, Report, Section, Source, Span
from converter.structure.segment import sentences
from converter.text.fold import fold

_LINES = re.compile(r"[^\n]+")


class NewWords(NamedTuple):
    """``words`` in the place of what stands at ``span``, which is not empty."""

    span: Span
    words: str


def own_edits(report: Report) -> Iterator[NewWords]:
    """What the entries of the sidecar put in the place of cells and other words."""
    for entry in report.source.entries:
        if entry.kind in ("cell", "text") and "now" in entry.said and (place := place_of(entry, report)):
            yield NewWords(place, entry.said["now"])


def amended(report: Report, edits: Iterable[NewWords]) -> Report:
    """The report with ``edits`` made, the last one where two meet; the report itself where there are none.

    A line feed in new words begins a paragraph of its own; one of which nothing is left is none.  A heading in other words
    is in no doubt any more: somebody has said what it is.
    """
    chosen = _apart(edits)
    if not chosen:
        return report
    places = _Places(chosen)
    source, at, pieces, folded = report.source, 0, list[str](), list[str]()
    for span, words in chosen:
        pieces += [source.text[at : span.start], words]
        folded += [report.folded[at : span.start], fold(words)]
        at = span.end
    made = tuple(_composed(source, chosen, places))
    told = replace(
        source,
        text="".join([*pieces, source.text[at:]]),
        edits=made,
        tables=tuple(places.of(table) for table in source.tables),
        furniture=(),
    )
    whole = replace(
        report,
        source=_NOTHING,
        doubts=places.of(_open(report.doubts, chosen)),
        dropped=places.of(report.dropped),
    )
    moved: Report = replace(
        whole,
        preface=places.of(report.preface),
        chapters=places.of(report.chapters),
        tables=places.of(report.tables),
        source=told,
        folded="".join([*folded, report.folded[at:]]),
    )
    return replace(
        moved,
        preface=_paragraphs(moved.folded, moved.preface),
        chapters=tuple(_part(moved.folded, chapter) for chapter in moved.chapters),
    )


_NOTHING = Source("", "", "", "")


def _open(doubts: Sequence[Doubt], edits: Sequence[NewWords]) -> tuple[Doubt, ...]:
    headings = {one for one in doubts if one.about == "heading"}
    said = {one for one in headings for at in edits if at.span.start < one.end and one.start < at.span.end}
    return tuple(one for one in doubts if one not in said)


def _composed(source: Source, chosen: Sequence[NewWords], places: "_Places") -> Iterator[Edit]:
    """All edits of the text, those that were in it before among them; where two meet they are one."""
    joined: list[Span] = []
    for span in sorted([*(Span(e.start, e.end) for e in source.edits), *(one.span for one in chosen)]):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    for start, end in joined:
        pieces, at = [], start
        for edit in source.edits:
            if start <= edit.start and edit.end <= end:
                pieces += [source.text[at : edit.start], edit.was]
                at = edit.end
        was = "".join([*pieces, source.text[at:end]])
        yield Edit(places.at(start, is_end=False), places.at(end, is_end=True), was)


def _apart(edits: Iterable[NewWords]) -> list[NewWords]:
    chosen: list[NewWords] = []
    for edit in edits:
        chosen = [one for one in chosen if one.span.end <= edit.span.start or edit.span.end <= one.span.start]
        chosen.append(edit)
    return sorted(one for one in chosen if one.span.start < one.span.end)


class _Places:
    """Leads places, and all that has places, from a text to the same with edits made in it."""

    def __init__(self, edits: Sequence[NewWords]) -> None:
        self._edits = edits
        self._grown = [0, *accumulate(len(e.words) - (e.span.end - e.span.start) for e in edits)]

    def at(self, place: int, *, is_end: bool) -> int:
        for edit, grown in zip(self._edits, self._grown, strict=False):
            if place <= edit.span.start:
                return place + grown
            if place < edit.span.end:
                return edit.span.start + grown + (len(edit.words) if is_end else 0)
        return place + self._grown[-1]

    def of(self, thing: Any) -> Any:
        """The same with every place in it moved: spans, and what has a ``start`` and an ``end``."""
        if isinstance(thing, tuple) and hasattr(thing, "start") and hasattr(thing, "end"):
            start, end = self.at(thing.start, is_end=False), self.at(thing.end, is_end=True)
            return thing._replace(start=start, end=max(start, end))  # type: ignore[attr-defined]
        if isinstance(thing, tuple) and hasattr(thing, "_replace"):
            return thing._replace(**{key: self.of(value) for key, value in thing._asdict().items()})  # type: ignore[attr-defined]
        if isinstance(thing, tuple):
            return tuple(map(self.of, thing))
        if isinstance(thing, Struct):
            return replace(thing, **{key: self.of(value) for key, value in asdict(thing).items()})
        return thing


def _part(folded: str, part: Any) -> Any:
    sections = tuple(_part(folded, section) for section in part.sections)
    assert isinstance(part, Chapter | Section)
    return replace(part, paragraphs=_paragraphs(folded, part.paragraphs), sections=sections)


def _paragraphs(folded: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs in their new words, with ids that no other of their part has."""
    found: list[Paragraph] = []
    last = max((int(p.id.rpartition("-p")[2]) for p in paragraphs), default=0)
    for own in paragraphs:
        for n, line in enumerate(_LINES.finditer(folded, *own.span)):
            last += n > 0
            name = own.id if n == 0 else f"{own.id.rpartition('-p')[0]}-p{last}"
            span = Span(*line.span())
            found.append(replace(own, id=name, span=span, sentences=tuple(sentences(folded, span))))
    return tuple(found)
