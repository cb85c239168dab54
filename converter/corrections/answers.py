"""Notes and doubts that somebody looked into: each carries the answer."""

from collections.abc import Iterable

from msgspec.structs import replace

from converter.corrections.places import Words, place_of
from converter.entries import Entry
from converter.model import Doubt, Note, Reading, Report, Span


def answered(reading: Reading) -> Reading:
    """The reading with the notes set aside, and the doubts answered, that entries of its sidecar speak of."""
    report = reading.report
    notes, doubts = list(reading.notes), list(report.doubts)
    for entry in report.source.entries:
        for at in notes_meant(entry, report, notes):
            notes[at] = replace(notes[at], dismissed=entry.why)
        for at in (*doubts_meant(entry, report, doubts), *_settled(entry, report, doubts)):
            doubts[at] = doubts[at]._replace(answer=entry.why)
    return replace(reading, report=replace(report, doubts=tuple(doubts)), notes=tuple(notes))


def notes_meant(entry: Entry, report: Report, notes: Iterable[Note]) -> list[int]:
    """Which of the notes an entry is about: by its id, else by its rule and the words it rests on."""
    if entry.kind != "note":
        return []
    told = list(enumerate(notes))
    if same := [at for at, note in told if note.id == entry.words]:
        return same
    places = Words(report.folded).places(entry.within) if entry.within else []
    return [
        at
        for at, note in told
        if entry.words.startswith(note.id.removesuffix(note.observations[0]))
        and any(_meet(place, span) for place in places for span in note.sentences)
    ]


def doubts_meant(entry: Entry, report: Report, doubts: Iterable[Doubt]) -> list[int]:
    """Which of the doubts an entry is about: by what it is about and why, and by its words where it has any.

    The words lead up to what the doubt is about: of several doubts of the kind among them it is the last.
    """
    if entry.kind != "doubt":
        return []
    alike = [(at, doubt) for at, doubt in enumerate(doubts) if entry.words == doubt_key(doubt)]
    if not entry.within:
        return [at for at, _ in alike]
    places = Words(report.folded).places(entry.within)
    inside = [
        (at, doubt.end)
        for at, doubt in alike
        if any(_meet(place, Span(doubt.start, doubt.end)) for place in places)
    ]
    last = max((end for _, end in inside), default=0)
    return [at for at, end in inside if end == last]


_SETTLES = {"figure": "observation", "heading": "heading", "cell": "table"}


def _settled(entry: Entry, report: Report, doubts: Iterable[Doubt]) -> list[int]:
    """The doubts about what an entry put right: a person looked at it."""
    about = _SETTLES.get(entry.kind)
    place = place_of(entry, report) if about else None
    return [
        at
        for at, doubt in enumerate(doubts)
        if place and doubt.about == about and _meet(place, Span(doubt.start, doubt.end))
    ]


def doubt_key(doubt: Doubt) -> str:
    """How an entry names the kind of a doubt (``issuer-missing``)."""
    return f"{doubt.about}-{doubt.why}"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
