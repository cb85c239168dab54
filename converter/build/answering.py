"""Entries as people make them: an answer to a doubt or a note, and who signs one and tells it to readers."""

from collections.abc import Mapping
from datetime import date

from converter.corrections import Value, Written, quote_of
from converter.data.doubts import doubt_ids
from converter.model import Reading, Span
from converter.sources.corrections import ENTRIES
from converter.structure.clean import OriginalPlaces


def answer_to(reading: Reading, which: str) -> Written | None:
    """What names the note or the doubt with the id ``which`` in an entry; None where there is none."""
    for note in reading.notes:
        if note.id == which:
            return {"note": which, "in": quote_of(reading.report, note.sentences[0])}
    doubts, came = reading.report.doubts, OriginalPlaces(reading.report.source)
    # As the data have it, an id tells the place in the text as it came, whatever people edited before it.
    told = [(doubt.about, doubt.why, *came.span(Span(doubt.start, doubt.end))) for doubt in doubts]
    for id_, doubt in zip(doubt_ids(told), doubts, strict=True):
        if id_ == which:
            span = Span(doubt.start, doubt.end)
            place = {"in": quote_of(reading.report, span)} if span.start < span.end else {}
            return {"doubt": f"{doubt.about}-{doubt.why}", **place}
    return None


def signed(entry: Mapping[str, Value], by: str, why: str, told: Mapping[str, str]) -> Written:
    """An entry with what readers are told of it, who made it, today, and why."""
    return {**entry, **told, "by": by or "—", "date": date.today(), "why": why}


def told_of(entry: Written) -> Mapping[str, str]:
    """What readers are told of an entry where the publisher tells of each, and nobody said it in other words."""
    kind, known = next((key, row) for key, row in ENTRIES.load().kind.items() if key in entry)
    words = {"words": entry[kind], "value": entry.get("value", "")}
    return {"what": known.told_zh.format(**words), "what_en": known.told_en.format(**words)}
