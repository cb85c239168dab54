"""Source to reading: the stages in their order, each a pure function of what the one before it returned."""

from converter.checks import notes_on
from converter.clean import clean
from converter.figures import observe
from converter.indicators import coded
from converter.model import Reading, Report, Source
from converter.segment import segment


def read(source: Source) -> Reading:
    """Everything understood of one source."""
    return reading(segment(clean(source)))


def reading(report: Report) -> Reading:
    """The figures of a report, named, linked and coded, and the notes on them."""
    observations = coded(observe(report), report.folded)
    return Reading(report, observations, notes_on(report, observations))
