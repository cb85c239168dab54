"""Currencies and rates that one text names and the other does not, be there a number beside them or none."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from converter.caching import kept
from converter.model import Span
from converter.text.fold import fold
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.sense_tables import ASPECTS
from converter.translation.numbers.tables import UNITS

_PLAIN = {"USD", "EUR", "HKD"}  # told by words that mean nothing else, as won and pounds do
_FOREIGN = re.compile("[美港欧英日澳]|外[汇资币商]|货币|[$€£]")
_CURRENCY = re.compile("[A-Z]{3}")
_MORE = {"zh": {"CNY": "人民币"}, "en": {}}
_Patterns = Mapping[str, re.Pattern[str]]


def other_currencies(zh: str, en: str) -> Iterator[Number]:
    """The first place of each currency that only the English names, where it lacks one that the Chinese names."""
    here, there = _named(zh, _currencies("zh")), _named(en, _currencies("en"))
    lacking = here.keys() - there.keys()
    # Sums without a currency, or in yuan alone, are in yuan: 百亿级企业 is no 10-billion-dollar company.
    if lacking or not _FOREIGN.search(zh):
        yield from _first({code: span for code, span in there.items() if lacking or code in _PLAIN}, here, en)


def other_rates(zh: str, en: str) -> Iterator[Number]:
    """The first place of each rate (monthly, per mu) that only the English names, where it lacks one of the Chinese."""
    here, there = _named(zh, _rates("zh")), _named(en, _rates("en"))
    if here.keys() - there.keys() - _named(en, _rates("en", loose=True)).keys():
        yield from _first(there, here | _named(zh, _rates("zh", loose=True)), en)


def _first(there: Mapping[str, Span], here: Collection[str], en: str) -> Iterator[Number]:
    for name in sorted(there.keys() - set(here)):
        span = there[name]
        yield Number(span, Decimal(0), None, "exact", "name", span.of(en), False)


def _named(text: str, patterns: _Patterns) -> dict[str, Span]:
    """What a text names, with the first places; what is read as one is no other (Hong Kong dollars)."""
    found: dict[str, Span] = {}
    text = fold(text)
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            found.setdefault(name, Span(*match.span()))
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return found


@kept
def _currencies(language: Language) -> _Patterns:
    rows = [row for row in UNITS.load().unit if _CURRENCY.fullmatch(row.dimension)]
    if language == "zh":
        forms = {row.dimension: f"{row.zh}|{_MORE['zh'].get(row.dimension, '(?!)')}" for row in rows}
    else:
        forms = {
            row.dimension: rf"\b(?:{row.en})"
            + (f"|(?<![A-Za-z])(?:{row.en_before})(?![A-Za-z])" if row.en_before else "")
            for row in rows
        }
    return {code: re.compile(form, re.I if language == "en" else 0) for code, form in forms.items()}


@kept
def _rates(language: Language, loose: bool = False) -> _Patterns:
    forms = {
        row.name: (row.loose_zh if loose else row.zh)
        if language == "zh"
        else (row.loose_en if loose else row.en)
        for row in ASPECTS.load().rate
    }
    edge = r"\b" if language == "en" else ""
    return {name: re.compile(f"(?i){edge}(?:{form}){edge}") for name, form in forms.items()}
