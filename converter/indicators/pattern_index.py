"""The patterns of all indicators, found by the words a name has: three hundred need not be tried on each."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from converter.caching import kept, kept_latest
from converter.indicators.changes import change_words, directions
from converter.indicators.dictionary import Indicator, indicators
from converter.indicators.pattern import (
    BETWEEN,
    Pattern,
    Words,
    is_found_in,
    parse,
    unknown_in,
    weight,
    words_of,
)
from converter.indicators.synonyms import ways_to_say
from converter.indicators.tables import NEUTRAL, TOPICS
from converter.model import Measure

Index = Mapping[str, list[int]]


class IndicatorPattern(Struct, frozen=True):
    """One way to print an indicator's name; ``grows`` is False where the name itself says 减少 or 提高."""

    pattern: Pattern
    indicator: Indicator
    grows: bool
    beside: Words
    """What may stand beside its words in the name of any indicator of its topic."""


class Match(NamedTuple):
    """A pattern that a name fits, and how much of it the pattern explains."""

    way: IndicatorPattern
    weight: int


@kept_latest(4096)  # reports name alike what they count
def matches(name: str, measure: Measure, unit: str) -> tuple[Match, ...]:
    """The patterns that a name of a figure in this unit fits, in the order of codes, whatever stands before the figure."""
    return _fitting(name, _index(measure, unit), _neutral()) if may_fit(name, measure, unit) else ()


@kept_latest(1024)
def matches_of_what_changed(name: str) -> tuple[Match, ...]:
    """The same of a name that may also say that and how it changed."""
    return tuple(
        match for match in _fitting(name, _index(None, None), _neutral_in_change()) if match.way.grows
    )


@kept_latest(4096)
def nearly_fits(name: str, measure: Measure, unit: str) -> bool:
    """True where nothing of a name is left over beside the words of a pattern of a topic that knows what narrows nothing."""
    index = _index_beside(measure, unit)
    if not index:
        return False
    pairs = [pair for at in range(len(name) - 1) if (pair := name[at : at + 2]) in index]
    numbers = {n for pair in pairs for n in index[pair]}
    ways = (way for n in numbers if is_found_in((way := patterns()[n]).pattern, name))
    return any(not unknown_in(name, way.pattern.words, way.beside, _neutral()) for way in ways)


def is_told_in(measure: Measure, unit: str) -> bool:
    """Whether any indicator is told in a unit."""
    return bool(_index(measure, unit))


def may_fit(words: str, measure: Measure, unit: str) -> bool:
    """False where words say what no pattern of an indicator told in this unit knows, whatever is told before them."""
    return bool(words) and _chars(measure, unit).issuperset(words)


def _fitting(name: str, index: Index, beside: Words) -> tuple[Match, ...]:
    numbers = {n for at in range(len(name) - 1) for n in index.get(name[at : at + 2], ())}
    ways = [patterns()[n] for n in sorted(numbers)]
    weighed = ((way, weight(way.pattern, name, way.beside, beside)) for way in ways)
    return tuple(Match(way, found) for way, found in weighed if found)


@kept
def _chars(measure: Measure, unit: str) -> frozenset[str]:
    """The characters of all words of the patterns told in a unit, and of those that may stand beside them; none where there are no patterns."""
    numbers = {n for pairs in _index(measure, unit).values() for n in pairs}
    if not numbers:
        return frozenset()
    ways = [patterns()[n] for n in numbers]
    topics = {way.indicator.topic: way.beside for way in ways}
    lists = (_neutral(), *topics.values(), *(way.pattern.words for way in ways))
    return frozenset(BETWEEN).union(*(word for words in lists for known in words.values() for word in known))


@kept
def _neutral() -> Words:
    return words_of(word for words in NEUTRAL.load().values() for word in words)


@kept
def _neutral_in_change() -> Words:
    return words_of([*change_words(), *(word for words in NEUTRAL.load().values() for word in words)])


@kept
def patterns() -> tuple[IndicatorPattern, ...]:
    """All patterns of all indicators, in the order of the dictionary."""
    return tuple(_way(indicator, line) for indicator in indicators() for line in indicator.names)


def _way(indicator: Indicator, line: str) -> IndicatorPattern:
    unless = TOPICS.load()[indicator.topic].unless
    pattern = parse(f"{line} !@{'/'.join(unless)}" if unless else line)
    says_change = any(word in directions() for group in pattern.needed for word in group)
    return IndicatorPattern(pattern, indicator, indicator.grows and not says_change, _beside(indicator.topic))


@kept
def _beside(topic: str) -> Words:
    return words_of(way for word in TOPICS.load()[topic].beside for way in ways_to_say(word))


@kept
def _index(measure: Measure | None, unit: str | None) -> Index:
    """The numbers of the patterns by the first two characters of words of theirs: of all, or of those told in a unit."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, way in enumerate(patterns()):
        if measure is None or (way.indicator.measure == measure and unit in way.indicator.units):
            for pair in {word[:2] for word in way.pattern.anchor}:
                index[pair].append(number)
    return dict(index)


@kept
def _index_beside(measure: Measure, unit: str) -> Index:
    """The same of those whose topic knows words that narrow nothing."""
    found = {
        pair: [n for n in numbers if patterns()[n].beside] for pair, numbers in _index(measure, unit).items()
    }
    return {pair: numbers for pair, numbers in found.items() if numbers}
