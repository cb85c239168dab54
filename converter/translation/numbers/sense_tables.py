"""What stands around numbers, as tables: which way they go, of what they are, since when and how often."""

from converter.knowledge import Record, Table, only_once
from converter.text.numerals import Regex
from converter.translation.numbers.number import What
from converter.translation.numbers.tables import Words


class _SensesOfLanguage(Record, frozen=True):
    up: Words
    down: Words
    neither: Words
    turned: Regex
    level: Regex
    compared_behind: Regex
    negative: Regex
    negative_behind: Regex
    back: Regex
    directly: Regex
    part: Regex
    ago: Regex
    list: Regex
    begins: Regex
    origin: Regex
    goal: Regex


class ChineseSenses(_SensesOfLanguage, frozen=True):
    """How Chinese tells which way a number goes; the fields are explained in ``senses.toml``."""

    compared: Regex
    reached: Regex
    filler: Regex
    ends: Regex


class EnglishSenses(_SensesOfLanguage, frozen=True):
    """How English tells which way a number goes."""

    slowed_fall: Regex
    way: Regex
    filler: Regex
    settled: Regex
    behind_up: tuple[Regex, ...]
    behind_down: tuple[Regex, ...]


class _Discount(Record, frozen=True):
    off: Regex
    off_before: Regex


class _Times(Record, frozen=True):
    grown_zh: Regex
    grown_en: Regex
    whole: Regex
    whole_before: Regex
    whole_words: Regex


class Senses(Record, frozen=True):
    """What stands around a number besides its unit."""

    chinese: ChineseSenses
    english: EnglishSenses
    times: _Times
    discount: _Discount


class _Respective(Record, frozen=True):
    zh: Regex
    en: Regex
    compound: tuple[tuple[str, str], ...]
    between_zh: Regex
    between_en: Regex
    end_zh: Regex


class Counting(Record, frozen=True):
    """What reports count: a Chinese pattern and the English one of the same thing; the fields are explained in ``counting.toml``."""

    thing: tuple[tuple[Regex, Regex], ...]
    plain: Words
    held: Regex
    whole: str
    leaning_zh: Regex
    leaning_en: Regex
    break_zh: Regex
    break_en: Regex
    part: Regex
    source: Regex
    led_to: Regex
    respective: _Respective


class _Value(Record, frozen=True):
    name: str
    zh: Regex
    en: Regex


class _Rate(_Value, frozen=True):
    loose_zh: Regex
    loose_en: Regex


class _Aspect(Record, frozen=True):
    name: str
    what: What
    value: tuple[_Value, ...]
    wide: bool = False


class Aspects(Record, frozen=True):
    """What may be said of a number in one of several ways; the fields are explained in ``aspects.toml``."""

    aspect: tuple[_Aspect, ...]
    rate: tuple[_Rate, ...]

    def __post_init__(self) -> None:
        only_once((row.name for row in self.aspect), "name")


ASPECTS = Table(__package__, "aspects.toml", Aspects)
COUNTING = Table(__package__, "counting.toml", Counting)
SENSES = Table(__package__, "senses.toml", Senses)
