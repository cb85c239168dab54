"""Of two numbers of a sentence, which is of which thing (``counting.toml``)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from converter.caching import kept
from converter.text.fold import fold
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.respective import respective
from converter.translation.numbers.sense_tables import COUNTING
from converter.translation.numbers.sentences import sentences_of
from converter.translation.numbers.stems import stems

_ASIDE = re.compile(r"[\d。;!?\n]|\.(?=\s)")  # what is counted stands on this side of the next number
_COMMA = re.compile("[,、;:]")
_OF_THEM = re.compile("(?i)^ of (?:them|these|which|those)\\b")
_REACH = 40
_NEAR: Mapping[Language, int] = {"zh": 6, "en": 20}
_FAR = 0.6  # what a word counts that stands further away
_SURE = 0.75  # how much better the numbers must fit when exchanged, where they stand in the order of the other text

_Two = tuple[Number, Number]
_Words = list[tuple[str, float]]
Things = Mapping[str, float]
"""How much each thing belongs to a number, 0 to 1."""


class _Beside(NamedTuple):
    left: Things
    right: Things


def swapped(zh: str, one: _Two, en: str, other: _Two) -> bool:
    """Whether the two numbers of each text, in the order of the Chinese, seem to have changed places in the English.

    Numbers in the order of the other text have changed places only if what stands beside both says so; numbers of one
    measure word in another order have, unless what stands beside both says that they have not.  Numbers that no sentence
    of either text holds together have not.
    """
    named = respective(fold(zh), one, "zh")
    of_one = named is not None and named[0] == named[1]
    if of_one or not (_in_one_sentence(zh, one) or _in_one_sentence(en, other)):
        return False
    ordered = other[0].span < other[1].span
    if _is_session(zh, one):
        return ordered and _is_part(en, other)
    if not ordered and _is_part(en, (other[1], other[0])):
        return other[1].value > other[0].value
    if not ordered and _is_source(en, (other[1], other[0])):
        return False
    behind = _crossed_behind(zh, one, en, other)
    if behind is not None:
        return behind
    return _crossed(
        zh, one, en, other, alike=_is_alike(zh, one) and (_in_one_sentence(en, other) or named is not None)
    )


def _crossed(zh: str, one: _Two, en: str, other: _Two, alike: bool) -> bool:
    """Whether what stands on all sides of the numbers says so; ``alike`` ones in another order are taken for exchanged."""
    ordered = other[0].span < other[1].span
    here = _beside(fold(zh), one, "zh")
    left, right = _beside(fold(en), other if ordered else (other[1], other[0]), "en")
    there = _Beside(left, right) if ordered else _Beside(right, left)
    fits = _fit(here.left, there.left), _fit(here.right, there.right)
    across = _fit(here.left, there.right), _fit(here.right, there.left)
    if ordered:
        return all(across) and sum(across) >= sum(fits) + _SURE
    if alike:
        return not (all(fits) and sum(fits) > sum(across))
    return sum(across) > sum(fits)


def _crossed_behind(zh: str, one: _Two, en: str, other: _Two) -> bool | None:
    """Whether what stands right behind the numbers says so (34个部门143个单位, 143 units in 34 departments), None where it does not tell."""
    here = [_counted(fold(zh), number, "zh") for number in one]
    there = [_counted(fold(en), number, "en") for number in other]
    fits, across = [*map(_fit, here, there)], [*map(_fit, here, reversed(there))]
    if all(fits) and not any(across):
        return False
    return True if all(across) and not any(fits) else None


def _counted(folded: str, number: Number, language: Language) -> Things:
    behind = _ASIDE.split(folded[number.span.end : number.span.end + _NEAR[language]])[0]
    return _things([(_breaks(language).split(behind)[0], 1)], language)


def _is_part(en: str, numbers: _Two) -> bool:
    """Whether the first of two English numbers is of what the second counts: ten of the 12 towns."""
    return bool(re.match(COUNTING.load().part, en[numbers[0].span.end : numbers[1].span.start]))


def _is_source(en: str, numbers: _Two) -> bool:
    """Whether the first of two English numbers is taken out of the second: 2 billion from the state's 1 trillion."""
    part, whole = numbers
    known = COUNTING.load()
    between, ahead = (
        en[part.span.end : whole.span.start],
        en[max(0, part.span.start - _REACH) : part.span.start],
    )
    told = re.match(known.source, between) and not re.search(known.led_to, ahead)
    return bool(told) and part.value < whole.value


