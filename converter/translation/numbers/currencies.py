"""Currencies that one text names and the other does not, be there a number beside them or none."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from converter.kept import kept
from converter.model import Span
from converter.text.fold import fold
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.tables import UNITS

_CURRENCY = re.compile("[A-Z]{3}")
_MORE = {"zh": {"CNY": "人民币"}, "en": {}}


def exchanged(zh: str, en: str) -> Iterator[Number]:
    """The first place of each currency that only the English names, where it lacks one that the Chinese names."""
    here, there = _named(fold(zh), "zh"), _named(fold(en), "en")
    if here.keys() - there.keys():
        for code in sorted(there.keys() - here.keys()):
            span = there[code]
            yield Number(span, Decimal(0), None, "exact", "name", span.of(en), False)


def _named(text: str, language: Language) -> dict[str, Span]:
    """The currencies of a folded text with their first places; what is read as one is no other (Hong Kong dollars)."""
    found: dict[str, Span] = {}
    for code, pattern in _patterns(language).items():
        for match in pattern.finditer(text):
            found.setdefault(code, Span(*match.span()))
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return found


@kept
def _patterns(language: Language) -> Mapping[str, re.Pattern[str]]:
    rows = [row for row in UNITS.load().unit if _CURRENCY.fullmatch(row.dimension)]
    if language == "zh":
        forms = {row.dimension: f"{row.zh}|{_MORE['zh'].get(row.dimension, '(?!)')}" for row in rows}
    else:
        forms = {
            row.dimension: rf"\b(?:{row.en})" + (f"|{row.en_before}" if row.en_before else "") for row in rows
        }
    return {code: re.compile(form, re.I if language == "en" else 0) for code, form in forms.items()}
