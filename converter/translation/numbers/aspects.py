"""What is said of a number in one of several ways, of which a translation must keep the one (``aspects.toml``)."""

import re
from typing import NamedTuple

from converter.caching import kept
from converter.text.fold import fold
from converter.translation.numbers.grammar import filled
from converter.translation.numbers.number import Language, Number, What
from converter.translation.numbers.sense_tables import ASPECTS

_REACH = {"zh": 24, "en": 80}
_CLAUSE = {"zh": re.compile(r"[,。;!?\n]|:(?!\d)"), "en": re.compile(r"[;!?\n]|:(?!\d)|[,.](?=\s|$)")}
_SENTENCE = re.compile(r"[。;!?\n]|[.](?=\s|$)")
_MACROS = {"any": "‹[^›]*›", "amount": "‹(?!year|month|day)[^›]*›", "day": "‹(?:year|month|day) [^›]*›"}


class _Aspect(NamedTuple):
    what: What
    wide: bool
    values: dict[Language, list[re.Pattern[str]]]


def told_otherwise(zh: str, one: Number, en: str, other: Number) -> What | None:
    """How the two texts differ in an aspect of a number they share; None where one of them does not tell it clearly."""
    clauses = {wide: (_clause(zh, one, "zh", wide), _clause(en, other, "en", wide)) for wide in (False, True)}
    for aspect in _aspects():
        here, there = clauses[aspect.wide]
        said, meant = _told(aspect, here, "zh"), _told(aspect, there, "en")
        if said and meant and not said & meant:
            return aspect.what
    return None


def _told(aspect: _Aspect, clause: str, language: Language) -> set[int]:
    return {at for at, pattern in enumerate(aspect.values[language]) if pattern.search(clause)}


def _clause(text: str, number: Number, language: Language, wide: bool) -> str:
    """The clause of a number in folded text, or its sentence, the number in brackets with its kind."""
    folded, reach = fold(text), _REACH[language] * (4 if wide else 1)
    start, end = number.span
    marks = _SENTENCE if wide else _CLAUSE[language]
    before, behind = (
        marks.split(folded[max(0, start - reach) : start])[-1],
        marks.split(folded[end : end + reach])[0],
    )
    return f"{before}‹{number.kind} {folded[start:end]}›{behind}"


@kept
def _aspects() -> tuple[_Aspect, ...]:
    return tuple(
        _Aspect(
            row.what,
            row.wide,
            {
                "zh": [re.compile(filled(value.zh, _MACROS)) for value in row.value],
                "en": [re.compile(filled(value.en, _MACROS)) for value in row.value],
            },
        )
        for row in ASPECTS.load().aspect
    )
