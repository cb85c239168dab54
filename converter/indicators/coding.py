"""Which observation is a value of which indicator."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from msgspec.structs import replace

from converter.indicators.changes import change_of
from converter.indicators.dictionary import Indicator, entry
from converter.indicators.doubts import is_doubtful
from converter.indicators.levels import is_done_by_part, is_of_level_above
from converter.indicators.neighbours import (
    code_of_other_year,
    comes_with_unknown,
    goes_on_with_unknown,
    leaves_out_part,
    told_otherwise,
)
from converter.indicators.pattern import weight_around
from converter.indicators.pattern_index import (
    Match,
    is_told_in,
    matches,
    matches_of_what_changed,
    may_fit,
    nearly_fits,
)
from converter.indicators.setting import Setting
from converter.indicators.stripped import bare
from converter.indicators.tables import Change
from converter.indicators.wordings import Said, said
from converter.model import Observation, Status

_TWO, _TOLD_TWICE = "two_codes", "code_told_twice"
_NEAR, _SMALLER = "code_near", "code_smaller"
_REACH = 200  # characters before a figure in which a pattern's @ words are looked for


def coded(observations: tuple[Observation, ...], setting: Setting) -> tuple[Observation, ...]:
    """The observations with their codes; None where no entry matches, or two match equally well (a doubt says so).

    After it: equal codes mean values that may be set side by side (same thing, commensurable units, a level never
    with a change), and ``entry`` knows every code.
    """
    told: dict[str, Observation] = {}
    for at, one in enumerate(observations):
        told[one.id] = (
            _settled(_coded(observations, at, setting, told), setting.own) if _may_have_code(one) else one
        )
    return tuple(_with_smaller_doubted(told))


def _with_smaller_doubted(told: Mapping[str, Observation]) -> Iterator[Observation]:
    """The figures; of levels with one code and period that differ, all but the greatest doubted: they may be of a part."""
    most: dict[tuple[str, str | None, Status], Decimal] = {}
    for one in told.values():
        if key := _fact(one):
            most[key] = max(one.value, most.get(key, one.value))
    for one in told.values():
        key = _fact(one)
        yield _doubted(one, _SMALLER) if key and most[key] > one.value else one


def _fact(one: Observation) -> tuple[str, str | None, Status] | None:
    """What a level told in prose is a value of; None for all other figures."""
    of_prose = one.measure == "level" and not one.cell
    return (one.code, one.period, one.status) if one.code and of_prose else None


def _may_have_code(one: Observation) -> bool:
    return not one.cell and (one.measure == "change" or is_told_in(one.measure, one.unit))


def _settled(one: Observation, own: tuple[str, ...]) -> Observation:
    """The figure, doubted where it has no code and its name comes near to an entry's; a part of something is no entry's whole."""
    if one.code or "（" in one.indicator or not {_TWO, _TOLD_TWICE}.isdisjoint(one.doubts):
        return one
    near = nearly_fits(bare(one.indicator, own), one.measure, one.unit)
    return _doubted(one, _NEAR) if near else one


def _coded(
    observations: tuple[Observation, ...], at: int, setting: Setting, told: Mapping[str, Observation]
) -> Observation:
    one = observations[at]
    change = change_of(one, setting.folded) if one.measure == "change" else None
    words = said(observations, at, setting)
    if not change and not any(may_fit(own, one.measure, one.unit) for own in words.own()):
        return one
    around = partial(_around, one, setting)
    # Its own words first: 审批时限压缩90% is an indicator, not the change of one.
    way, code, tied = "", None, False
    for way in words.ways():
        codes = _best(matches(way, one.measure, one.unit), around)
        tied = tied or len(codes) > 1
        if len(codes) == 1:
            code = codes[0]
            break
    if code and (
        leaves_out_part(one, code, told)
        or comes_with_unknown(observations, at, told)
        or goes_on_with_unknown(observations, at, told, way, setting)
    ):
        return one
    if way and not code and change:
        way, code = _change_code(one, change, words, around, told)
    if not code and not tied:
        code = code_of_other_year(one, observations[at - 1] if at else None, words, told)
    of_part = code and (
        is_done_by_part(one, code, setting.folded, setting.level, setting.own)
        or is_of_level_above(one, code, setting.level, setting.own)
    )
    if of_part or ((code or tied) and is_doubtful(one, words.name, setting)):
        return one
    if code and told_otherwise(observations, at, code, told):
        return _doubted(one, _TOLD_TWICE)
    if not code and tied:
        return _doubted(one, _TWO)
    return replace(one, code=code) if code else one


def _doubted(one: Observation, why: str) -> Observation:
    return one if why in one.doubts else replace(one, doubts=(*one.doubts, why))


def _change_code(
    one: Observation,
    change: Change,
    words: Said,
    around: Callable[[], str],
    told: Mapping[str, Observation],
) -> tuple[str, str | None]:
    """The code of a change, and the way to read the figure that gives it."""
    level = told.get(one.link.to) if one.link and one.link.relation == "change_of" else None
    if level and level.code and _may_change(entry(level.code), one, change):
        return words.name, f"{level.code}-{change.suffix}"
    for way in words.ways_of_what_changed():
        fitting = (m for m in matches_of_what_changed(way) if _may_change(m.way.indicator, one, change))
        base = _best(fitting, around)
        if base:
            return way, f"{base[0]}-{change.suffix}" if len(base) == 1 else None
    return words.name, None


def _may_change(indicator: Indicator, one: Observation, change: Change) -> bool:
    measured = indicator.measure in change.of
    return indicator.grows and measured and (bool(change.units) or one.unit in indicator.units)


def _best(matches: Iterable[Match], around: Callable[[], str]) -> tuple[str, ...]:
    """The codes whose patterns explain most of a name and of what stands before it: none, one, or several that explain as much."""
    weights: dict[str, int] = {}
    for way, found in matches:
        before = weight_around(way.pattern, around)
        if before is not None:
            weights[way.indicator.code] = max(found + before, weights.get(way.indicator.code, 0))
    if len(weights) < 2:
        return tuple(weights)
    most = max(weights.values())
    return tuple(code for code, found in weights.items() if found == most)


def _around(one: Observation, setting: Setting) -> str:
    """The words before a figure: its sentence, parts divided by ； included, the heading, what all is about."""
    before = setting.folded[max(0, one.span.start - _REACH) : one.span.start]
    sentence = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
    return f"{setting.scope};{setting.headings.get(one.paragraph, '')};{sentence}"
