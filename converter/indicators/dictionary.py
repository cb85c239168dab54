"""Indicators and topics as the data files beside this module give them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from converter.caching import kept
from converter.indicators.changes import change_of_code
from converter.indicators.tables import (
    ENTRIES,
    FORMER,
    FRAMEWORK,
    TOPICS,
    UNITS,
    Better,
    Change,
    IndicatorEntry,
    Level1Row,
    Units,
)
from converter.model import Measure


class Level1(Struct, frozen=True):
    """A first-level indicator of the official framework; names are None where no source confirms the wording."""

    number: int
    zh: str | None
    en: str | None
    editions: tuple[int, ...]
    status: Literal["confirmed", "unconfirmed"]
    evidence: str


class Topic(Struct, frozen=True):
    """A group of indicators, in our own words; ``level1`` is the number of the official indicator it answers."""

    code: str
    zh: str
    en: str
    level1: int | None


class Indicator(Struct, frozen=True):
    """A thing that many reports state a value of.

    ``units`` count the same thing in other words (件, 宗), so values need no conversion; ``unit`` stands for all of them.  ``better`` says which
    way is an improvement beyond dispute; more cases are neither better nor worse.  ``means_zh`` and ``means_en``
    stand where two indicators are easily taken for each other.
    """

    code: str
    zh: str
    en: str
    topic: str
    units: tuple[str, ...]
    unit: str
    measure: Measure
    better: Better
    names: tuple[str, ...]
    """How reports print it (see ``pattern``)."""
    grows: bool = True
    """False where another entry, in another unit, stands for how the same thing grows."""
    means_zh: str | None = None
    means_en: str | None = None


@kept
def indicators() -> tuple[Indicator, ...]:
    """All entries, in the order of their codes; ``entry`` also knows the changes made of them."""
    units = UNITS.load()
    return tuple(_indicator(code, row, units[row.unit]) for code, row in ENTRIES.load().items())


@kept
def topics() -> tuple[Topic, ...]:
    """All topics, in the order of their codes."""
    return tuple(Topic(code, row.zh, row.en, row.level1) for code, row in sorted(TOPICS.load().items()))


@kept
def level1() -> Mapping[int, Level1]:
    """The official framework's first level by number.  Only confirmed wording is given, ever."""
    return {int(number): _level1(int(number), row) for number, row in FRAMEWORK.load().items()}


def current(code: str) -> str:
    """The code that stands for one that was given up (``former.toml``); any other code itself."""
    return FORMER.load().get(code, code)


@kept
def entry(code: str) -> Indicator:
    """The indicator with a code that ``coded`` gives or gave, a change included (``FG.6.3-01-up``).  Raises KeyError."""
    base, change = change_of_code(current(code))
    found = _by_code()[base]
    return _changed(found, current(code), change) if change else found


@kept
def _by_code() -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in indicators()}


def _indicator(code: str, row: IndicatorEntry, units: Units) -> Indicator:
    return Indicator(
        code=code,
        zh=row.zh,
        en=row.en,
        topic=code.partition("-")[0],
        units=units.words,
        unit=row.unit if units.unit is None else units.unit,
        measure=row.measure or units.measure,
        better=row.better,
        names=row.names,
        grows=units.grows,
        means_zh=row.means_zh,
        means_en=row.means_en,
    )


def _changed(base: Indicator, code: str, change: Change) -> Indicator:
    """How much ``base`` rose or fell against the year before; where less is better, a greater fall is."""
    turned: dict[Better, Better] = {"up": "down", "down": "up", "neither": "neither"}
    return Indicator(
        code=code,
        zh=change.zh.format(name=base.zh),
        en=change.en.format(name=base.en),
        topic=base.topic,
        units=change.units or base.units,
        unit=change.units[0] if change.units else base.unit,
        measure="change",
        better=turned[base.better] if change.direction == "down" else base.better,
        names=(),
        means_zh=base.means_zh,
        means_en=base.means_en,
    )


def _level1(number: int, row: Level1Row) -> Level1:
    confirmed = row.status == "confirmed"
    zh, en = (row.zh, row.en) if confirmed else (None, None)
    return Level1(number, zh, en, row.editions, row.status, row.evidence)
