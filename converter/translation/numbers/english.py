"""The numbers of an English text (``english.toml``)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from converter.caching import kept
from converter.figures.alternatives import either
from converter.model import Span
from converter.text.fold import fold
from converter.translation.numbers.chinese import chinese_numbers
from converter.translation.numbers.english_bounds import bound_at
from converter.translation.numbers.english_numerals import (
    DIGITS,
    MAGNITUDE,
    NUMERAL,
    ORDINAL,
    WORD,
    part_of,
    value_of,
)
from converter.translation.numbers.grammar import BLANK, Form, Grammar, blanker, grammar_of, roman
from converter.translation.numbers.number import Number, ends
from converter.translation.numbers.tables import ENGLISH
from converter.translation.numbers.units import unit_at

_KNOWN = ENGLISH.load()
_MACROS = {
    "num": NUMERAL,
    "digits": DIGITS,
    "word": WORD,
    "mag": MAGNITUDE,
    "ord": ORDINAL,
    "start": r"(?:(?m:^)[ #*>]*|(?<=[.;:!?\n] ))",
}
_blanked = blanker([rf"\b(?:{either(_KNOWN.words)})\b", *_KNOWN.blanks], _MACROS)
_MONTHS = {month[:3]: Decimal(at) for at, month in enumerate(_KNOWN.number_words.months, 1)}
_PLAN = "five-year plan"
_UNNAMED = re.compile(r" (?:plan\b|period\b|and\b|or\b|to\b)|[,.;:)!?]|$", re.I)
_AND = re.compile(",? (?:and|or) ")
_CHINESE = re.compile("[0-9.,%]{0,30}[\u3007\u4e00-\u9fff][0-9.,%+、。，；：（）《》“”\u3007\u4e00-\u9fff-]*")
_TORN = re.compile("|".join(_KNOWN.torn.patterns))
_LIST = re.compile(r", | and | or |, and | to |-| to (?:over |nearly |about |more than )?")
_BACK = re.compile(
    r",? (?:(?:up|down) )?(?:from|against|versus|compared (?:with|to)) (?:only |just |about |the )?"
)
_ENDS = re.compile(r"[,.;)](?: |$)|$| (?:in|a year|the (?:previous|preceding) year|last year|at the)\b")
_LETTER = re.compile("[A-Za-z]")
_CENTURY = 100


@kept
def _grammar() -> Grammar:
    # Tried at the start of a word, or at a digit behind letters (RMB5).
    return grammar_of(_KNOWN.form, _MACROS, r"(?:(?<![A-Za-z])|(?=\d))")


def english_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order, without overlap; ``number.span.of(text) == number.surface``."""
    folded = fold(text)
    quoted = list(_quoted(text))
    blanked = _blanked(_CHINESE.sub(lambda match: BLANK * len(match[0]), folded) if quoted else folded)
    found = (_number(form, match, text, folded) for form, match in _grammar().matches(blanked))
    numbers = _named_before(folded, _shared(folded, [number for number in found if number is not None]))
    return tuple(sorted((*numbers, *quoted), key=lambda number: number.span)) if quoted else numbers


def _quoted(text: str) -> Iterator[Number]:
    """Numbers an English text quotes in Chinese: 66万户 in a table of figures is no 66."""
    for match in _CHINESE.finditer(text):
        for number in chinese_numbers(match[0]):
            start, end = number.span
            yield replace(number, span=Span(match.start() + start, match.start() + end))


def _number(form: Form, match: re.Match[str], text: str, folded: str) -> Number | None:
    values = _values(form, match)
    if values is None:
        return None
    value, upper, falling = ends(*values)
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip(" #*>")), match.end())
    optional = form.optional or (
        values == (Decimal(1), None) and form.kind in ("count", "ordinal") and not match[0][0].isdigit()
    )
    unit = form.unit or unit_at(folded, span, "en")
    return Number(
        span, value, upper, bound_at(folded, span), form.kind, span.of(text), optional, unit, falling
    )


