"""What is in no part of a report, by its places in the text as it came."""

from converter.model import Dropped, Report, Span
from converter.structure.clean import OriginalPlaces, cuts_as_dropped


def all_dropped(report: Report) -> list[Dropped]:
    """All that is in no part, in order, by its places in the text as it came."""
    places = OriginalPlaces(report.source)
    moved = (Dropped(*places.span(Span(start, end)), reason) for start, end, reason in report.dropped)
    return sorted([*moved, *cuts_as_dropped(report.source)])
