"""Numerals, Arabic, Chinese or mixed, to exact decimals."""

import re
from decimal import Decimal

from converter.text.numerals import digit_values

_DIGITS = {**digit_values(), "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

HANZI = "零〇一二两兩三四五六七八九十百千万萬亿億"
POINT = "[点點]"
# Thousands are set off by commas or by blanks; blanks around the point or between all digits come from PDF printers.
ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|(?<![\d.])\d(?: \d)+(?![\d.])|\d+(?:\.\d+| \. ?\d+)?"
SCALE = r"[十百千]?(?:万亿|万|亿)|[百千](?![瓦伏米克卡帕])"
_ARABIC_SCALED = re.compile(rf"({ARABIC})\s?[余多几]?((?:{SCALE})?)")


# Longer runs are cells of a table run together, or noise.
_LONGEST = 28
_NO_PART = re.compile(r"[\s余多几]")


def decimal_of(text: str) -> Decimal | None:
    """The value of a whole numeral (``1,234.5万``, ``三万二千``, ``二〇二〇``), None where it is not well formed.

    余, 多 and 几 between a numeral and its scale (``3多亿``) add nothing to the value.
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return Decimal(text)
    if match := _ARABIC_SCALED.fullmatch(text.strip()):
        return plain(Decimal(match[1].replace(" ", "").replace(",", "")) * _scale(match[2]))
    whole, _, fraction = _NO_PART.sub("", text).replace("點", "点").partition("点")
    value = _hanzi(whole)
    if value is None or any(char not in _DIGITS for char in fraction):
        return None
    return (
        Decimal(f"{value}.{''.join(str(_DIGITS[char]) for char in fraction)}") if fraction else Decimal(value)
    )


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros at the end of its fraction."""
    return value if str(value).isdecimal() else Decimal(f"{value.normalize():f}")


def _scale(text: str) -> int:
    scale = 1
    for char in text:
        scale *= _TENS.get(char) or _MYRIADS[char]
    return scale


def _hanzi(text: str) -> int | None:
    if text and all(char in _DIGITS for char in text):
        # Digits in a row (二〇) are read one by one; 一二三 in running text is a list, not a number.
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) == 1 or "〇" in text else None
    return _grouped(text) if text else None


def _grouped(text: str) -> int | None:
    """Groups below 万, each closed by 万 or 亿; 亿 after 万 (万亿) multiplies what stands before it."""
    total = 0
    group = ""
    for char in text:
        if char not in _MYRIADS:
            group += char
            continue
        value = _below_myriad(group) if group else 0
        if value is None:
            return None
        total = (
            (total + value or 1) * _MYRIADS[char]
            if _MYRIADS[char] > 10**4
            else total + (value or 1) * _MYRIADS[char]
        )
        group = ""
    rest = _below_myriad(group) if group else 0
    return None if rest is None else total + rest


_GROUP = re.compile(
    r"(?:([一二两三四五六七八九])?千)?零?(?:([一二两三四五六七八九])?百)?零?"
    r"(?:([一二两三四五六七八九])?十)?零?([一二两三四五六七八九])?"
)


def _below_myriad(text: str) -> int | None:
    """A digit may be missing before 十, before 百 and 千 only where they stand alone (近百件)."""
    match = _GROUP.fullmatch(text)
    if match is None or (len(text) > 1 and re.search(r"(?<![一二两三四五六七八九])[百千]", text)):
        return None
    places = zip(match.groups(), ("千", "百", "十", ""), (1000, 100, 10, 1), strict=True)
    return sum(
        (_DIGITS[digit] if digit else int(sign != "" and sign in text)) * size for digit, sign, size in places
    )
