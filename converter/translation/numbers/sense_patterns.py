"""The patterns of ``senses.toml``, compiled."""

import re
from typing import NamedTuple

from converter.caching import kept
from converter.figures.alternatives import either
from converter.translation.numbers.number import Language
from converter.translation.numbers.sense_tables import SENSES, ChineseSenses, EnglishSenses


class Patterns(NamedTuple):
    """What stands around numbers in one language; the fields are explained in ``senses.toml``."""

    neither: re.Pattern[str]
    word: re.Pattern[str]
    list: re.Pattern[str]
    begins: re.Pattern[str]
    origin: re.Pattern[str]
    goal: re.Pattern[str]
    turned: re.Pattern[str]
    level: re.Pattern[str]
    compared_behind: re.Pattern[str]
    negative: re.Pattern[str]
    negative_behind: re.Pattern[str]
    back: re.Pattern[str]
    directly: re.Pattern[str]
    part: re.Pattern[str]
    ago: re.Pattern[str]


@kept
def patterns_of(language: Language) -> Patterns:
    """What is looked for around the numbers of one language."""
    table = SENSES.load()
    known: ChineseSenses | EnglishSenses = table.chinese if language == "zh" else table.english
    edge = r"\b" if language == "en" else ""
    phrases = [word for word in (*known.up, *known.down) if " " in word]
    word = rf"{edge}(?:(?P<up>{either(known.up)})|(?P<down>{either(known.down)})){edge}"
    parts = (
        rf"{edge}(?:(?P<stays>{either(phrases) if phrases else '(?!)'})|{either(known.neither)}){edge}",
        word,
        *(getattr(known, name) for name in Patterns._fields[2:]),
    )
    return Patterns(*(re.compile(part, re.I) for part in parts))


@kept
def growth_behind() -> re.Pattern[str]:
    """Behind an English number, that it is a growth or a fall: ``up`` or ``down``."""
    known = SENSES.load().english
    words = rf"(?P<up>{'|'.join(known.behind_up)})|(?P<down>{'|'.join(known.behind_down)})"
    return re.compile(
        rf"[ -](?:(?!(?:of|after|before|from|to|and|with|against|following|for|or)\b)[a-z]+[ -]){{0,2}}?(?:{words})\b",
        re.I,
    )
