"""Numbers with a unit: numeral, scale, 余 or 多, unit; ranges, lists that share a unit, indices without one.

Each form is a pattern and a reader that says what a match means, or None where it means nothing.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from converter.figures.alternatives import either, guarded
from converter.figures.numerals import ARABIC, HANZI, POINT, SCALE, decimal_of, plain
from converter.figures.quantity import Quantity
from converter.figures.tables import BOUNDS, UNITS
from converter.figures.units import UNIT, named_unit
from converter.model import Span

_KNOWN = UNITS.load()
_AMOUNT = rf"(?:{ARABIC})(?:\s?[余多几]?(?:{SCALE}))?"
_START = r"(?=\d)(?<![\d.A-Za-z/])(?<!\d-)"
# 增速为-1.5%: behind these words a dash is a minus.
_MINUS = rf"(?:(?<=[{_KNOWN.minus_behind}])(?P<minus>[-−－]) ?(?=\d))?"

_RANGE = re.compile(
    rf"{_START}(?<![从由自])(?P<low>{_AMOUNT})\s?(?P<first>{UNIT})?\s?(?:--?|~|至|到)\s?"
    rf"(?P<high>{_AMOUNT})(?P<more>[余多])?(?:\s?(?P<unit>{UNIT}))?"
)
_PLAIN = re.compile(
    rf"(?=[-−－\d]){_MINUS}{_START}(?P<amount>{_AMOUNT})(?P<more>[余多来几])?(?:\s?(?P<unit>{UNIT})|(?!.{{0,2}}级))"
)
# 投入44.1、21.6和11.8亿元, 净减少10.6万、3.8万和3.3万亩: the last of a list carries the unit, or scale and unit, of all.
_LISTED = re.compile(
    rf"{_START}(?P<number>\d+\.\d+|\d+(?:\.\d+)?(?P<own>{SCALE}))"
    rf"(?=(?:[、和及]\d+(?:\.\d+)?(?:{SCALE})?)*[、和及]\d+(?:\.\d+)?(?P<scale>{SCALE})?\s?(?P<unit>{UNIT}))"
)
# 提高4.4个、1.9个百分点: of points the last alone need say which.
_POINTS = re.compile(
    rf"{_START}(?P<amount>\d+(?:\.\d+)?)\s?个(?=(?:[、和及]\d+(?:\.\d+)?\s?个)*[、和及]\d+(?:\.\d+)?\s?(?P<unit>个百分点))"
)
_MOVED = either(_KNOWN.bare.moves)
_INDEX = re.compile(
    rf"(?:(?:{either(_KNOWN.bare.after)})(?>{either(_KNOWN.bare.link)})*\s?(?P<index>\d+(?:\.\d+)?)"
    rf"|(?:{_MOVED})(?P<moved>\d+\.\d+))(?=[,。;、)\s]|{either(_KNOWN.bare.end)}|$)"
    rf"|[由从](?P<base>\d+\.\d+)(?={_MOVED})"
)
_BEFORE_INDEX = [rf"{re.escape(word)}\d" for word in (*_KNOWN.bare.moves, "由", "从")]
# 败诉率为0: a rate of nothing needs no sign.
_NOTHING = re.compile(rf"率(?:{either(_KNOWN.bare.link)}|均|都|仍|继续)*\s?(?P<nothing>0)(?=[,。;、)\s]|$)")
# The first numeral is looked for before what stands in front of it.
_HANZI = re.compile(
    rf"(?P<amount>[{HANZI}](?<![{HANZI}\d几数].)[{HANZI}]*(?:{POINT}[{HANZI}]+)?(?:[余多几][万亿]+)?)"
    rf"(?P<more>[余多几])?(?P<unit>{UNIT})"
)
_STOP = re.compile("[,。;:、)]")
_SCALE = re.compile(rf"(?:{SCALE})$")
_MORE = frozenset("余多几")
_FEW = frozenset("两三四五六七八九")
_NAMED_THING = re.compile(rf"[\u4e00-\u9fff]{{2}}(?<![{_KNOWN.few_not_behind}])$")
_NEAR = 14  # characters
_ROUND = "十百千万萬亿億"
_ROUND_BEFORE = re.compile(rf"(?:{guarded(_KNOWN.round.before, behind=BOUNDS.load().not_behind)})$")


def _read_range(match: re.Match[str]) -> Quantity | None:
    low, upper = decimal_of(match["low"]), decimal_of(match["high"])
    if low is None or upper is None or (match["first"] and match["first"] != match["unit"]):
        return None
    unit, times = _unit(match, match["high"])
    if unit is None:
        return None
    scale = _SCALE.search(match["high"])
    if scale and match["low"][-1].isdigit():
        low *= decimal_of(f"1{scale[0]}") or 1
    if low >= upper:
        return None
    return Quantity(Span(*match.span()), low * times, upper * times, unit, bool(match["more"]))


def _read_plain(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["amount"])
    unit, times = _unit(match, match["amount"])
    if value is None or unit is None:
        return None
    more = bool(match["more"]) or not _MORE.isdisjoint(match["amount"] + (match["unit"] or ""))
    sign = -1 if match.re is _PLAIN and match["minus"] else 1
    return Quantity(Span(*match.span()), value * times * sign, None, unit, more)


def _unit(match: re.Match[str], amount: str) -> tuple[str | None, int]:
    return named_unit(match["unit"], amount, "" if match["unit"] else _around(match))


def _around(match: re.Match[str]) -> str:
    """The words near a number within its clause, for what its unit leaves out."""
    before = _STOP.split(match.string[max(0, match.start() - _NEAR) : match.start()])[-1]
    return before + _STOP.split(match.string[match.end() : match.end() + _NEAR], maxsplit=1)[0]


def _read_hanzi(match: re.Match[str]) -> Quantity | None:
    words = match["amount"]
    more, before = bool(match["more"]), match.string[: match.start()]
    counts = words in _FEW and _counts(match)
    money = words == "十" and match["unit"] in _KNOWN.money
    return _read_plain(match) if counts or money or _is_figure(words, more, before) else None


def _counts(match: re.Match[str]) -> bool:
    """True where a small numeral in words stands behind what it counts and ends the clause (开会两次)."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return (
        match["unit"] in _KNOWN.few_units
        and _NAMED_THING.search(before) is not None
        and (not behind or _STOP.match(behind) is not None or behind.isspace())
    )


