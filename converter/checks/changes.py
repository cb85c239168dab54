"""Changes against the two levels they lead between (从18天压缩到5天,压缩72%)."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from converter.checks.interval import Interval
from converter.checks.rule import ObservedReport, in_digits, note
from converter.model import Note, Observation

# Money grows at constant prices, and a yearly average is no change from first to last.
_OTHERWISE = re.compile(r"年均|平均|实际|可比")
_FALL = re.compile(r"减|降|少|缩|低|压")
_FINE = Decimal("0.1")
_NOMINAL = re.compile(r"罚款|罚没|挽回|标的|涉案")  # money that grows at the prices of the day
_MONEY = ("元", "美元", "港元", "欧元")


def changes_and_levels(told: ObservedReport) -> Iterator[Note]:
    """Changes that the level before and the level after, told beside them, do not give."""
    for change in told.figures:
        level = _level(told, change)
        base = level and _base(told, level)
        if level and base:
            moved = list(_moved(told, base, level, change))
            if moved and all(way.apart(told.possible(change)) for way in moved):
                yield _misfit(told, (base, level, change), moved[0])


def amounts_and_rates(told: ObservedReport) -> Iterator[Note]:
    """Two changes of one figure, one in its own unit, one in per cent, that are not the same."""
    for pair in pairwise(told.figures):
        level = _level(told, pair[0])
        if not level or level != _level(told, pair[1]) or {o.unit for o in pair} != {level.unit, "%"}:
            continue
        amount, change = sorted(pair, key=lambda o: o.unit == "%")
        base = _before(told, level, amount)
        moved = told.possible(amount).in_percent_of(base) if base.low > 0 else None
        if moved and moved.high is not None and moved.apart(told.possible(change)):
            named = {
                "level": told.said(level),
                "amount": told.surface(amount),
                "change": told.surface(change),
            }
            limits = {"low": _floor(moved.low), "high": _ceiling(moved.high)}
            yield note("changes-disagree", [change, amount, level], {**named, **limits})


def _level(told: ObservedReport, change: Observation) -> Observation | None:
    """What the change is of, where the two may be held against each other."""
    level = told.linked(change, "change_of")
    if not level or (level.unit in _MONEY and not _NOMINAL.search(told.clause(level))):
        return None
    between = told.report.folded[level.span.end : change.span.start]
    return None if _OTHERWISE.search(between) else level


def _before(told: ObservedReport, level: Observation, amount: Observation) -> Interval:
    """What the level was before it changed by ``amount``."""
    now, by = told.possible(level), told.possible(amount)
    fell = _FALL.search(told.said(amount))
    if now.high is None or by.high is None:
        return Interval(Decimal(0), None)
    return (
        Interval(now.low + by.low, now.high + by.high)
        if fell
        else Interval(now.low - by.high, now.high - by.low)
    )


def _base(told: ObservedReport, level: Observation) -> Observation | None:
    """The value the level is told to come from: the figure just before, where the text quotes it as such."""
    before = told.figures[told.places[level.id] - 1]
    same = (before.unit, before.measure, before.sentence) == (level.unit, level.measure, level.sentence)
    return before if same and before.status == "base" else None


def _moved(
    told: ObservedReport, base: Observation, level: Observation, change: Observation
) -> Iterator[Interval]:
    """How far it is from base to level, in the unit of the change; both ways where per cent may mean points."""
    first = told.possible(base)
    far = first.distance(told.possible(level))
    if change.unit == level.unit or (change.unit == "百分点" and level.unit == "%"):
        yield far
    if change.unit == "%" and first.low > 0:
        yield far.in_percent_of(first)


def _misfit(
    told: ObservedReport, figures: tuple[Observation, Observation, Observation], moved: Interval
) -> Note:
    named = dict(zip(("base", "level", "change"), map(told.surface, figures), strict=True))
    limits = {"low": _floor(moved.low), "high": "∞" if moved.high is None else _ceiling(moved.high)}
    return note("change-does-not-fit", figures[::-1], {**named, **limits})


def _floor(value: Decimal) -> str:
    return in_digits(value.quantize(_FINE, ROUND_FLOOR))


def _ceiling(value: Decimal) -> str:
    return in_digits(value.quantize(_FINE, ROUND_CEILING))
