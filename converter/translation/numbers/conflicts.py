"""Numbers of equal value that do not say the same: which way, by how much or to where, in what unit, of what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from converter.translation.numbers.aspects import told_otherwise
from converter.translation.numbers.counting import swapped
from converter.translation.numbers.number import Language, Number, What
from converter.translation.numbers.pairing import Atom, Pairing
from converter.translation.numbers.senses import Sense, senses
from converter.translation.numbers.units import is_unit, times_between

_CHANGING = {"count", "percent", "point", "fraction", "ordinal"}
_COUNTED = {"count", "percent", "point", "fraction", "ordinal", "times"}
_ALIKE = [{kind} for kind in _COUNTED] + [{"count", "times"}]  # twice, four times
_TO = re.compile("[至到~—–-]|起至| to | through | until ")
Conflict = tuple[What, Number, Number]


def conflicts(pairing: Pairing, zh: str, en: str) -> Iterator[Conflict]:
    """At most one conflict for each pair of numbers; sense and unit first, then numbers that changed places."""
    one = _by_number(zh, [a.number for a, _ in pairing.pairs], "zh")
    other = _by_number(en, [b.number for _, b in pairing.pairs], "en")
    told: set[Number] = set()
    for a, b in pairing.pairs:
        what = _conflict(a, b, one[a.number], other[b.number]) or told_otherwise(zh, a.number, en, b.number)
        if what and a.number not in told:
            told.add(a.number)
            yield what, a.number, b.number
    # Numbers that a change leads from and to may stand either way round.
    told |= {a.number for a, b in pairing.pairs if one[a.number].end and other[b.number].end}
    for left, right in (*_exchanged(pairing, zh, en), *_swapped(pairing, zh, en, other)):
        if left not in told:
            told.add(left)
            yield "order", left, right


def _by_number(text: str, numbers: Sequence[Number], language: Language) -> dict[Number, Sense]:
    ordered = sorted(set(numbers), key=lambda number: number.span)
    return dict(zip(ordered, senses(text, ordered, language), strict=True))


def _conflict(a: Atom, b: Atom, one: Sense, other: Sense) -> What | None:
    zh, en = a.number, b.number
    if _other_unit(zh, en):
        return "unit"
    if zh.kind == "discount":
        return "value" if _remaining(a, one) != _remaining(b, other) else None
    if zh.kind == "times" or en.kind == "times":
        return "value" if _other_times(a, b, one, other) else None
    if {zh.kind, en.kind} <= _CHANGING:
        return _other_way(one, other) or _other_end(a, b, one, other) or _other_span(zh, en, one, other)
    return None


def _other_unit(zh: Number, en: Number) -> bool:
    if zh.unit == en.unit or not (is_unit(zh.unit) and is_unit(en.unit)):
        return False
    times = times_between(zh.unit, en.unit)
    return times is None or (times != 1 and zh.value == en.value)


def _other_times(a: Atom, b: Atom, one: Sense, other: Sense) -> bool:
    """Whether 增长1.5倍, which is 2.5 times the whole, meets another number of times; a percent tells what was added."""
    zh, en = _whole(a, one), _whole(b, other)
    return zh is not None and en is not None and zh != en


def _whole(atom: Atom, sense: Sense) -> Decimal | None:
    if atom.number.kind == "percent":
        return 1 + atom.value / 100 if sense.direction == "up" and sense.measured == "by" else None
    if sense.measured not in ("by", "whole"):
        return None
    return atom.value + (sense.measured == "by")


def _other_way(one: Sense, other: Sense) -> What | None:
    if {one.direction, other.direction} == {"up", "down"}:
        return "direction"
    if one.negative != other.negative and not (one.direction and other.direction):
        return "direction"
    both = {one.measured, other.measured}
    turned = not (one.direction or other.direction)  # narrowed, slowed
    told = both == {"by", "to"} and (turned or (one.direction and other.direction))
    return "ending" if told or both == {"by", "at"} else None


def _other_end(a: Atom, b: Atom, one: Sense, other: Sense) -> What | None:
    ends = {_end(a, one), _end(b, other)}
    return "order" if ends == {"from", "to"} else None


def _other_span(zh: Number, en: Number, one: Sense, other: Sense) -> What | None:
    """A change from one number to another is no range between them."""
    changes = zh.upper is None and one.end and (one.direction or one.end == "from")
    return "ending" if changes and en.upper is not None and other == Sense() else None


def _remaining(atom: Atom, sense: Sense) -> Decimal:
    """What of a price is left, in percent."""
    share = atom.value * (100 if atom.number.kind == "fraction" else 1)
    return 100 - share if sense.off else share


def _end(atom: Atom, sense: Sense) -> str:
    number = atom.number
    if number.upper is None or not sense.end:
        return sense.end
    return "from" if (atom.value == number.upper) == number.falling else "to"


def _said(pairing: Pairing) -> list[tuple[Number, Number]]:
    return sorted({(a.number, b.number) for a, b in pairing.pairs}, key=lambda pair: pair[0].span)


def _exchanged(pairing: Pairing, zh: str, en: str) -> Iterator[tuple[Number, Number]]:
    """Numbers that each have the other's kind or unit, as a day and a count or hours and persons, or end of a time or range."""
    pairs = _said(pairing)
    yield from (
        (a, b) for a, b in pairs if a.upper is not None and b.upper is not None and a.falling != b.falling
    )
    for (a, b), (c, d) in combinations(pairs, 2):
        natures = _nature(a), _nature(b), _nature(d), _nature(c)
        crossed = a != c and b != d and natures[0] == natures[2] != natures[1] == natures[3]
        if crossed or _is_torn_apart(a, b, c, d) or (_leads(zh, a, c) and _leads(en, d, b)):
            yield a, b


def _nature(number: Number) -> tuple[str, str]:
    return number.kind, _unit(number)


def _leads(text: str, start: Number, end: Number) -> bool:
    """Whether the one is the start and the other the end of a time, told as two numbers: 1月至4月."""
    return bool(_TO.fullmatch(text[start.span.end : end.span.start]))


def _is_torn_apart(a: Number, b: Number, c: Number, d: Number) -> bool:
    """Whether the ends of a Chinese range, a and c, are an English number and an end of an English range."""
    return a == c and a.upper is not None and (b.upper is None) != (d.upper is None)


def _swapped(
    pairing: Pairing, zh: str, en: str, senses_en: Mapping[Number, Sense]
) -> Iterator[tuple[Number, Number]]:
    pairs = _said(pairing)
    plain = [
        (a, b)
        for a, b in pairs
        if _is_counted(a, zh, "每") and _is_counted(replace(b, optional=False), en, "per ")
    ]
    for (a, b), (c, d) in combinations(plain, 2):
        alike = _alike(a, c) and _alike(b, d) and a.value != c.value
        # Of a rise and a fall, one that took the place of the other goes the wrong way and is told as such.
        opposed = {senses_en[b].direction, senses_en[d].direction} == {"up", "down"}
        if alike and not opposed and swapped(zh, (a, c), en, (b, d)):
            yield a, b


def _alike(one: Number, other: Number) -> bool:
    return {one.kind, other.kind} in _ALIKE and _unit(one) == _unit(other)


def _unit(number: Number) -> str:
    return number.unit if is_unit(number.unit) else ""  # 100% is a percent like any other


def _is_counted(number: Number, text: str, per: str) -> bool:
    """Of a rate (25 per 100,000) the base cannot be mistaken for what is counted."""
    base = text[: number.span.start].endswith(per)
    optional = number.optional and number.kind != "ordinal"
    return number.kind in _COUNTED and number.upper is None and not optional and not base