def _values(form: Form, match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    groups = {key: text for key, text in match.groupdict().items() if text}
    if form.value is not None:
        return form.value, None
    if (special := _special(groups)) is not None:
        return special, None
    value = _whole(groups["n"])
    upper = value_of(groups["m"]) if "m" in groups else None
    if value is None:
        return None
    if "d" in groups:
        return value / part_of(groups["d"]), None
    if upper is not None and form.kind == "year" and upper < _CENTURY:
        upper += value // _CENTURY * _CENTURY  # 2020/21
    elif upper is not None:
        value = _scaled_like(groups["n"], value, groups["m"], upper)
    return value * form.times + form.plus, None if upper is None else upper * form.times + form.plus


def _special(groups: dict[str, str]) -> Decimal | None:
    if "r" in groups:
        return Decimal(roman(groups["r"]))
    if "month" in groups:
        return _MONTHS[groups["month"][:3]]
    if "half" in groups:
        whole = _whole(groups["n"]) or Decimal(0) if "n" in groups else Decimal(0)
        return (whole + Decimal("0.5")) * (value_of(groups["half"]) or 1)
    return None


def _whole(numeral: str) -> Decimal | None:
    return Decimal(1) if numeral.lower() in ("a", "an") else value_of(numeral)


def _scaled_like(lower: str, value: Decimal, upper: str, high: Decimal | None) -> Decimal:
    """3 to 5 million: the scale behind the upper end holds for both (``high``: unless it would exceed this)."""
    scale = re.search(rf"(?i)((?:[ -]{MAGNITUDE})+)$", upper)
    if scale is None or re.search(rf"(?i){MAGNITUDE}", lower):
        return value
    scaled = value_of(lower + scale[1])
    return scaled if scaled is not None and (high is None or scaled < high) else value


def torn_numbers(text: str) -> tuple[Number, ...]:
    """Places where a number seems to have been deleted, with the value 0 and what is left as the surface."""
    spans = (Span(*match.span()) for match in _TORN.finditer(text))
    return tuple(Number(span, Decimal(0), None, "exact", "torn", span.of(text), False) for span in spans)


def _shared(folded: str, numbers: list[Number]) -> tuple[Number, ...]:
    """In a list the unit or the scale stands once: 5.2, 6.1, and 8.4 percent; 2.5 and 3 million."""
    for at in range(len(numbers) - 2, -1, -1):
        this, following = numbers[at], numbers[at + 1]
        between = folded[this.span.end : following.span.start]
        whole = this.unit or _LETTER.search(
            this.surface
        )  # $5.2 billion, 6.1 percent: an amount, and what it changed by
        if this.kind != "count" or this.upper is not None or not _LIST.fullmatch(between):
            continue
        if following.kind in ("percent", "point") and not whole:
            numbers[at] = replace(this, kind=following.kind)
        elif following.kind == "count" and following.upper is None and _AND.fullmatch(between):
            numbers[at] = replace(this, value=_scaled_like(this.surface, this.value, following.surface, None))
    return tuple(_led_back(folded, numbers))


def _led_back(folded: str, numbers: list[Number]) -> Iterator[Number]:
    """To 87.9 percent from 67.9: what a share was before is one too."""
    for before, number in zip([None, *numbers], numbers, strict=False):
        bare = number.kind == "count" and not number.unit and not _LETTER.search(number.surface)
        back = (
            before
            and before.kind in ("percent", "point")
            and _BACK.fullmatch(folded[before.span.end : number.span.start])
        )
        ends_there = _ENDS.match(folded, number.span.end)
        yield replace(number, kind=before.kind) if before and back and bare and ends_there else number


def _named_before(folded: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """After "the 13th Five-Year Plan", "the 14th" with no name behind it is a plan too."""
    plan = next((number for number in numbers if number.kind == "term" and number.unit == _PLAN), None)
    if plan is None:
        return numbers
    return tuple(
        replace(number, kind="term", unit=_PLAN, optional=True)
        if number.kind == "ordinal" and number.span > plan.span and _UNNAMED.match(folded, number.span.end)
        else number
        for number in numbers
    )
