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
_DIGITS = re.compile(r"\d[\d.]*")
_SEVERAL, _MANY = 3, 4  # digits; numbers of fewer are often as like by chance
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
    return named or once or _is_misprint(told.surface(first), told.surface(second))


def _is_misprint(first: str, second: str) -> bool:
    """Whether two numbers are as long and differ as a slip of the pen does: two neighbours of three digits changed places, or one of four is another."""
    one, other = _DIGITS.findall(first), _DIGITS.findall(second)
    if len(one) != 1 or len(other) != 1 or len(one[0]) != len(other[0]):
        return False
    (own, that), digits = (one[0], other[0]), sum(map(str.isdigit, one[0]))
    off = [at for at in range(len(own)) if own[at] != that[at]]
    if len(off) == 1:
        return digits >= _MANY
    swapped = own[off[0] : off[-1] + 1][::-1] == that[off[0] : off[-1] + 1]
    return len(off) == 2 and off[1] - off[0] == 1 and swapped and digits >= _SEVERAL


def _before(told: ObservedReport, figure: Observation) -> str:
    return told.report.folded[max(figure.sentence.start, figure.span.start - _REACH) : figure.span.start]
