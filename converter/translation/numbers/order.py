"""Numbers that changed places: what stands beside them, their kind, their unit, or the end of a time or range is the other's."""

import re
from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from msgspec.structs import replace

from converter.translation.numbers.counting import swapped
from converter.translation.numbers.number import Number, Pair
from converter.translation.numbers.pairing import Pairing
from converter.translation.numbers.senses import Sense
from converter.translation.numbers.units import is_unit

_COUNTED = {"count", "percent", "point", "fraction", "ordinal", "times"}
_ALIKE: list[set[str]] = [*({kind} for kind in _COUNTED), {"count", "times"}, {"percent", "fraction"}]
_LIST = re.compile("[、和与及]|以及|, (?:and )?| and ")
_TO = re.compile("[至到~—–-]|起至| to | through | until | ?[:：] ?")
_BASE = "rate base"
_RANKING = "ranking"
_PER = re.compile(r"\b(?:per|every|each) $")


def changed_places(pairing: Pairing, zh: str, en: str, senses: Mapping[Number, Sense]) -> Iterator[Pair]:
    """Pairs of equal numbers of which the English one stands where another belongs; ``senses`` are those of the English."""
    pairs = sorted({(a.number, b.number) for a, b in pairing.pairs}, key=lambda pair: pair[0].span)
    yield from ((a, b) for a, b in pairs if _is_range(a) and _is_range(b) and a.falling != b.falling)
    yield from ((a, b) for a, b in pairs if _is_off_its_base(a, b, en, pairs))
    for one, other in combinations(pairs, 2):
        if _exchanged(one, other) or _is_torn_apart(one, other) or _runs_back(zh, en, one, other):
            yield one
    yield from _swapped(pairs, zh, en, senses)


def _is_off_its_base(zh: Number, number: Number, en: str, pairs: list[Pair]) -> bool:
    """Whether the English has another number of the pairs for that of how many a rate tells: per 50 people, 10,000."""
    based = zh.unit == _BASE and not _PER.search(en[: number.span.start])
    return based and any(_PER.search(en[: other.span.start]) for _, other in pairs)


def _is_range(number: Number) -> bool:
    return number.upper is not None


def _exchanged(one: Pair, other: Pair) -> bool:
    """Whether each has the other's kind or unit: a day and a count, hours and persons."""
    (a, b), (c, d) = one, other
    first, second = _nature(a), _nature(c)
    unlike = (a.value, a.upper) != (c.value, c.upper) and b != d
    ranked = [number.unit == _RANKING for number in (a, c, b, d)]
    if ranked in ([True, False, False, True], [False, True, True, False]):
        return unlike
    return unlike and first != second and (_nature(d), _nature(b)) == (first, second)


def _nature(number: Number) -> tuple[str, str]:
    listed = _RANKING if number.unit == _RANKING else _unit(number)
    return number.kind, listed if number.kind == "count" else ""


def _is_torn_apart(one: Pair, other: Pair) -> bool:
    """Whether the ends of a Chinese range are an English number and an end of an English range."""
    (a, b), (c, d) = one, other
    return a == c and _is_range(a) and _is_range(b) != _is_range(d)


def _runs_back(zh: str, en: str, one: Pair, other: Pair) -> bool:
    """Whether two Chinese numbers are the end and the start of an English time or range: 1月至4月, "from April to January"."""
    (a, b), (c, d) = one, other
    if b == d:
        return a != c and _is_range(b) and (a.value > c.value) != b.falling
    if a == c:
        first, second = sorted((b, d), key=lambda number: number.span)
        return _is_range(a) and _leads(en, first, second) and (first.value > second.value) != a.falling
    return _leads(zh, a, c) and _leads(en, d, b)


def _leads(text: str, start: Number, end: Number) -> bool:
    return bool(_TO.fullmatch(text[start.span.end : end.span.start]))


def _swapped(pairs: list[Pair], zh: str, en: str, senses: Mapping[Number, Sense]) -> Iterator[Pair]:
    plain = [
        (a, b)
        for a, b in pairs
        if _is_counted(a, zh, "每") and _is_counted(replace(b, optional=False), en, "per ")
    ]
    for (a, b), (c, d) in combinations(plain, 2):
        alike = a.value != c.value and _is_word(b) == _is_word(d) and _alike(zh, en, (a, b), (c, d))
        alike = alike and not _is_ranking_beside_count((a, b), (c, d))
        # Of a rise and a fall, one that took the place of the other goes the wrong way and is told as such.
        opposed = {senses[b].direction, senses[d].direction} == {"up", "down"}
        # Numbers that a change leads from and to may stand either way round.
        led = {senses[b].end, senses[d].end} == {"from", "to"}
        if alike and not (opposed or led) and swapped(zh, (a, c), en, (b, d)):
            yield a, b


def _is_ranking_beside_count(one: Pair, other: Pair) -> bool:
    """Whether both languages tell one number as the length of a ranking and the other not: 11 projects of Global 500 companies."""
    ranked, counted = ([number.unit == _RANKING for number in pair] for pair in (one, other))
    return ranked[0] != counted[0] and len({*ranked}) == len({*counted}) == 1


def _alike(zh: str, en: str, one: Pair, other: Pair) -> bool:
    """Whether two numbers of each text could stand for one another.

    They are of one unit; a unit may be said once for both (860 kilometers of roads and 310 of railways) where the other
    text says it of both, or where they make a list.
    """
    sides = [(zh, one[0], other[0]), (en, one[1], other[1])]
    units = [{_unit(a), _unit(b)} for _, a, b in sides]
    kinds = [{a.kind, b.kind} for _, a, b in sides]
    return all(
        (here in _ALIKE or _is_once(here, there, "count"))
        and (len(unit) == 1 or _is_once(unit, other, "") or _is_list(text, a, b))
        for (text, a, b), here, there, unit, other in zip(
            sides, kinds, reversed(kinds), units, reversed(units), strict=True
        )
    )


def _is_once(here: Set[str], there: Set[str], plain: str) -> bool:
    """Whether one of two numbers is ``plain`` where the other text says the same of both."""
    return plain in here and len(there) == 1 and plain not in there


def _is_list(text: str, one: Number, other: Number) -> bool:
    first, second = sorted((one.span, other.span))
    return _LIST.fullmatch(text[first.end : second.start]) is not None


def _unit(number: Number) -> str:
    return number.unit if is_unit(number.unit) else ""  # 100% is a percent like any other


def _is_counted(number: Number, text: str, per: str) -> bool:
    """Of a rate (25 per 100,000) the base cannot be mistaken for what is counted."""
    base = text[: number.span.start].endswith(per)
    optional = number.optional and number.kind != "ordinal"
    return number.kind in _COUNTED and number.upper is None and not optional and not base


def _is_word(number: Number) -> bool:
    return number.kind == "times" and number.surface.isalpha() and number.surface.isascii()
