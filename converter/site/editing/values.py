"""The value of a figure as a person reads and types it, and whether the words of the report say it."""

import re
from decimal import Decimal

from converter.site.editing.forms import Ask, EditingError, ask_first
from converter.text.fold import fold

_TYPED = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*(亿|万)?")
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNITS = {"亿": Decimal(10**8), "万": Decimal(10**4)}
_LARGE = Decimal(10**6)
"""From here on digits are hard to count."""


def shown_value(value: str, language: str) -> str:
    """A large value as Chinese reports print one (``200亿``), any other in digits."""
    if language != "zh" or not _TYPED.fullmatch(value) or abs(Decimal(value)) < _LARGE:
        return value
    for sign, unit in _UNITS.items():
        short = _plain(Decimal(value) / unit)
        if len(short.partition(".")[2]) <= 2 and abs(Decimal(value)) >= unit:
            return f"{short}{sign}"
    return value


def value_of(typed: str) -> str:
    """The value in digits.  Raises EditingError ``value_digits`` for what is no number as people write one."""
    found = _TYPED.fullmatch(_GROUPS.sub("", fold(typed).strip()))
    if not found:
        raise EditingError("value_digits", typed=typed[:40])
    return _plain(Decimal(found[1]) * _UNITS[found[2]]) if found[2] else found[1]


def ask_of_value(ask: Ask, value: str, words: str) -> None:
    """Ask where the words have digits that are not those of the value."""
    printed = _digits("".join(re.findall(r"[\d.]+", _GROUPS.sub("", fold(words)))))
    if _digits(value) != printed:
        ask_first(ask, "value_unsaid", value=value, words=words[:40])


def _digits(number: str) -> str:
    """The digits that a number is told by, whatever it is counted in."""
    whole = number.strip("+-")
    told = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return told.replace(".", "").strip("0")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