def _is_figure(words: str, more: bool, before: str) -> bool:
    """False for small sets in words (三项制度) and for round words that only mean many (百家, 千户)."""
    if all(char in _ROUND for char in words):
        return more or _ROUND_BEFORE.search(before) is not None
    return any(char in _ROUND or char in "点點" for char in words)


def _read_listed(match: re.Match[str]) -> Quantity | None:
    value = decimal_of(match["number"] + ("" if match["own"] else match["scale"] or ""))
    unit, times = named_unit(match["unit"], match["number"], "")
    if value is None or unit is None:
        return None
    return Quantity(Span(*match.span("number")), value * times, None, unit)


def _read_points(match: re.Match[str]) -> Quantity:
    return Quantity(Span(*match.span()), plain(Decimal(match["amount"])), None, "百分点")


def _read_index(match: re.Match[str]) -> Quantity:
    group = match.lastgroup or 0
    return Quantity(Span(*match.span(group)), plain(Decimal(match[group])), None, "")


def _read_nothing(match: re.Match[str]) -> Quantity:
    return Quantity(Span(*match.span("nothing")), Decimal(0), None, "%")


FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    (re.compile(r"[-~至到]\s?\d"), _RANGE, _read_range),
    (re.compile(r"[、和及]\d"), _LISTED, _read_listed),
    (re.compile("个[、和及].*个百分点"), _POINTS, _read_points),
    (re.compile(r"\d"), _PLAIN, _read_plain),
    (re.compile("|".join([either(_KNOWN.bare.after), *_BEFORE_INDEX])), _INDEX, _read_index),
    (re.compile("率"), _NOTHING, _read_nothing),
    (re.compile(f"[{_ROUND}点點两三四五六七八九]"), _HANZI, _read_hanzi),
)
"""A sign without which the form cannot stand in a text, its pattern, its reader."""
