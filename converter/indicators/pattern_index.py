"""The patterns of all indicators, found by the words a name has: three hundred need not be tried on each."""

from collections import defaultdict
from dataclasses import dataclass

from converter.indicators.changes import directions
from converter.indicators.dictionary import Indicator, indicators
from converter.indicators.pattern import Pattern, parse
from converter.indicators.tables import TOPICS
from converter.kept import kept, kept_latest


@dataclass(frozen=True, slots=True)
class IndicatorPattern:
    """One way to print an indicator's name; ``grows`` is False where the name itself says 减少 or 提高."""

    pattern: Pattern
    indicator: Indicator
    grows: bool


@kept_latest(4096)  # reports name alike what they count
def candidate_patterns(name: str) -> tuple[IndicatorPattern, ...]:
    """The patterns that want a word which may begin with a pair of the name's characters, in the order of codes."""
    index = _index()
    numbers = {n for at in range(len(name) - 1) for n in index.get(name[at : at + 2], ())}
    return tuple(_all()[n] for n in sorted(numbers))


@kept
def _all() -> tuple[IndicatorPattern, ...]:
    return tuple(_way(indicator, line) for indicator in indicators() for line in indicator.names)


def _way(indicator: Indicator, line: str) -> IndicatorPattern:
    topic = TOPICS.load()[indicator.topic]
    also = [f"?{word}" for word in topic.beside] + [f"!@{'/'.join(topic.unless)}"] * bool(topic.unless)
    pattern = parse(" ".join([line, *also]))
    says_change = any(word in directions() for group in pattern.needed for word in group)
    return IndicatorPattern(pattern, indicator, indicator.grows and not says_change)


@kept
def _index() -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, way in enumerate(_all()):
        for pair in {word[:2] for word in way.pattern.anchor}:
            index[pair].append(number)
    return dict(index)
