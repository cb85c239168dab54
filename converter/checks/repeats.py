"""The same fact told in two places with values that cannot both be right (``repeats.toml``)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from converter.checks.rule import ObservedReport, note
from converter.checks.tables import REPEATS
from converter.figures.alternatives import either
from converter.figures.locations import locations
from converter.model import Note, Observation

_KNOWN = REPEATS.load()
_REACH = 200  # characters; longer sentences speak of several things
_ONCE = re.compile(either(_KNOWN.once))
_NAMED = re.compile("|".join(_KNOWN.named))
_NOT_WITH = re.compile(either(_KNOWN.not_with))


def told_twice(told: ObservedReport) -> Iterator[Note]:
    """Results of one indicator or name, one unit and one period that stand in different paragraphs and differ."""
    facts: defaultdict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    reported = {
        place.paragraph.id for place in locations(told.report) if place.role not in ("problems", "plan")
    }
    for figure in told.figures:
        if figure.paragraph in reported and figure.period and _is_plain(told, figure):
            facts[figure.code or figure.indicator, figure.unit, figure.period].append(figure)
    for (_, _, period), (first, *others) in facts.items():
        second = next((other for other in others if _contradict(told, first, other)), None)
        if second:
            values = {"first": told.surface(first), "second": told.surface(second)}
            yield note("told-twice", [first, second], {"name": first.indicator, "period": period, **values})


def _is_plain(told: ObservedReport, figure: Observation) -> bool:
    """True for a result whose name says of what, and whose sentence does not say that it is of something narrower."""
    plain = (figure.status, figure.measure in ("level", "rate"), figure.link) == ("result", True, None)
    return plain and len(figure.indicator) >= _KNOWN.shortest and not _NOT_WITH.search(_before(told, figure))


def _contradict(told: ObservedReport, first: Observation, second: Observation) -> bool:
    if first.paragraph == second.paragraph or not told.possible(first).apart(told.possible(second)):
        return False
    named = all(_NAMED.search(_before(told, figure)) for figure in (first, second))
    once = all(_ONCE.search(figure.indicator) for figure in (first, second))
    return named or once or _is_one_fact(first, second)


def _is_one_fact(first: Observation, second: Observation) -> bool:
    """Whether both have a code that a report states once a year, and one name, but for who did it; and no doubt but that of two values."""
    names = sorted((first.indicator, second.indicator), key=len)
    counted = all(
        (one.code or "").startswith(_KNOWN.once_codes) and one.bound == "exact" for one in (first, second)
    )
    sure = {*first.doubts, *second.doubts} <= {*_KNOWN.doubts_of_two}
    return counted and sure and first.code == second.code and names[1].endswith(names[0])


def _before(told: ObservedReport, figure: Observation) -> str:
    return told.report.folded[max(figure.sentence.start, figure.span.start - _REACH) : figure.span.start]
