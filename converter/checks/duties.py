"""What the report says must always be done, against the rate at which it says it was (``duties.toml``)."""

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from converter.checks.rule import ObservedReport, note
from converter.checks.shares import misfits
from converter.checks.tables import DUTIES
from converter.figures.alternatives import either
from converter.figures.locations import locations
from converter.model import Note, Observation, Span

_KNOWN = DUTIES.load()
_VERBS = _KNOWN.verbs
_WHO = r"(?P<who>[^,;:。()“”]{2,20}?)"
# 应当公开的信息 names what is public by law, it does not say that all of it was made so.
_MUST = re.compile(rf"{_WHO}(?:{either(_KNOWN.must)})[^,;:。()]{{0,6}}?(?P<verb>{either(_VERBS)})(?![的而])")
_FULLY = re.compile(
    rf"{_WHO}(?P<verb>{either(_VERBS)})[^,;:。()]{{0,2}}率(?:{either(_KNOWN.should)})"
    r"(?:达到|达|为|保持)?(?:100%|百分之百)"
)
_DUE = re.compile(rf"应(?:当|由)?[^,;:。()]{{0,8}}?(?P<verb>{either(_VERBS)})")
_SAYS = re.compile(rf"{either(_KNOWN.must)}|率(?:{either(_KNOWN.should)})")
_RATES = {verb: re.compile(either(names)) for verb, names in _VERBS.items()}
_NARROWER = re.compile(either(_KNOWN.narrower))


class Duty(Struct, frozen=True):
    """Who must do what, in the words of the report; ``sentence`` is where."""

    who: str
    verb: str
    words: str
    sentence: Span


def duties_and_rates(told: ObservedReport) -> Iterator[Note]:
    """Rates below 100% of what must always be done."""
    rates = [figure for figure in told.figures if _falls_short(told, figure)]
    duties = list(_duties(told)) if rates else []
    for rate in rates:
        name = told.clause(rate)
        duty = next((duty for duty in duties if _is_of(name, duty)), None)
        if duty:
            details = {"duty": duty.words, "rate": told.said(rate)}
            yield note("duty-not-met", [rate], details, [duty.sentence])


def due_and_done(told: ObservedReport) -> Iterator[Note]:
    """Rates that what ought to be done and what was, told just before them, cannot give (应持证640人,持证581人,持证率98%)."""
    for whole, part, rate in zip(told.figures, told.figures[1:], told.figures[2:], strict=False):
        same = whole.sentence == rate.sentence and part.unit == whole.unit and rate.unit == "%"
        verb = _due(told.clause(whole)) if same and rate.measure == "rate" else None
        if verb and verb in told.clause(part) and _RATES[verb].search(told.clause(rate)):
            yield from misfits(told, (rate, part, whole), told.possible(whole))


def _due(words: str) -> str | None:
    """The verb of what words say ought to be done."""
    found = _DUE.search(words)
    return found["verb"] if found else None


def _falls_short(told: ObservedReport, rate: Observation) -> bool:
    if (rate.measure, rate.status, rate.unit) != ("rate", "result", "%"):
        return False
    high = told.possible(rate).high
    return high is not None and high < 100


def _is_of(rate: str, duty: Duty) -> bool:
    """True where the rate is called after the verb of the duty and tells of those who have it."""
    about = _RATES[duty.verb].sub("", rate)
    narrower = _NARROWER.search(about) and not _NARROWER.search(duty.who)
    return about != rate and not narrower and bool(_pairs(about) & _pairs(duty.who))


def _duties(told: ObservedReport) -> Iterator[Duty]:
    """The duties that chapters on what was done state; a plan binds only later years."""
    for place in locations(told.report):
        for sentence in place.paragraph.sentences if place.role in ("results", "other") else ():
            said = sentence.of(told.report.folded)
            if not _SAYS.search(said):
                continue
            for match in chain(_MUST.finditer(said), _FULLY.finditer(said)):
                start = sentence.start + match.start()
                words = Span(start, start + len(match[0])).of(told.report.source.text)
                yield Duty(match["who"], match["verb"], words, sentence)


def _pairs(words: str) -> set[str]:
    """Each two neighbouring characters: 行政机关负责人 and 行政负责人 share 行政."""
    return {words[at : at + 2] for at in range(len(words) - 1)}
