"""The way of a report: the stages in their order, each a pure function of what the one before it returned."""

from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec.structs import replace

from converter.checks import notes_on
from converter.corrections import amended, answered, coded_by_hand, own_edits, with_figures, with_outline
from converter.figures.observing import observe
from converter.indicators.coding import coded
from converter.indicators.setting import setting_of
from converter.model import Doubt, Reading, Report, Source
from converter.structure.clean import clean, unwrapped
from converter.structure.segment.segmenting import segment
from converter.structure.tables import tables_apart, with_tables


class Stage(NamedTuple):
    """One stage; a test holds that each ``step`` takes what the one before it returns."""

    name: str
    step: Callable[[Any], Any]


def _observed(report: Report) -> Reading:
    return Reading(report, observe(report), ())


def _put_right(reading: Reading) -> Reading:
    return replace(reading, observations=with_figures(reading.report, reading.observations))


def _coded(reading: Reading) -> Reading:
    found = coded(reading.observations, setting_of(reading.report))
    return replace(reading, observations=coded_by_hand(reading.report, found))


def _amended(report: Report) -> Report:
    return amended(report, own_edits(report))


def _noted(reading: Reading) -> Reading:
    return replace(reading, notes=notes_on(reading.report, reading.observations))


def _doubted(reading: Reading) -> Reading:
    report = reading.report
    found = (Doubt("observation", why, *one.span) for one in reading.observations for why in one.doubts)
    # A report that is read again, as its pages were edited, brings those of its former figures.
    others = (doubt for doubt in report.doubts if doubt.about != "observation")
    doubts = sorted((*others, *found), key=lambda doubt: (doubt.start, doubt.end))
    return replace(reading, report=replace(report, doubts=tuple(doubts)))


_TO_REPORT = (
    Stage("unwrapped", unwrapped),  # lines that a narrow page broke joined again
    Stage("tables", tables_apart),  # tables found, each a block that the stages of prose do not see
    Stage("clean", clean),  # the text folded one to one, noise marked with its reason
    Stage(
        "segment", segment
    ),  # chapters, sections, paragraphs, sentences, and what the title and the ends tell
    Stage("outline", with_outline),  # headings and text as people put them right
    Stage("placed", with_tables),  # each table in the part it stands in
    Stage("amended", _amended),  # cells and words as people put them right
)
_TO_READING = (
    Stage("figures", _observed),  # observations, each with its exact place
    Stage("corrected", _put_right),  # the same as people put them right
    Stage("indicators", _coded),  # the same with codes of the dictionary
    Stage("checks", _noted),  # what a careful reviewer would ask
    Stage("doubts", _doubted),  # those about figures beside those about the report
    Stage("answers", answered),  # notes and doubts that somebody looked into
)
STAGES = (*_TO_REPORT, *_TO_READING)
"""All stages from a source to its reading: a row more is a stage more."""


def read(source: Source) -> Reading:
    """Everything understood of one source."""
    return reading(report_of(source))


def report_of(source: Source) -> Report:
    """A source as a report, its figures unread."""
    report: Report = _through(_TO_REPORT, source)
    return report


def reading(report: Report) -> Reading:
    """The figures of a report, named, linked and coded, and the notes on them."""
    understood: Reading = _through(_TO_READING, report)
    return understood


def _through(stages: tuple[Stage, ...], value: Any) -> Any:
    for stage in stages:
        value = stage.step(value)
    return value
