"""Which observation is a value of which indicator."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from converter.indicators.bare import neutral
from converter.indicators.changes import change_of, change_words
from converter.indicators.dictionary import Indicator, entry
from converter.indicators.doubts import is_doubtful
from converter.indicators.pattern import any_of, weight
from converter.indicators.pattern_index import IndicatorPattern, candidate_patterns
from converter.indicators.said import said
from converter.indicators.setting import Setting
from converter.indicators.tables import NEUTRAL, Change
from converter.kept import kept
from converter.model import Measure, Observation

_REACH = 200  # characters before a figure in which a pattern's @ words are looked for


def coded(observations: tuple[Observation, ...], setting: Setting) -> tuple[Observation, ...]:
    """The observations with their codes; None where no entry matches, or two match equally well.

    After it: equal codes mean values that may be set side by side (same thing, commensurable units, a level never
    with a change), and ``entry`` knows every code.
    """
    codes: dict[str, str | None] = {}
    for at, one in enumerate(observations):
        codes[one.id] = one.code if one.cell else _code(observations, at, setting, codes)
    return tuple(replace(one, code=codes[one.id]) if codes[one.id] else one for one in observations)


def _code(
    observations: tuple[Observation, ...], at: int, setting: Setting, codes: Mapping[str, str | None]
) -> str | None:
    one = observations[at]
    told = said(observations, at, setting)
    if is_doubtful(one, told.name, setting.folded):
        return None
    around = partial(_around, one, setting)
    # Its own words first: 审批时限压缩90% is an indicator, not the change of one.
    found = (_best(way, neutral(), _of(way, one.measure, one.unit), around) for way in told.ways())
    code = next(filter(None, found), None)
    if code and one.link and one.link.relation == "part_of" and codes.get(one.link.to) == code:
        return None  # its words leave out what makes it a part
    if code or one.measure != "change":
        return code
    return _change_code(one, told.name, setting.folded, around, codes)


def _of(name: str, measure: Measure, unit: str) -> Iterator[IndicatorPattern]:
    return (
        w for w in candidate_patterns(name) if w.indicator.measure == measure and unit in w.indicator.units
    )


def _change_code(
    one: Observation,
    name: str,
    folded: str,
    around: Callable[[], str],
    codes: Mapping[str, str | None],
) -> str | None:
    change = change_of(one, folded)
    if change is None:
        return None
    if one.link and one.link.relation == "change_of" and one.link.to in codes:
        level = codes[one.link.to]
        if level and _may_change(entry(level), one, change):
            return f"{level}-{change.suffix}"
    fitting = (w for w in candidate_patterns(name) if w.grows and _may_change(w.indicator, one, change))
    base = _best(name, _neutral_in_change(), fitting, around)
    return f"{base}-{change.suffix}" if base else None


def _may_change(indicator: Indicator, one: Observation, change: Change) -> bool:
    measured = indicator.measure in change.of
    return indicator.grows and measured and (bool(change.units) or one.unit in indicator.units)


def _best(
    name: str, neutral: re.Pattern[str], fitting: Iterable[IndicatorPattern], around: Callable[[], str]
) -> str | None:
    """The code whose pattern explains most of the name, None where two codes explain as much."""
    weights: dict[str, int] = {}
    for way in fitting:
        found, code = weight(way.pattern, name, neutral, around), way.indicator.code
        weights[code] = max(found, weights.get(code, 0))
    most = max(weights.values(), default=0)
    codes = [code for code, found in weights.items() if found == most > 0]
    return codes[0] if len(codes) == 1 else None


def _around(one: Observation, setting: Setting) -> str:
    """The words before a figure: its sentence, parts divided by ； included, the heading, what all is about."""
    before = setting.folded[max(0, one.span.start - _REACH) : one.span.start]
    sentence = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
    return f"{setting.scope};{setting.headings.get(one.paragraph, '')};{sentence}"


@kept
def _neutral_in_change() -> re.Pattern[str]:
    return any_of([*change_words(), *(word for words in NEUTRAL.load().values() for word in words)])
