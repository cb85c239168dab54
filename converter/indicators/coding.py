"""Which observation is a value of which indicator."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from converter.indicators.changes import change_of, change_words
from converter.indicators.doubts import is_doubtful
from converter.indicators.pattern import any_of, weight
from converter.indicators.pattern_index import IndicatorPattern, candidate_patterns
from converter.indicators.tables import NEUTRAL
from converter.kept import kept
from converter.model import Measure, Observation

_SIGNS = re.compile(r"[“”\"‘’'《》()\s]")
_REACH = 200  # characters before a figure in which a pattern's @ words are looked for


def coded(observations: tuple[Observation, ...], folded: str) -> tuple[Observation, ...]:
    """The observations with their codes; None where no entry matches, or two match equally well.

    ``folded`` is the report's folded text, in which the spans count.  After it: equal codes mean values that
    may be set side by side (same thing, commensurable units, a level never with a change), and ``entry``
    knows every code.
    """
    codes = (one.code if one.cell else _code(one, folded) for one in observations)
    return tuple(
        replace(one, code=code) if code else one for one, code in zip(observations, codes, strict=True)
    )


def _code(one: Observation, folded: str) -> str | None:
    name = _SIGNS.sub("", one.indicator)
    if is_doubtful(one, name, folded):
        return None
    around = partial(_around, one, folded)
    code = _best(name, _neutral(), _of(name, one.measure, one.unit), around)
    # Its own words first: 审批时限压缩90% is an indicator, not the change of one.
    return code or (_change_code(one, name, folded, around) if one.measure == "change" else None)


def _of(name: str, measure: Measure, unit: str) -> Iterator[IndicatorPattern]:
    return (
        w for w in candidate_patterns(name) if w.indicator.measure == measure and unit in w.indicator.units
    )


def _change_code(one: Observation, name: str, folded: str, around: Callable[[], str]) -> str | None:
    change = change_of(one, folded)
    if change is None:
        return None
    fitting = (w for w in candidate_patterns(name) if w.grows and w.indicator.measure in change.of)
    fitting = (w for w in fitting if change.units or one.unit in w.indicator.units)
    base = _best(name, _neutral_in_change(), fitting, around)
    return f"{base}-{change.suffix}" if base else None


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


def _around(one: Observation, folded: str) -> str:
    """The words before a figure back to the start of its sentence, parts divided by ； included."""
    before = folded[max(0, one.span.start - _REACH) : one.span.start]
    return before[max(before.rfind("。"), before.rfind("\n")) + 1 :]


@kept
def _neutral() -> re.Pattern[str]:
    return any_of(word for words in NEUTRAL.load().values() for word in words)


@kept
def _neutral_in_change() -> re.Pattern[str]:
    return any_of([*change_words(), *(word for words in NEUTRAL.load().values() for word in words)])
