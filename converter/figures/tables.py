"""What is known of numbers: the tables beside this module and what may stand in them; each says what its fields mean."""

from collections.abc import Mapping

from msgspec import field

from converter.knowledge import Record, Table
from converter.model import Bound
from converter.text.numerals import Regex

Words = tuple[str, ...]


class _Bounds(Record, frozen=True):
    between: Words
    before: Mapping[Bound, Words]
    not_behind: Mapping[str, str]
    after: Mapping[Bound, Words]
    not_before: Mapping[str, str]


class Exclusion(Record, frozen=True):
    """What states no value: the pattern, and examples in which nothing may be found."""

    what: str
    pattern: Regex
    examples: Words
    signs: Words = ()
    """One of them stands in whatever the pattern matches; empty where that may be anything."""


class _Exclusions(Record, frozen=True):
    begins: Regex
    exclusion: tuple[Exclusion, ...]


class _MeasureRank(Record, frozen=True):
    before: Words
    places: Words


class _MeasureChange(Record, frozen=True):
    verbs: Words
    compared: Words
    objects: Words
    share_objects: Words
    nouns: Words
    to: Words
    reach: Words
    total: Words
    units: Words
    improved: Words
    things: Words
    treatment: Words


class _MeasureRatio(Record, frozen=True):
    units: Words
    nouns: Words
    not_behind: str
    reach: Words


class _MeasureDuration(Record, frozen=True):
    units: Words
    near: Words


class _Measures(Record, frozen=True):
    rank: _MeasureRank
    change: _MeasureChange
    ratio: _MeasureRatio
    duration: _MeasureDuration


class _PeriodPrinted(Record, frozen=True):
    words: Words


class _PeriodCarried(Record, frozen=True):
    to: Words
    from_: Words = field(name="from")


class _PeriodOwn(Record, frozen=True):
    words: Words
    weak: Words
    objects: Words


class _PeriodCompared(Record, frozen=True):
    by: Words
    before: Words
    after: Words


class _PeriodTold(Record, frozen=True):
    titles: Words
    to_come: Words
    to_come_not_behind: Mapping[str, str]
    parts: Mapping[str, str]
    rest: Mapping[str, str]


class _PeriodSeveral(Record, frozen=True):
    one: Words
    reached: Words
    yearly: Words


class _Periods(Record, frozen=True):
    relative: Mapping[str, str]
    printed: _PeriodPrinted
    carried: _PeriodCarried
    own: _PeriodOwn
    compared: _PeriodCompared
    told: _PeriodTold
    several: _PeriodSeveral


class _StatusTarget(Record, frozen=True):
    words: Words
    not_words: Words
    lasting: Words
    ahead: Words
    reached: Words
    past: Words
    present: Words
    heads: Words
    reported: Words


class _StatusNorm(Record, frozen=True):
    every: Words
    least: Words
    words: Words
    after: Words


class _StatusBase(Record, frozen=True):
    from_: Words = field(name="from")
    turn: Words
    straight: Words
    from_not_before: Mapping[str, str]
    against: Words
    differs: Words
    earlier: Words


class _StatusDoubt(Record, frozen=True):
    ahead: Words
    done: Words
    about: Words
    relative: Words


class _Statuses(Record, frozen=True):
    doubt: _StatusDoubt
    target: _StatusTarget
    norm: _StatusNorm
    base: _StatusBase


class _UnitImplied(Record, frozen=True):
    unit: str
    times: int


class _UnitBare(Record, frozen=True):
    after: Words
    link: Words
    moves: Words
    end: Words


class _UnitRound(Record, frozen=True):
    before: Words


class _UnitTenth(Record, frozen=True):
    not_before: str


class _UnitFraction(Record, frozen=True):
    not_before: Words


class _UnitRatio(Record, frozen=True):
    before: Words
    after: Words


class _Units(Record, frozen=True):
    minus_behind: str
    few_units: Words
    few_not_behind: str
    count: Words
    compound: Words
    money: Words
    share: Words
    time: Words
    physical: Words
    score: Words
    alias: Mapping[str, str]
    implied: Mapping[str, _UnitImplied]
    not_before: Mapping[str, str]
    bare: _UnitBare
    round: _UnitRound
    tenth: _UnitTenth
    left_out: Mapping[str, Words]
    fraction: _UnitFraction
    ratio: _UnitRatio


BOUNDS = Table(__package__, "bounds.toml", _Bounds)
EXCLUSIONS = Table(__package__, "exclusions.toml", _Exclusions)
MEASURES = Table(__package__, "measures.toml", _Measures)
PERIODS = Table(__package__, "periods.toml", _Periods)
STATUSES = Table(__package__, "statuses.toml", _Statuses)
UNITS = Table(__package__, "units.toml", _Units)
