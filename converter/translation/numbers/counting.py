"""Of two numbers of a sentence, which is of which thing (``counting.toml``)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from converter.kept import kept
from converter.text.fold import fold
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.respective import respective
from converter.translation.numbers.sense_tables import COUNTING
from converter.translation.numbers.sentences import sentences_of

_ASIDE = re.compile(r"[\d。;!?\n]|\.(?=\s)")  # what is counted stands on this side of the next number
_REACH = 40
_SURE = 0.75  # how much better the numbers must fit when exchanged, where they stand in the order of the other text

Things = Mapping[int, float]
"""How much each thing of the table belongs to a number, 0 to 1."""


class _Beside(NamedTuple):
    left: Things
    right: Things


def swapped(zh: str, one: tuple[Number, Number], en: str, other: tuple[Number, Number]) -> bool:
    """Whether the two numbers of each text, in the order of the Chinese, seem to have changed places in the English.

    Numbers in the order of the other text have changed places only if what stands beside both says so; numbers of one
    measure word in another order have, unless what stands beside both says that they have not.  Numbers that no sentence
    of either text holds together have not.
    """
    if not (_in_one_sentence(zh, one) or _in_one_sentence(en, other)):
        return False
    ordered = other[0].span < other[1].span
    here = _beside(fold(zh), one, "zh")
    left, right = _beside(fold(en), other if ordered else (other[1], other[0]), "en")
    there = _Beside(left, right) if ordered else _Beside(right, left)
    fits = _fit(here.left, there.left), _fit(here.right, there.right)
    across = _fit(here.left, there.right), _fit(here.right, there.left)
    if ordered:
        return all(across) and sum(across) >= sum(fits) + _SURE
    if _measure(zh, one[0]) == _measure(zh, one[1]):
        return not (all(fits) and sum(fits) > sum(across))
    return sum(across) > sum(fits)


def _measure(zh: str, number: Number) -> str:
    """The first character of what a Chinese number counts in: 件, 家; of an ordinal that holds it (第九届) that one."""
    if number.kind == "ordinal" and re.fullmatch(COUNTING.load().held, number.surface[-1]):
        return number.surface[-1]
    return zh[number.span.end : number.span.end + 4].lstrip("余多 ")[:1]


def _in_one_sentence(text: str, numbers: tuple[Number, Number]) -> bool:
    sentences = sentences_of(text)
    return len({sentences.index(number.span.start) for number in numbers}) == 1


def _fit(one: Things, other: Things) -> float:
    return sum(weight * other.get(thing, 0) for thing, weight in one.items())


def _beside(folded: str, numbers: tuple[Number, Number], language: Language) -> _Beside:
    """The things that belong to the left and to the right of two numbers, by where commas and the like stand."""
    left: defaultdict[int, float] = defaultdict(float)
    right: defaultdict[int, float] = defaultdict(float)
    if named := respective(folded, numbers, language):
        _count(left, named[0], 1, language)
        _count(right, named[1], 1, language)
        return _Beside(left, right)
    first, second = (number.span for number in numbers)
    breaks = _breaks(language)
    before = _ASIDE.split(folded[max(0, first.start - _REACH) : first.start])[-1]
    behind = _ASIDE.split(folded[second.end : second.end + _REACH])[0]
    parts = breaks.split(folded[first.end : second.start])
    _count(left, before, 1, language)
    _count(right, breaks.split(behind)[0], 1, language)
    _count(left, parts[0], 1 if len(parts) > 1 else 0.5, language)
    _count(right, parts[-1], 1 if len(parts) > 1 else 0.5, language)
    return _Beside(left, right)


def _count(things: defaultdict[int, float], text: str, weight: float, language: Language) -> None:
    for at, pattern in enumerate(_patterns(language)):
        if pattern.search(text):
            things[at] = max(things[at], weight)


@kept
def _breaks(language: Language) -> re.Pattern[str]:
    return re.compile(COUNTING.load().break_zh if language == "zh" else COUNTING.load().break_en)


@kept
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    rows = COUNTING.load().thing
    if language == "zh":
        return tuple(re.compile(zh) for zh, _ in rows)
    return tuple(re.compile(rf"(?i)\b(?:{en})") for _, en in rows)
