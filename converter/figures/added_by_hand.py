"""A figure at a place that a person names: read by the program's own rules as far as they go."""

import re
from collections.abc import Iterable
from decimal import Decimal

from converter.figures.bound import bound_of
from converter.figures.finding import quantities
from converter.figures.locations import Location, TableLocation, locations, table_locations
from converter.figures.measure import measure_of
from converter.figures.numerals import HANZI, decimal_of, plain
from converter.figures.quantity import Quantity
from converter.model import CellPlace, Observation, Report, Span

_NUMERAL = re.compile(rf"[\d.,]+[万亿]*|[{HANZI}]+")
_REACH = 400  # characters
_CLAUSE_END = re.compile(r"[,;:。!?(\n]")


def figure_at(report: Report, place: Span, value: Decimal | None = None) -> Observation | None:
    """The figure at ``place``, its name empty unless a table gives one; ``value`` where it is told.

    None where no part of the report has the place, or nothing there can be read as a number and none is told.
    """
    quantity = _quantity(place.of(report.folded), value)
    if quantity is None:
        return None
    for location in locations(report):
        if location.paragraph.span.start <= place.start and place.end <= location.paragraph.span.end:
            return _in_prose(report, location, place, quantity)
    for table in table_locations(report):
        if table.table.span.start <= place.start and place.end <= table.table.span.end:
            return _in_table(report, table, place, quantity)
    return None


def _quantity(words: str, value: Decimal | None) -> Quantity | None:
    found = quantities(words)
    if len(found) == 1 and value is None:
        return found[0]
    numeral = _NUMERAL.search(words)
    told = value if value is not None else numeral and decimal_of(numeral[0].rstrip(".,"))
    if told is None or isinstance(told, re.Match):
        return None
    unit = words[numeral.end() :].strip() if numeral else ""
    return Quantity(Span(0, len(words)), plain(told), None, unit)


def _in_prose(report: Report, location: Location, place: Span, quantity: Quantity) -> Observation:
    sentence = _holding(location.paragraph.sentences, place) or location.paragraph.span
    before = report.folded[max(sentence.start, place.start - _REACH) : place.start]
    after = report.folded[place.end : min(sentence.end, place.end + _REACH)]
    clause = _CLAUSE_END.split(before)[-1]
    announced = location.role == "plan"
    return Observation(
        id=f"{location.part}-v{plain(quantity.value)}",
        span=place,
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        bound=bound_of(before, after, quantity.more, announced),
        measure=measure_of(quantity, clause, after),
        status="target" if announced else "result",
        indicator="",
        period=f"{report.report_year}年" if report.report_year else None,
        chapter=location.chapter,
        section=location.section,
        paragraph=location.paragraph.id,
        sentence=sentence,
    )


def _holding(sentences: Iterable[Span], place: Span) -> Span | None:
    return next((s for s in sentences if s.start <= place.start and place.end <= s.end), None)


def _in_table(report: Report, location: TableLocation, place: Span, quantity: Quantity) -> Observation | None:
    table = location.table
    cell = next((c for c in table.cells if c.span.start <= place.start and place.end <= c.span.end), None)
    if cell is None or table.unread:
        return None
    row = [c.span for c in table.cells if c.row == cell.row and c.span.start < c.span.end]
    return Observation(
        id=f"{table.id}-r{cell.row}-c{cell.column}",
        span=cell.span,
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        bound="exact",
        measure=measure_of(quantity, "", ""),
        status="result",
        indicator="",
        period=f"{report.report_year}年" if report.report_year else None,
        chapter=location.chapter,
        section=location.section,
        paragraph=table.id,
        sentence=Span(min(s.start for s in row), max(s.end for s in row)),
        cell=CellPlace(table.id, cell.row, cell.column),
    )
