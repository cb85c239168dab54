"""Sentence → observations: each quantity read together with the words around it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.bound import bound_of
from converter.figures.discourse import NamedBefore, carried_on
from converter.figures.finding import quantities
from converter.figures.locations import Location
from converter.figures.measure import measure_of
from converter.figures.name_doubts import TestedName, tested_names
from converter.figures.naming import name_quantities
from converter.figures.numerals import plain
from converter.figures.period import with_years
from converter.figures.quantity import Quantity
from converter.figures.reading_doubts import period_doubts, status_doubts
from converter.figures.report_time import Told
from converter.figures.several_years import is_of_all, led_by
from converter.figures.squashed import squashed
from converter.figures.status import announces, lies_ahead, looks_back, status_of, still_announced
from converter.figures.timing import periods_of
from converter.figures.years import Years, is_ahead, is_behind, years_of
from converter.model import Bound, Observation, Report, Span
from converter.text.marks import MARK, with_one_mark

_REACH = 400  # characters; a period may stand at the start of the longest sentence people write
_CONCLUDED = "year_counted"  # the doubt on a report's year that no title says
_NEAR = 40  # characters from a whole to its part
_CLAUSE_ENDS = ",;:。!?(\n"
_ASIDE = re.compile(r"\([^()]{1,8}\)$")  # 同比增长(下同)5%
_LIST = re.compile(r"\s*(?:、|和|及|以及|与)\s*")


class ReadQuantity(Struct, frozen=True):
    """A quantity, its name and period, and the words it is understood by; ``clause`` is the end of ``before``."""

    quantity: Quantity
    name: TestedName
    period: str | None
    before: str
    after: str
    clause: str


class Context(Struct, frozen=True):
    """What holds on until the next full stop: whether figures are announced, what names lean on, the period; and what is
    applied for in all of the report."""

    planned: bool
    memory: NamedBefore = NamedBefore()
    period: str | None = None
    topic: str = ""


class Sentence(Struct, frozen=True):
    """A sentence with the quantities in it."""

    span: Span
    text: str
    found: Sequence[Quantity]


def read_sentences(report: Report, place: Location) -> list[Sentence]:
    """The sentences of a paragraph."""
    spans = place.paragraph.sentences
    return [Sentence(span, text := span.of(report.folded), _outside_tables(text)) for span in spans]


def paragraph_observations(
    report: Report, place: Location, sentences: Sequence[Sentence], told: Told
) -> Iterator[Observation]:
    """The observations of one paragraph, in order."""
    concluded = any(doubt.why == _CONCLUDED for doubt in report.doubts)
    years = years_of(report.report_year, place.role, told, concluded, place.period)
    fresh = rested = context = Context(place.role == "plan", topic=told.applications)
    leads = led_by([sentence.text for sentence in sentences], place.years)
    for sentence, lead in zip(sentences, leads, strict=True):
        text, found = sentence.text, sentence.found
        if announces(text):
            context = replace(context, planned=True)
        if found:
            readings, context = _readings(text, found, context, years, report.region)
            of = replace(years, several=lead)
            rested = replace(fresh, memory=carried_on(context.memory))
            yield from (_observation(place, of, sentence.span, r, context.planned) for r in readings)
        # ； divides what belongs together, 。 ends it.
        if not text.endswith(";"):
            context = rested


def _outside_tables(text: str) -> Sequence[Quantity]:
    found = quantities(text)
    tables = squashed(text) if found else ()
    if not tables:
        return found
    return [q for q in found if not any(table.start <= q.span.start < table.end for table in tables)]


def _readings(
    text: str, found: Sequence[Quantity], context: Context, years: Years, region: str | None
) -> tuple[list[ReadQuantity], Context]:
    """The figures of a sentence as they are understood, and what holds on for the next."""
    told = with_years(text)
    names, memory = name_quantities(told, found, context.memory, region, context.topic)
    first = _first_of_each_list(told, found)
    periods, period = periods_of(told, found, first, years, context.period)
    readings, marked = [], with_one_mark(told, _CLAUSE_ENDS)
    for at, tested in enumerate(tested_names(text, found, names, context.topic)):
        start, end = found[at].span
        before, after = told[max(0, start - _REACH) : start], told[end : end + _REACH]
        clause = _clause(told, marked, found[first[at]].span.start)
        readings.append(ReadQuantity(found[at], tested, periods[at], before, after, clause))
    return readings, replace(context, memory=memory, period=period)


def _first_of_each_list(text: str, found: Sequence[Quantity]) -> list[int]:
    """For each figure the first of the list it stands in (分别下降4%、3%), itself where it stands in none."""
    first = list(range(len(found)))
    for at in range(1, len(found)):
        if _LIST.fullmatch(text, found[at - 1].span.end, found[at].span.start):
            first[at] = first[at - 1]
    return first


def _clause(text: str, marked: str, end: int) -> str:
    """The words of its clause before a figure at ``end``; ``marked`` is ``text`` with its ends of clauses as one mark."""
    start = max(0, end - _REACH)
    if aside := _ASIDE.search(text, start, end) if text.endswith(")", start, end) else None:
        end = aside.start()
    return text[max(start, marked.rfind(MARK, start, end) + 1) : end]


def _whole_and(reading: ReadQuantity) -> str:
    """The clause of a figure; of a part (其中博士3名) the clause of its whole before it."""
    return reading.before[-_NEAR:] if reading.clause.startswith("其中") else reading.clause


def _observation(
    place: Location, years: Years, sentence: Span, reading: ReadQuantity, announced: bool
) -> Observation:
    quantity = reading.quantity
    measure = measure_of(quantity, reading.clause, reading.after)
    behind = looks_back(reading.before)
    lasting = still_announced(reading.before) and not behind
    announced = announced and not is_behind(reading.period, years) and not behind
    planned = announced or lasting or is_ahead(reading.period, years)
    status = status_of(planned, _whole_and(reading), reading.after)
    if lasting and place.role != "plan" and lies_ahead(reading.before):
        default = years.following
    else:
        several = not years.plan and is_of_all(years.several, status, measure, reading.clause, reading.after)
        default = years.several if several else years.default
    period = reading.period or default
    return Observation(
        id=f"{place.part}-v{_value(quantity)}",
        span=Span(sentence.start + quantity.span.start, sentence.start + quantity.span.end),
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        bound=_bound(reading, status in ("norm", "target")),
        measure=measure,
        status=status,
        indicator=reading.name.name,
        period=period,
        chapter=place.chapter,
        section=place.section,
        paragraph=place.paragraph.id,
        sentence=sentence,
        doubts=(
            *reading.name.doubts,
            *period_doubts(reading.period, period, status, reading.before, years),
            *status_doubts(status, reading.clause, reading.after),
        ),
    )


def _bound(reading: ReadQuantity, binding: bool) -> Bound:
    """In a list (分别超过98%和99%) the word before the first holds for all."""
    listed = "分别" in reading.clause and not reading.before.endswith(reading.clause)
    before = reading.clause if listed else reading.before
    return bound_of(before, reading.after, reading.quantity.more, binding)


def _value(quantity: Quantity) -> str:
    upper = "" if quantity.upper is None else f"-{plain(quantity.upper)}"
    return f"{plain(quantity.value)}{upper}"
