"""Relations that the words between figures state (``relations.toml``), and that their values do not bear out."""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from converter.checks.interval import Interval
from converter.checks.passages import Passage, compiled, passages
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import RELATIONS
from converter.figures.alternatives import either
from converter.model import Note, Observation

_KNOWN = RELATIONS.load()
_OTHERWISE = re.compile(either(_KNOWN.otherwise))
_CONSTANT = re.compile(either(_KNOWN.at_constant_prices))
_GROWTHS = tuple(compiled(pattern, _KNOWN.words) for pattern in _KNOWN.growth.patterns)
_OF_EACH = re.compile(_KNOWN.mean.of_each.replace("{each}", either(_KNOWN.mean.units)))
_LISTED = compiled(_KNOWN.listed.pattern, _KNOWN.words)
_NAME = re.compile("《[^《》]+》")
_FINE = Decimal("0.1")


def growths(told: ObservedReport) -> Iterator[Note]:
    """Changes in per cent that the value and the one of the year before, told beside them, do not give."""
    for passage in passages(told):
        for pattern in _GROWTHS:
            for match in pattern.finditer(passage.words):
                yield from _growth(told, passage, match)


def _growth(told: ObservedReport, passage: Passage, match: re.Match[str]) -> Iterator[Note]:
    now, base, change = (passage.at(match.start(role)) for role in ("now", "base", "change"))
    exact = (now.bound, base.bound) == ("exact", "exact")
    if not exact or now.unit != base.unit or now.unit == "%" or change.unit != "%" or not base.value:
        return
    if _OTHERWISE.search(match[0]) or _CONSTANT.search(told.clause(now) + now.indicator):
        return
    first, moved = told.possible(base), told.possible(base).distance(told.possible(now))
    share = moved.in_percent_of(first)
    if share.apart(told.possible(change)):
        said = {"base": told.surface(base), "level": told.surface(now), "change": told.surface(change)}
        yield note("change-does-not-fit", [change, now, base], {**said, **_limits(share)})


def means(told: ObservedReport) -> Iterator[Note]:
    """What is told for each (平均每期120人次) that the total and the number in its sentence do not give."""
    for mean in told.figures:
        each = _OF_EACH.search(told.clause(mean))
        if not each or mean.measure not in ("level", "duration"):
            continue
        before = [one for one in told.figures[: told.places[mean.id]] if one.sentence == mean.sentence]
        totals = [one for one in before if one.unit == mean.unit]
        counts = [one for one in before if one.unit in _KNOWN.mean.units[each["each"]]]
        if len(totals) == len(counts) == 1 and totals != counts and _is_of(told, mean, totals[0]):
            yield from _mean(told, mean, totals[0], counts[0])


def _is_of(told: ObservedReport, mean: Observation, total: Observation) -> bool:
    """Whether the clauses of a mean and a total name one thing: the mean nothing else, or two characters of the total's."""
    said = _OF_EACH.sub("", told.clause(mean)).strip()
    words = told.clause(mean)
    of = total.indicator + told.clause(total)
    return not said or mean.unit != "元" or any(words[at : at + 2] in of for at in range(len(words) - 1))


def _mean(told: ObservedReport, mean: Observation, total: Observation, count: Observation) -> Iterator[Note]:
    number = told.possible(count)
    if not number.low or (total.bound, count.bound) != ("exact", "exact"):
        return
    ratio = told.possible(total).in_percent_of(number)
    share = Interval(ratio.low / 100, None if ratio.high is None else ratio.high / 100)
    if share.apart(told.possible(mean)):
        said = {"mean": told.said(mean), "total": told.said(total), "count": told.said(count)}
        yield note("mean-does-not-fit", [mean, total, count], {**said, **_limits(share)})


def listed(told: ObservedReport) -> Iterator[Note]:
    """Numbers of things of which a closed list names more or fewer (制定5项制度,分别是《…》《…》)."""
    for passage in passages(told):
        for match in _LISTED.finditer(passage.words):
            number, names = passage.at(match.start("number")), len(_NAME.findall(match["names"]))
            if number.bound == "exact" and number.value != names:
                said: Mapping[str, object] = {"number": told.said(number), "names": names}
                yield note("listed-otherwise", [number], said)


def _limits(share: Interval) -> Mapping[str, str]:
    high = "∞" if share.high is None else in_digits(share.high.quantize(_FINE, ROUND_CEILING))
    return {"low": in_digits(share.low.quantize(_FINE, ROUND_FLOOR)), "high": high}
