"""The table of numbering styles (``styles.toml``), compiled."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Style:
    """One way of numbering parts; the fields are explained in ``styles.toml``."""

    key: str
    num: re.Pattern[str]
    rank: int
    point: bool
    inside: bool
    glued: bool
    headline: int
    note: bool = False
    loose: re.Pattern[str] | None = None


@cache
def styles() -> tuple[Style, ...]:
    """All styles, outermost first."""
    table = tomllib.loads(resources.files(__package__).joinpath("styles.toml").read_text(encoding="utf-8"))
    patterns = ("num", "loose")
    rows = (
        Style(**(row | {key: re.compile(row[key]) for key in patterns if key in row}))
        for row in table["style"]
    )
    return tuple(sorted(rows, key=lambda style: style.rank))


_DIGITS = {char: n for n, char in enumerate("一二三四五六七八九", 1)} | {"十": 10}
_CIRCLED = {char: n for n, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)}


def ordinal(num: str) -> int:
    """The number an item mark counts: ``三`` → 3, ``二十一`` → 21, ``7`` → 7, ``③`` → 3; 0 where it counts nothing."""
    if num == "--":
        return 0
    if num.isdecimal():
        return int(num)
    if num in _CIRCLED:
        return _CIRCLED[num]
    tens, ten, units = num.partition("十")
    if not ten:
        return _DIGITS[num[-1]]
    return 10 * _DIGITS.get(tens[-1:], 1) + _DIGITS.get(units[:1], 0)
