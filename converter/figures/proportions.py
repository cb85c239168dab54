"""Numbers that say how much of, or how much more than, another: 百分之, 成, 三分之一, 1/3, 2.36:1, 翻两番.

Each form is a pattern and a reader that says what a match means, or None where it means nothing.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from converter.figures.alternatives import either
from converter.figures.numerals import ARABIC, HANZI, POINT, decimal_of
from converter.figures.quantity import Quantity
from converter.figures.tables import UNITS
from converter.model import Span

_KNOWN = UNITS.load()
_PROPORTION = "比例"  # the unit of 三分之一 and of 2.36:1
_DOUBLING = "番"  # the unit of 翻两番: twice a doubling, as printed
_WORDS = rf"[{HANZI}]+(?:{POINT}[{HANZI}]+)?"
_NOT_IN_WORDS = rf"(?<![{HANZI}\d几数])"

_PARTS = re.compile(rf"(?P<base>[百千])分之 ?(?P<amount>{ARABIC}|{_WORDS})(?P<more>[余多几])?")
_FRACTION = re.compile(
    rf"{_NOT_IN_WORDS}(?P<part_of>[{HANZI}]{{1,3}})分之(?P<part>[{HANZI}]{{1,3}})"
    rf"|(?<![\dA-Za-z/.:-])(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}})(?![\dA-Za-z/.:-]|{either(_KNOWN.fraction.not_before)})"
)
_TENTH = re.compile(
    rf"{_NOT_IN_WORDS}(?<!\.)(?P<amount>[一二三四五六七八九]|\d(?:\.\d)?)成(?P<half>半)?(?:(?P<more>[多余])|(?![{_KNOWN.tenth.not_before}]))"
)
_RATIO = re.compile(r"(?<![\d.:∶])(?P<number>\d{1,4}(?:\.\d+)?) ?[:∶] ?1(?![\d.:∶])")
_RATIO_BEFORE = re.compile(rf"(?:{either(_KNOWN.ratio.before)})[^,。;]{{0,24}}$")
_RATIO_AFTER = re.compile(either(_KNOWN.ratio.after))
_TWOFOLD = re.compile(r"(?<!的)翻(?:了(?=.?番))?(?P<times>[一两二三四]|\d(?:\.\d)?)?番")


def _read_parts(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    unit = {"百": "%", "千": "‰"}[match["base"]]
    return None if value is None else Quantity(Span(*match.span()), value, None, unit, bool(match["more"]))


def _read_fraction(match: re.Match[str]) -> Quantity | None:
    part = decimal_of(match["part"] or match["over"])
    base = decimal_of(match["part_of"] or match["under"])
    if not part or not base or part >= base:
        return None
    return Quantity(Span(*match.span()), (part / base).quantize(Decimal("0.000001")), None, _PROPORTION)


def _read_tenth(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    if value is None:
        return None
    return Quantity(
        Span(*match.span()), value * 10 + (5 if match["half"] else 0), None, "%", bool(match["more"])
    )


def _read_ratio(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["number"])
    said = _RATIO_BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    if value is None or not (said or _RATIO_AFTER.match(match.string, match.end())):
        return None
    return Quantity(Span(*match.span()), value, None, _PROPORTION)


def _read_twofold(match: re.Match[str]) -> Quantity | None:
    """A doubling without a numeral is one; with it the span starts at the numeral, as with every figure."""
    value = decimal_of(match["times"] or "1")
    start = match.start("times") if match["times"] else match.start()
    return None if value is None else Quantity(Span(start, match.end()), value, None, _DOUBLING)


FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    (re.compile("分之"), _PARTS, _read_parts),
    (re.compile("分之|/"), _FRACTION, _read_fraction),
    (re.compile(rf"[{HANZI}\d]成"), _TENTH, _read_tenth),
    (re.compile("[:∶] ?1"), _RATIO, _read_ratio),
    (re.compile("番"), _TWOFOLD, _read_twofold),
)
"""A sign without which the form cannot stand in a text, its pattern, its reader."""
SIGN = re.compile("分之|成|番|[/:∶]")
"""What stands in a text with any of them."""
