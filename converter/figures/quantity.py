"""The grammar of a quantity: numeral, scale, 余 or 多, unit; ranges, 百分之, 成, 分之.

Each form has a pattern and a reader that says what a match means, or None where it means nothing.  Forms are
tried in the order of ``_FORMS``; what an earlier one has read no later one reads again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.figures.exclusions import without_excluded
from converter.figures.knowledge import either, guarded, knowledge
from converter.figures.numerals import ARABIC, HANZI, SCALE, decimal_of, plain
from converter.figures.ranks import ranks
from converter.figures.units import UNIT, named_unit
from converter.model import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.  ``span`` counts in the sentence it was found in."""

    span: Span
    value: Decimal
    upper: Decimal | None
    unit: str
    more: bool = False
    """True where 余, 多 or 几 stands inside: ``value`` and somewhat more."""
    rank: bool = False


_KNOWN = knowledge("units")
_AMOUNT = rf"(?:{ARABIC})(?:\s?[余多几]?(?:{SCALE}))?"
_START = r"(?<![\d.A-Za-z/])(?<!\d-)"
_WORDS = rf"[{HANZI}]+(?:点[{HANZI}]+)?"
_NOT_IN_WORDS = rf"(?<![{HANZI}\d几数])"

_RANGE = re.compile(
    rf"{_START}(?<![从由自])(?P<low>{_AMOUNT})\s?(?P<first>{UNIT})?\s?(?:--?|~|至|到)\s?"
    rf"(?P<high>{_AMOUNT})(?P<more>[余多])?(?:\s?(?P<unit>{UNIT}))?"
)
_PLAIN = re.compile(
    rf"{_START}(?P<amount>{_AMOUNT})(?P<more>[余多来几])?(?:\s?(?P<unit>{UNIT})|(?!.{{0,2}}级))"
)
# 投入44.1、21.6和11.8亿元: the last of a list carries scale and unit of all.
_LISTED = re.compile(
    rf"{_START}(?P<number>\d+\.\d+)(?=(?:[、和及]\d+(?:\.\d+)?)+(?P<scale>{SCALE})?\s?(?P<unit>{UNIT}))"
)
_MOVED = either(_KNOWN["bare"]["moves"])
_INDEX = re.compile(
    rf"(?:(?:{either(_KNOWN['bare']['after'])})(?>{either(_KNOWN['bare']['link'])})*\s?(?P<index>\d+(?:\.\d+)?)"
    rf"|(?:{_MOVED})(?P<moved>\d+\.\d+))(?=[,。;、)\s]|{either(_KNOWN['bare']['end'])}|$)"
    rf"|[由从](?P<base>\d+\.\d+)(?={_MOVED})"
)
_HANZI = re.compile(
    rf"{_NOT_IN_WORDS}(?P<amount>{_WORDS}(?:[余多几][万亿]+)?)(?P<more>[余多几])?(?P<unit>{UNIT})"
)
_PARTS = re.compile(rf"(?P<base>[百千])分之 ?(?P<amount>{ARABIC}|{_WORDS})(?P<more>[余多几])?")
_FRACTION = re.compile(
    rf"{_NOT_IN_WORDS}(?P<base>[{HANZI}]{{1,3}})分之(?P<part>[{HANZI}]{{1,3}})"
    r"|(?<![\d/])(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d/])(?=以上|左右|的|,|。|、|;)"
)
_TENTH = re.compile(
    rf"{_NOT_IN_WORDS}(?<!\.)(?P<amount>[一二三四五六七八九]|\d(?:\.\d)?)成(?P<half>半)?(?![{_KNOWN['tenth']['not_before']}])"
)
_ROUND = "十百千万亿"
_ROUND_BEFORE = re.compile(
    rf"(?:{guarded(_KNOWN['round']['before'], behind=knowledge('bounds')['not_behind'])})$"
)


def _read_range(match: re.Match[str]) -> Quantity | None:
    low, upper = decimal_of(match["low"]), decimal_of(match["high"])
    if low is None or upper is None or (match["first"] and match["first"] != match["unit"]):
        return None
    unit, times = named_unit(match["unit"], match["high"])
    if unit is None:
        return None
    scale = re.search(rf"(?:{SCALE})$", match["high"])
    if scale and match["low"][-1].isdigit():
        low *= decimal_of(f"1{scale[0]}") or 1
    if low >= upper:
        return None
    return Quantity(Span(*match.span()), low * times, upper * times, unit, bool(match["more"]))


def _read_plain(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    unit, times = named_unit(match["unit"], match["amount"])
    if value is None or unit is None:
        return None
    more = bool(match["more"]) or any(char in match["amount"] for char in "余多几")
    return Quantity(Span(*match.span()), value * times, None, unit, more)


def _read_hanzi(match: re.Match[str]) -> Quantity | None:
    words = match["amount"]
    if not _is_figure(words, bool(match["more"]), match.string[: match.start()]):
        return None
    return _read_plain(match)


def _is_figure(words: str, more: bool, before: str) -> bool:
    """False for small sets in words (三项制度) and for round words that only mean many (百家, 千户)."""
    if all(char in _ROUND for char in words):
        return more or _ROUND_BEFORE.search(before) is not None
    return any(char in _ROUND or char == "点" for char in words)


def _read_listed(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["number"] + (match["scale"] or ""))
    unit, times = named_unit(match["unit"], match["number"])
    if value is None or unit is None:
        return None
    return Quantity(Span(*match.span("number")), value * times, None, unit)


def _read_index(match: re.Match[str]) -> Quantity:
    group = match.lastgroup or 0
    return Quantity(Span(*match.span(group)), plain(Decimal(match[group])), None, "")


def _read_parts(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    unit = {"百": "%", "千": "‰"}[match["base"]]
    return None if value is None else Quantity(Span(*match.span()), value, None, unit, bool(match["more"]))


def _read_fraction(match: re.Match[str]) -> Quantity | None:
    part = decimal_of(match["part"] or match["over"])
    base = decimal_of(match["base"] or match["under"])
    if not part or not base or part >= base:
        return None
    return Quantity(Span(*match.span()), (part / base).quantize(Decimal("0.000001")), None, "比例")


def _read_tenth(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    if value is None:
        return None
    return Quantity(Span(*match.span()), value * 10 + (5 if match["half"] else 0), None, "%")


_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    ("分之", _PARTS, _read_parts),
    ("", _FRACTION, _read_fraction),
    ("成", _TENTH, _read_tenth),
    ("", _RANGE, _read_range),
    ("", _PLAIN, _read_plain),
    ("", _LISTED, _read_listed),
    ("", _INDEX, _read_index),
    ("", _HANZI, _read_hanzi),
)
_NUMERIC = re.compile(rf"[\d{HANZI}]")


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """All quantities of a folded sentence, in order, none overlapping another."""
    if not _NUMERIC.search(sentence):
        return ()
    found: list[Quantity] = []
    taken = bytearray(len(sentence))
    for quantity in _candidates(sentence):
        start, end = quantity.span
        if not any(taken[start:end]):
            taken[start:end] = b"x" * (end - start)
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _candidates(sentence: str) -> Iterator[Quantity]:
    for start, end, numeral, unit in ranks(sentence):
        value = decimal_of(numeral)
        if value is not None:
            yield Quantity(Span(start, end), value, None, unit, rank=True)
    searchable = without_excluded(sentence)
    for sign, pattern, read in _FORMS:
        if sign in searchable:
            yield from filter(None, map(read, pattern.finditer(searchable)))
