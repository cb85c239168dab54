"""Large numbers as people read them: 5,670,000,000,000 is 5.67万亿 or 5.67 trillion."""

from decimal import Decimal

from converter.caching import kept
from converter.data import plain
from converter.knowledge import Record, Table, only_once


class _Scale(Record, frozen=True):
    power: int
    zh: str | None = None
    en: str | None = None


class _Scales(Record, frozen=True):
    scale: tuple[_Scale, ...]

    def __post_init__(self) -> None:
        only_once((scale.power for scale in self.scale), "power")


SCALES = Table(__package__, "scales.toml", _Scales)

_LARGE = Decimal(10) ** 8
_DECIMALS = 4


def in_words(value: Decimal, language: str) -> str:
    """The number with its thousands grouped; from 100 million on by the greatest word for a power of ten that keeps it short.

    Nothing is rounded: a number that would need more than four decimals keeps its digits.
    """
    number = Decimal(plain(value))
    for power, word in _scales(language):
        scaled = number.scaleb(-power)
        if number >= _LARGE and scaled >= 1 and scaled == round(scaled, _DECIMALS):
            return f"{Decimal(plain(scaled)):,f}{word}"
    return f"{number:,f}"


@kept
def _scales(language: str) -> list[tuple[int, str]]:
    words = ((scale.power, scale.zh if language == "zh" else scale.en) for scale in SCALES.load().scale)
    return [(power, word) for power, word in words if word is not None]
