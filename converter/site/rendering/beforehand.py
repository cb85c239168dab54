"""What every process that makes pages would work out for itself, worked out once before there are several."""

from converter.site import search
from converter.translation.numbers import chinese_numbers, english_numbers


def learn() -> None:
    """How the search reads characters, and how numbers are written, are known: two tenths of a second each."""
    search.traditional("")
    chinese_numbers("")
    english_numbers("")
