"""The same fact told in two places with numbers that differ as by a slip of the pen (``repeats.toml``)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from converter.checks.rule import ObservedReport, note
from converter.checks.tables import REPEATS
from converter.figures.alternatives import either
from converter.figures.locations import locations
from converter.model import Note, Observation

_KNOWN = REPEATS.load()
_DIGITS = re.compile(r"\d[\d.]*")
_OTHER_YEARS = re.compile(either(_KNOWN.other_years))
_SEVERAL, _MANY = 3, 4  # digits; numbers of fewer are often as like by chance
_SHORTEST = 2  # characters of a name
_REACH = 30  # characters


def misprints(told: ObservedReport) -> Iterator[Note]:
    """Results of one name, but for who did it, of one unit and period, whose numbers are a slip of the pen apart."""
    planned = {place.paragraph.id for place in locations(told.report) if place.role == "plan"}
    alike: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for figure in told.figures:
        digits = _DIGITS.findall(told.surface(figure))
        if figure.paragraph not in planned and _is_plain(told, figure) and len(digits) == 1:
            alike[figure.unit, figure.period, figure.measure, len(digits[0])].append(figure)
    for figures in alike.values():
        for first, second in combinations(figures, 2):
            if first.paragraph != second.paragraph and _is_misprint(told, first, second):
                values = {"first": told.surface(first), "second": told.surface(second)}
                said = {"name": first.indicator, "period": first.period, **values}
                yield note("told-twice", [first, second], said)


def _is_plain(told: ObservedReport, figure: Observation) -> bool:
    """True for an exact result that its sentence tells of this year."""
    before = told.report.folded[max(figure.sentence.start, figure.span.start - _REACH) : figure.span.start]
    kind = (figure.status, figure.bound, figure.link, figure.measure in ("level", "rate"))
    return kind == ("result", "exact", None, True) and bool(figure.period) and not _OTHER_YEARS.search(before)


def _is_misprint(told: ObservedReport, first: Observation, second: Observation) -> bool:
    """Whether two neighbours of three digits changed places, or one of four is another, and the names are one."""
    own, that = (_DIGITS.findall(told.surface(one))[0] for one in (first, second))
    off = [at for at in range(len(own)) if own[at] != that[at]]
    digits = sum(map(str.isdigit, own))
    swapped = (
        len(off) == 2 and off[1] - off[0] == 1 and own[off[0]] + own[off[1]] == that[off[1]] + that[off[0]]
    )
    if not ((swapped and digits >= _SEVERAL) or (len(off) == 1 and digits >= _MANY)):
        return False
    names = sorted((first.indicator, second.indicator), key=len)
    return len(names[0]) >= (_SHORTEST if swapped else _KNOWN.shortest) and names[1].endswith(names[0])
