"""One alphabet of numerals and item marks for every reader: the families of ``numerals.toml``."""

import re
from collections.abc import Mapping
from typing import Self

from converter.caching import kept
from converter.errors import SlipError
from converter.knowledge import Notation, Record, Table

_ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_NAME = re.compile(r"\{([a-z_]{3,})\}")
_FILLED_LATER = re.compile(r"\{[A-Za-z_]+\}")


class Regex(Notation):
    """A regular expression of a table, in which ``{circled}`` stands for the signs of that family."""

    __slots__ = ()

    @classmethod
    def taken(cls, text: str) -> Self:
        """``text`` with the names of families filled in."""
        return cls(spelled(text) if "{" in text else text)

    def try_out(self) -> None:
        """Raise SlipError where the pattern does not compile, whatever the code fills in for other names in braces."""
        try:
            re.compile(_FILLED_LATER.sub("x", self))
        except re.error as error:
            raise SlipError("table_pattern", value=str(self), why=error) from error


class Family(Record, frozen=True):
    """One way of writing numbers; the fields are explained in ``numerals.toml``, one of the first five is filled."""

    row: str = ""
    digits: str = ""
    spoken: str = ""
    roman: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    tens: str = ""
    repeat: bool = False
    width: int = 1

    def __post_init__(self) -> None:
        lengths = {"digits": (0, 10), "spoken": (0, 10), "tens": (3 if self.spoken else 0,), "roman": (0, 13)}
        for field, right in lengths.items():
            if len(getattr(self, field)) not in right:
                raise SlipError("table_length", field=field, wanted=right[-1])
        if sum(map(bool, (self.row, self.digits, self.spoken, self.roman, self.of))) != 1:
            raise SlipError("table_one_of", fields="row, digits, spoken, roman, of")


FAMILIES = Table(__package__, "numerals.toml", dict[str, Family])


def family(name: str) -> Family:
    """The family called ``name``.  Raises KeyError."""
    return FAMILIES.load()[name]


@kept
def signs(name: str) -> str:
    """The signs that items are counted with in a family: ``①②③…``, ``一二三…十``."""
    one = family(name)
    if one.of:
        return "".join(map(signs, one.of))
    return one.row or (one.spoken[1:] + one.tens[0] if one.spoken else one.digits[1:])


def spelled(pattern: str) -> str:
    """A pattern with each ``{name}`` of a family filled in by its signs; other braces stay."""
    known = FAMILIES.load()
    return _NAME.sub(lambda found: signs(found[1]) if found[1] in known else found[0], pattern)


def ordinal(mark: str) -> int:
    """The number an item mark counts: ``三`` → 3, ``二十一`` → 21, ``7`` → 7, ``⑫`` → 12; 0 where it counts nothing."""
    if mark.isdecimal():
        return int(mark)
    if len(mark) == 1:
        return _single().get(mark, 0)
    tens, ten, units = mark.partition(family("chinese").tens[0])
    values = digit_values()
    if not ten:
        return values.get(mark[-1], 0)
    return 10 * values.get(tens[-1:], 1) + values.get(units[:1], 0)


@kept
def digit_values() -> Mapping[str, int]:
    """The Chinese digits and the numbers they stand for: 〇 and 零 are 0."""
    chinese = (family("chinese_digits").digits, family("chinese").spoken)
    return {sign: n for digits in chinese for n, sign in enumerate(digits)}


@kept
def _single() -> Mapping[str, int]:
    """What marks of one sign count."""
    known = (name for name, one in FAMILIES.load().items() if one.row or one.spoken)
    return {sign: n for name in known for n, sign in enumerate(signs(name), 1)}


def written(number: int, name: str) -> str:
    """``number`` as the family called ``name`` writes it, in plain digits where it cannot: ``written(11, "chinese")`` is 十一."""
    one = FAMILIES.load().get(name)
    if one is None:
        return str(number)
    if one.row and 0 < number <= len(one.row) * (9 if one.repeat else 1):
        return one.row[(number - 1) % len(one.row)] * ((number - 1) // len(one.row) + 1)
    if one.spoken and 0 <= number < 10_000:
        return _spoken(number, one.spoken, one.tens)
    if one.digits:
        return "".join(one.digits[int(digit)] for digit in str(number).zfill(one.width))
    if one.roman and 0 < number < 5_000:
        return _roman(number, one.roman)
    return str(number)


def _spoken(number: int, digits: str, tens: str) -> str:
    read = [int(digit) for digit in str(number)]
    places = ["", *tens][: len(read)][::-1]
    text = "".join(digits[n] + place if n else digits[0] for n, place in zip(read, places, strict=True))
    while digits[0] * 2 in text:
        text = text.replace(digits[0] * 2, digits[0])
    text = text.rstrip(digits[0]) or digits[0]
    # 十一, not 一十一; but 壹拾壹.
    return text.removeprefix("一") if 10 <= number < 20 else text


def _roman(number: int, letters: tuple[str, ...]) -> str:
    text = ""
    for value, sign in zip(_ROMAN, letters, strict=True):
        text += sign * (number // value)
        number %= value
    return text


@kept
def _year_values() -> Mapping[str, int]:
    return {**digit_values(), "○": 0, "O": 0, "0": 0}


@kept
def _year() -> re.Pattern[str]:
    digits = "".join(_year_values())
    return re.compile(f"[{digits}](?<![{digits}].)[{digits}]{{3}}(?= ?年)")


def with_digit_years(words: str) -> str:
    """``words`` with the years in them in Arabic digits (二〇二二年 → 2022年), as many characters as before.

    >>> with_digit_years("二〇二二年度")
    '2022年度'
    """
    values = _year_values()
    return _year().sub(lambda match: "".join(str(values[char]) for char in match[0]), words)
