"""How many or which of several, in front of what is counted: ``6大产业``, ``五类老年人``, ``第14届运动会``."""

import re

from converter.text.numerals import ordinal, spelled

_NUMBER = "(?P<number>[0-9]{1,3}|[{chinese}]{1,3}|两)"
_PATTERNS = tuple(
    (re.compile(spelled(pattern.replace("N", _NUMBER))), is_nth, english)
    for pattern, is_nth, english in (
        ("N(?:大类|类|种)", False, "{} types of"),
        ("N大", False, "{} major"),
        ("N(?:个|项|家|座|条|所)", False, "{}"),
        ("N批(?:次)?", False, "{} batches of"),
        ("N米", False, "{}-meter"),
        ("第N(?:届|个|轮|次)", True, "{}"),
        ("第N批", True, "{}-batch"),
    )
)
# A year without its word, as lists of honours and forums have it (2023广西企业100强).
_YEAR = re.compile(r"(?:19|20)\d{2}届?(?![\d年-])")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NTH = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_ENDS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def ends(name: str, start: int) -> tuple[int, ...]:
    """Where counts end that begin at ``start``."""
    patterns = (_YEAR, *(pattern for pattern, _, _ in _PATTERNS))
    return tuple(found.end() for pattern in patterns if (found := pattern.match(name, start)))


def in_front(word: str) -> str | None:
    """A count or a year as it stands in front of a noun, None for another word."""
    if _YEAR.fullmatch(word):
        return word[:4]
    for pattern, is_nth, english in _PATTERNS:
        if found := pattern.fullmatch(word):
            number = 2 if found["number"] == "两" else ordinal(found["number"])
            return english.format(_nth(number) if is_nth else _many(number)) if number else None
    return None


def _many(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)


def _nth(number: int) -> str:
    if number < len(_NTH):
        return _NTH[number]
    end = "th" if number % 100 in _TEENS else _ENDS.get(number % 10, "th")
    return f"{number}{end}"
