"""Entries of the sidecar that the text has no place for: nothing a person wrote is passed over in silence."""

from collections.abc import Iterator

from converter.corrections.answers import doubts_meant, notes_meant
from converter.corrections.figures import is_code
from converter.corrections.places import places_of
from converter.entries import Entry, Reason, Unmatched
from converter.figures.added_by_hand import figure_at
from converter.model import Reading


def unmatched(reading: Reading) -> Iterator[Unmatched]:
    """Each entry that says nothing of the text any more, in the order of the file."""
    for entry in reading.report.source.entries:
        if reason := _reason(entry, reading):
            yield Unmatched(entry, reason)


def _reason(entry: Entry, reading: Reading) -> Reason | None:
    report = reading.report
    match entry.kind:
        case "fact" | "convert":
            return None
        case "note":
            return None if notes_meant(entry, report, reading.notes) else "no_such_note"
        case "doubt":
            return None if doubts_meant(entry, report, report.doubts) else "no_such_doubt"
        case _:
            places = places_of(entry, report)
    if len(places) != 1:
        return "several" if places else "absent"
    return _reason_of_figure(entry, reading) if entry.kind == "figure" else None


def _reason_of_figure(entry: Entry, reading: Reading) -> Reason | None:
    code = entry.said.get("code")
    if code and not is_code(code):
        return "no_such_code"
    if entry.said.get("not_a_figure"):
        return None
    place = places_of(entry, reading.report)[0]
    if any(o.span.start < place.end and place.start < o.span.end for o in reading.observations):
        return None
    told = figure_at(reading.report, place)
    return "no_name" if told and "name" not in entry.said else "no_number"
