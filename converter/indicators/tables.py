"""The dictionary of indicators: the tables beside this module and what may stand in them."""

from collections.abc import Mapping
from typing import Literal

from converter.errors import SlipError
from converter.indicators.pattern import parse
from converter.knowledge import Notation, Record, Table
from converter.model import Measure
from converter.text.numerals import Regex

Better = Literal["up", "down", "neither"]
Direction = Literal["up", "down"]
Words = tuple[str, ...]
Regexes = tuple[Regex, ...]


class Name(Notation):
    """How reports print the name of an indicator (see ``pattern``)."""

    __slots__ = ()

    def try_out(self) -> None:
        """Raise SlipError where it is no pattern."""
        parse(self)


class Units(Record, frozen=True):
    """Words that count the same thing, and what kind of number they make (see ``units.toml``)."""

    words: Words
    measure: Measure
    grows: bool = True
    unit: str | None = None
    """The unit they are told in where reports are compared; None where the row's name is it."""


class IndicatorEntry(Record, frozen=True):
    """An indicator as ``entries/*.toml`` has it; ``unit`` is a row of ``units.toml``."""

    zh: str
    en: str
    unit: str
    names: tuple[Name, ...]
    measure: Measure | None = None
    better: Better = "neither"
    means_zh: str | None = None
    means_en: str | None = None

    def __post_init__(self) -> None:
        if self.unit not in UNITS.load():
            raise SlipError("table_reference", field="unit", value=self.unit, file=UNITS.file)


class TopicRow(Record, frozen=True):
    """A group of indicators."""

    zh: str
    en: str
    level1: int | None = None
    beside: Words = ()
    """Words that may stand in the name of any of its indicators and narrow none."""
    unless: Words = ()
    """Words before a figure, in its sentence, that make it another topic's."""


class Level1Row(Record, frozen=True):
    """A first-level indicator of the official framework; only confirmed wording may be given."""

    status: Literal["confirmed", "unconfirmed"]
    editions: tuple[int, ...]
    evidence: str
    zh: str | None = None
    en: str | None = None


class Change(Record, frozen=True):
    """A kind of change; ``units`` is empty where it is counted in the units of what changed."""

    suffix: str
    direction: Direction
    units: Words
    of: tuple[Measure, ...]
    """The measures of what changed: a rate that rises 5% may rise by points or by a twentieth, so it is none."""
    zh: str
    en: str
    yearly: bool = False
    """True where the clause itself must name the year before: 减少贫困人口9万人 is no change of 减少贫困人口."""


class Changes(Record, frozen=True):
    """Words of changes against the year before, and their kinds (see ``changes.toml``)."""

    up: Words
    down: Words
    beside: Words
    other_base: Words
    yearly: Words
    compared_otherwise: Words
    kind: tuple[Change, ...]


class SeveralYears(Record, frozen=True):
    """Patterns that tell of several years, and words (see ``doubts.toml``)."""

    lasting: Regexes
    paragraph: Regexes
    sentence: Regexes
    several: Regexes
    ended: Regexes
    signs: Words
    introducing: Regexes
    turning: Regexes
    one: Regexes
    reached: Words
    added: Words
    yearly: Words


class Levels(Record, frozen=True):
    """Words of what but one level of government, another body or a zone did (see ``doubts.toml``)."""

    topics: Words
    higher: Words
    own: Words
    below: Words
    deeds: Words
    others: Words
    going_on: Words
    all: Words
    above_topics: Words
    above: Words
    counties: Words
    zones: Words
    told: Words


class Doubts(Record, frozen=True):
    """Words by which a figure turns out to count something else (see ``doubts.toml``)."""

    new: Words
    total: Words
    summed: Words
    larger: Words
    per: Words
    due: Words
    average: Words
    lists: Words
    units_of_lists: Words
    years: SeveralYears
    levels: Levels


class Objects(Record, frozen=True):
    """What a sentence counts through several figures, and what is done to it (see ``objects.toml``)."""

    objects: Words
    done: Words
    whole: Words
    then: Words
    together: tuple[Words, ...]
    whose: Mapping[str, str]
    companions: Words
    cases: Words
    told_of: Words
    places: Words
    bodies: Words
    below: Words
    told_by: Words
    all_kinds: Words
    short: Mapping[str, str]


class Scopes(Record, frozen=True):
    """What a whole report is about (see ``scopes.toml``)."""

    department: str
    departments: Words
    systems: Words
    own_terms: Words
    trades: Mapping[str, str]
    kinds: Mapping[str, str]


UNITS = Table(__package__, "units.toml", dict[str, Units])
ENTRIES = Table(__package__, "entries/*.toml", dict[str, IndicatorEntry])
TOPICS = Table(__package__, "topics.toml", dict[str, TopicRow])
FRAMEWORK = Table(__package__, "framework.toml", dict[str, Level1Row])
CHANGES = Table(__package__, "changes.toml", Changes)
DOUBTS = Table(__package__, "doubts.toml", Doubts)
NEUTRAL = Table(__package__, "neutral.toml", dict[str, Words])
OBJECTS = Table(__package__, "objects.toml", Objects)
SCOPES = Table(__package__, "scopes.toml", Scopes)
FORMER = Table(__package__, "former.toml", dict[str, str])