def _is_alike(zh: str, numbers: _Two) -> bool:
    """Whether two Chinese numbers are counted in the same; in a list only the last has its measure word."""
    one, other = (_measure(zh, number) for number in numbers)
    return one == other or not one or not other or numbers[0].kind == "percent"


def _is_session(zh: str, numbers: _Two) -> bool:
    """Whether the second of two ordinals is a part of the first: 第十四届…第三次, the third … of the 14th."""
    whole = COUNTING.load().whole
    is_whole = [_measure(zh, number) == whole for number in numbers]
    return is_whole == [True, False] and all(number.kind == "ordinal" for number in numbers)


def _measure(zh: str, number: Number) -> str:
    """The first character of what a Chinese number counts in: 件, 家; of an ordinal that holds it (第九届) that one."""
    if number.kind == "ordinal" and re.fullmatch(COUNTING.load().held, number.surface[-1]):
        return number.surface[-1]
    return re.sub(r"\W", "", zh[number.span.end : number.span.end + 4].lstrip("余多 ")[:1])


def _in_one_sentence(text: str, numbers: _Two) -> bool:
    sentences = sentences_of(text)
    return len({sentences.index(number.span.start) for number in numbers}) == 1


def _fit(one: Things, other: Things) -> float:
    return sum(weight * other.get(thing, 0) for thing, weight in one.items())


def _beside(folded: str, numbers: _Two, language: Language) -> _Beside:
    """The things that belong to the left and to the right of two numbers, by where commas and the like stand."""
    named = respective(folded, numbers, language)
    if named and named[0] != named[1]:
        left, right = _things([(named[0], 1)], language), _things([(named[1], 1)], language)
    else:
        left, right = (_things(words, language) for words in _around(folded, numbers, language))
    return _Beside(_apart(left, right), _apart(right, left))


def _apart(things: Things, others: Things) -> Things:
    """How much more each thing belongs to one number than to the other: what stands beside both tells nothing apart."""
    return {thing: more for thing, weight in things.items() if (more := weight - others.get(thing, 0)) > 0}


def _around(folded: str, numbers: _Two, language: Language) -> tuple[_Words, _Words]:
    """What stands beside the left and what beside the right number; the words next to it count most."""
    first, second = (number.span for number in numbers)
    breaks, near = _breaks(language), _NEAR[language]
    leaning = _leaning(language)
    ahead = _ASIDE.split(leaning.sub("", folded[max(0, first.start - 3 * _REACH) : first.start])[-_REACH:])[
        -1
    ]
    clause = _COMMA.split(ahead)[-1]
    before = breaks.split(ahead)[-1]
    behind = breaks.split(_ASIDE.split(_OF_THEM.sub("", folded[second.end : second.end + _REACH]))[0])[0]
    parts = breaks.split(_OF_THEM.sub("", leaning.sub("", folded[first.end : second.start])))
    sure = 1 if len(parts) > 1 else 0.5
    # Right behind a number stands what is counted: 174个国家的5796家企业, 174 countries.
    left = [(clause, _FAR), (before[-near:], 1), (parts[0], _FAR * sure), (parts[0][:near], 1)]
    right = [(behind, _FAR), (behind[:near], 1), (parts[-1], _FAR * sure), (parts[-1][-near:], sure)]
    return left, right


def _things(words: _Words, language: Language) -> Things:
    things: defaultdict[str, float] = defaultdict(float)
    for text, weight in words:
        named = [str(at) for at, pattern in enumerate(_patterns(language)) if pattern.search(text)]
        for thing in (*named, *stems(text, language)):
            things[thing] = max(things[thing], weight)
    return things


@kept
def _leaning(language: Language) -> re.Pattern[str]:
    return re.compile(COUNTING.load().leaning_zh if language == "zh" else COUNTING.load().leaning_en)


@kept
def _breaks(language: Language) -> re.Pattern[str]:
    return re.compile(COUNTING.load().break_zh if language == "zh" else COUNTING.load().break_en)


@kept
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    rows = COUNTING.load().thing
    if language == "zh":
        return tuple(re.compile(zh) for zh, _ in rows)
    return tuple(re.compile(rf"(?i)\b(?:{en})") for _, en in rows)
