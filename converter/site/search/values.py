"""Numbers by their value: 66万, 660,000, 六十六万 and 0.66 million are one.  ``values.js`` reads the same way."""

import re

_POWERS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8,
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH = {word: value for value, word in enumerate(_UNITS, start=1)} | {
    word: value * 10 for value, word in enumerate(_TENS, start=2)
}
_SCALES = "thousand|million|billion|trillion"
# 5百分点 is 5 of something, not 500.
_DIGITS = (
    r"(?<![a-z0-9.])(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]+))?"
    rf"(?:(?P<units>[百千万亿]+)(?!分)| (?P<word>{_SCALES})(?![a-z0-9])|(?![a-z0-9]|\.[0-9]))"
)
_DIGIT = "[一二两三四五六七八九]"
# 八点三十 is a time; the last character before another 点 begins what comes next: 零点七五, 三点建议.
_POINT = f"点(?!{_DIGIT}十)(?P<tenths>[零〇一二三四五六七八九]+)(?!点)(?P<scale>[百千万亿]*)"
_SPOKEN = f"(?P<of>百分之)?(?P<spoken>[零〇一二两三四五六七八九十百千万亿]+)(?:{_POINT})?(?!分[之点])"
# Nothing but a number is well formed: 十四五, 千万 and 万一 are none.
_BELOW = rf"(?=.)(?:{_DIGIT}千)?(?:[零〇]?{_DIGIT}百)?(?:[零〇]?{_DIGIT}?十)?(?:[零〇]?{_DIGIT})?"
_WELL_FORMED = re.compile(rf"(?:(?:{_BELOW})亿)?(?:[零〇]?(?:{_BELOW})万)?(?:[零〇]?(?:{_BELOW}))?")
_SPELLED = "|".join((*reversed(_UNITS), *_TENS, "hundred", _SCALES))
_WORDS = rf"(?<![a-z0-9])(?P<english>(?:{'|'.join((*reversed(_UNITS), *_TENS))})(?: (?:and )?(?:{_SPELLED})(?![a-z0-9]))*)(?![a-z0-9])"
_NUMBER = re.compile(f"{_DIGITS}|{_SPOKEN}|{_WORDS}")
_PERCENT = re.compile(" percent(?![a-z])")
_WIDE = 3
"""Digits of a number that may be printed in several ways; a smaller one in words is a word (十九大, one of two)."""


def values(folded: str) -> list[str]:
    """The values that a folded text states with three digits or more, with a word such as 万, or as a percentage in words."""
    found = []
    for number in _NUMBER.finditer(folded):
        value = _value(number)
        written = number["whole"] is None
        wide = len(value.partition(".")[0]) >= _WIDE or bool(number["tenths"])
        percentage = written and bool(number["of"] or _PERCENT.match(folded, number.end()))
        if value and (wide or percentage or (not written and bool(number["units"] or number["word"]))):
            found.append(value)
    return found


def _value(number: re.Match[str]) -> str:
    """The number as a plain decimal; empty where the characters are none."""
    if number["spoken"]:
        return _of_spoken(number["spoken"], number["tenths"] or "", number["scale"] or "", bool(number["of"]))
    if number["english"]:
        return str(_of_english(number["english"].split()))
    power = (
        _POWERS[number["word"]] if number["word"] else sum(_POWERS[unit] for unit in number["units"] or "")
    )
    return _shifted(number["whole"], number["part"] or "", power)


def _of_spoken(text: str, tenths: str, scale: str, whole: bool) -> str:
    """十八点六 is 18.6 and 一点二二亿 is 122000000; 零 may stand before the point."""
    value = _of_chinese(text, whole or bool(tenths)) or ("0" if tenths and text in "零〇" else "")
    if not value or not tenths:
        return value
    return _shifted(
        value, "".join(str(_CHINESE[sign]) for sign in tenths), sum(_POWERS[unit] for unit in scale)
    )


def _of_chinese(text: str, whole: bool) -> str:
    # One character alone is a number only as a percentage: 统一, 一是.
    if not _WELL_FORMED.fullmatch(text) or (len(text) < 2 and not whole):
        return ""
    total = section = digit = 0
    for sign in text:
        if sign in _CHINESE:
            digit = _CHINESE[sign]
        elif sign in "万亿":
            total, section, digit = total + (section + digit) * 10 ** _POWERS[sign], 0, 0
        else:
            section, digit = section + (digit or 1) * 10 ** _POWERS[sign], 0
    return str(total + section + digit)


def _of_english(words: list[str]) -> int:
    total = section = 0
    for word in words:
        if word in _ENGLISH:
            section += _ENGLISH[word]
        elif word == "hundred":
            section *= 100
        elif word != "and":
            total, section = total + section * 10 ** _POWERS[word], 0
    return total + section


def _shifted(whole: str, part: str, power: int) -> str:
    digits = whole + part[:power].ljust(power, "0")
    rest = part[power:].rstrip("0")
    return (digits.lstrip("0") or "0") + (f".{rest}" if rest else "")
