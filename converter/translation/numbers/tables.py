"""The grammars of numbers and what counts as the same: the tables beside this module and what may stand in them."""

from collections.abc import Mapping
from decimal import Decimal

from converter.knowledge import Bilingual, Record, Table, only_once
from converter.model import Bound
from converter.text.numerals import Regex
from converter.translation.numbers.number import Kind, What

Words = tuple[str, ...]


class Unit(Record, frozen=True):
    """A unit or currency, and the words it is told by in both languages; the fields are explained in ``units.toml``."""

    name: str
    dimension: str
    zh: Regex
    en: Regex
    en_before: Regex | None = None
    size: Decimal = Decimal(1)


class Units(Record, frozen=True):
    """The units that the two languages may say differently, in the order in which they are looked for."""

    unit: tuple[Unit, ...]

    def __post_init__(self) -> None:
        only_once((row.name for row in self.unit), "name")


class Row(Record, frozen=True):
    """One way to write a number; the fields are explained in ``chinese.toml`` and ``english.toml``."""

    name: str
    pattern: Regex
    kind: Kind
    value: Decimal | None = None
    times: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    unit: str = ""
    optional: bool = False
    firm: bool = False
    cased: bool = False


class Chinese(Record, frozen=True):
    """How Chinese writes numbers."""

    words: Words
    blanks: tuple[Regex, ...]
    measures: Words
    relative_years: Regex
    lost: tuple[Regex, ...]
    form: tuple[Row, ...]

    def __post_init__(self) -> None:
        only_once((row.name for row in self.form), "name")


class _NumberWords(Record, frozen=True):
    ones: Words
    tens: Words
    ordinals: Words
    ordinal_tens: Words
    months: Words


class _Bounds(Record, frozen=True):
    between: Words
    before: Mapping[Bound, Words]
    negated: Regex
    prepositions: Words
    led_by: Regex
    governed: tuple[Regex, ...]
    done_over: Regex
    area: Regex
    within: Regex
    loose: Mapping[Bound, Words]
    loose_after: Mapping[Bound, Words]
    after: Mapping[Bound, Words]


class _Torn(Record, frozen=True):
    patterns: tuple[Regex, ...]


class English(Record, frozen=True):
    """How English writes numbers."""

    magnitudes: Mapping[str, int]
    words: Words
    blanks: tuple[Regex, ...]
    number_words: _NumberWords
    bounds: _Bounds
    torn: _Torn
    form: tuple[Row, ...]

    def __post_init__(self) -> None:
        only_once((row.name for row in self.form), "name")


class _Rescale(Record, frozen=True):
    zh: Kind
    en: Kind
    times: Decimal


class _Term(Record, frozen=True):
    name: str
    zh: Regex
    en: Regex


class Comparing(Record, frozen=True):
    """What counts as the same number in both languages."""

    agreeing: tuple[tuple[Bound, Bound], ...]
    kinds: tuple[tuple[Kind, Kind], ...]
    all_of: Regex
    both: Regex
    same: Regex
    first_months: Regex
    rescale: tuple[_Rescale, ...]
    term: tuple[_Term, ...]

    def __post_init__(self) -> None:
        only_once((row.name for row in self.term), "name")


class Messages(Record, frozen=True):
    """What each kind of difference says, and the names of bounds in it."""

    missing: Bilingual
    invented: Bilingual
    value: Bilingual
    bound: Bilingual
    torn: Bilingual
    lost: Bilingual
    direction: Bilingual
    ending: Bilingual
    order: Bilingual
    unit: Bilingual
    currency: Bilingual
    rate: Bilingual
    bound_names: Mapping[Bound, Bilingual]

    def of(self, what: What) -> Bilingual:
        """What a difference of one kind says."""
        told: Bilingual = getattr(self, what)
        return told


CHINESE = Table(__package__, "chinese.toml", Chinese)
ENGLISH = Table(__package__, "english.toml", English)
COMPARING = Table(__package__, "comparing.toml", Comparing)
UNITS = Table(__package__, "units.toml", Units)
MESSAGES = Table(__package__, "messages.toml", Messages)
