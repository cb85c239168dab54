"""Large numbers as people read them: 5,670,000,000,000 is 5.67万亿 or 5.67 trillion."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources

from converter.contract import plain

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


@cache
def _scales(language: str) -> list[tuple[int, str]]:
    text = resources.files(__package__).joinpath("scales.toml").read_text(encoding="utf-8")
    scales = tomllib.loads(text)["scale"]
    return [(scale["power"], scale[language]) for scale in scales if language in scale]
