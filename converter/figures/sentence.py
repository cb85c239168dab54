"""Sentence → observations: each quantity read together with the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.figures.bound import bound_of
from converter.figures.measure import measure_of
from converter.figures.naming import Memory, name_quantities
from converter.figures.numerals import plain
from converter.figures.period import default_period, named_period
from converter.figures.places import Place
from converter.figures.quantity import Quantity, quantities
from converter.figures.squashed import squashed
from converter.figures.status import status_of
from converter.model import Observation, Report, Span

_REACH = 400  # characters; a period may stand at the start of the longest sentence people write
_CLAUSE_END = re.compile(r"[,;:。!?(\n](?=[^,;:。!?(\n]*$)")
_LIST = re.compile(r"\s*(?:、|和|及|以及|与)\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity, its name and period, and the words it is understood by; ``clause`` is the end of ``before``."""

    quantity: Quantity
    name: str
    period: str | None
    before: str
    after: str
    clause: str


def paragraph_observations(report: Report, place: Place) -> Iterator[Observation]:
    """The observations of one paragraph, in order."""
    memory, period = Memory(), None
    for sentence in place.paragraph.sentences:
        text = sentence.of(report.folded)
        found = _outside_tables(text)
        names, memory = name_quantities(text, found, memory, report.region)
        for at, name in enumerate(names):
            period = named_period(text[: found[at].span.start][-_REACH:], report.report_year) or period
            reading = _reading(text, found[at], _clause(text, found, at), name, period)
            yield _observation(report, place, sentence, reading)
        # ； divides what belongs together, 。 ends it.
        if not text.endswith(";"):
            memory, period = Memory(), None


def _outside_tables(text: str) -> list[Quantity]:
    tables = squashed(text)
    return [
        q for q in quantities(text) if not any(table.start <= q.span.start < table.end for table in tables)
    ]


def _reading(text: str, quantity: Quantity, clause: str, name: str, period: str | None) -> Reading:
    start, end = quantity.span
    before = text[max(0, start - _REACH) : start]
    return Reading(quantity, name, period, before, text[end : end + _REACH], clause)


def _clause(text: str, found: list[Quantity], at: int) -> str:
    """The words of its clause before a figure; in a list (分别下降4%、3%) those before the list's first."""
    while at and _LIST.fullmatch(text, found[at - 1].span.end, found[at].span.start):
        at -= 1
    start = found[at].span.start
    before = text[max(0, start - _REACH) : start]
    cut = _CLAUSE_END.search(before)
    return before[cut.end() :] if cut else before


def _observation(report: Report, place: Place, sentence: Span, reading: Reading) -> Observation:
    quantity, year = reading.quantity, report.report_year
    status = status_of(place.role, reading.clause, reading.after)
    return Observation(
        id=f"{place.part}-v{_value(quantity)}",
        span=Span(sentence.start + quantity.span.start, sentence.start + quantity.span.end),
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        bound=bound_of(reading.before, reading.after, quantity.more, binding=status in ("norm", "target")),
        measure=measure_of(quantity, reading.clause, reading.after),
        status=status,
        indicator=reading.name,
        period=reading.period or default_period(year, place.role),
        chapter=place.chapter,
        section=place.section,
        paragraph=place.paragraph.id,
        sentence=sentence,
    )


def _value(quantity: Quantity) -> str:
    upper = "" if quantity.upper is None else f"-{plain(quantity.upper)}"
    return f"{plain(quantity.value)}{upper}"
