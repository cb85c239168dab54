"""Numbers of equal value that do not say the same: which way, by how much or to where, in what unit, of what."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.translation.numbers.aspects import told_otherwise
from converter.translation.numbers.number import Language, Number, What
from converter.translation.numbers.order import changed_places
from converter.translation.numbers.pairing import Atom, Pairing
from converter.translation.numbers.senses import Sense, senses
from converter.translation.numbers.units import is_unit, times_between

_CHANGING = {"count", "percent", "point", "fraction", "ordinal"}
_ROUNDED = Decimal("0.005")
_HALF = Decimal("0.5")
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
    there: set[Number] = set()
    for left, right in changed_places(pairing, zh, en, other):
        if left not in told and right not in there:
            told.add(left)
            there.add(right)
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
        opposed = {one.direction, other.direction} == {"up", "down"}
        return "value" if _other_times(a, b, one, other) else "direction" if opposed else None
    if en.upper == b.value and zh.upper is None and other.measured == "by":
        other = replace(other, measured="to")  # rose by 582 to 2,223
    if {zh.kind, en.kind} <= _CHANGING:
        way = _other_way(one, other)
        return (
            (None if way == "ending" and _is_half(a) else way)
            or _other_end(a, b, one, other)
            or _other_span(zh, en, one, other)
        )
    return None


def _is_half(atom: Atom) -> bool:
    """What goes down by half goes down to half."""
    return atom.value == {"fraction": _HALF, "percent": 100 * _HALF}.get(atom.number.kind)


def _other_unit(zh: Number, en: Number) -> bool:
    if zh.kind == "month" and en.kind == "count":
        return en.unit in ("year", "week", "day", "hour")  # 1-11月, "the first 11 months"
    if zh.unit == en.unit or not (is_unit(zh.unit) and is_unit(en.unit)):
        return False
    times = times_between(zh.unit, en.unit)
    return times is None or (times != 1 and zh.value == en.value)


def _other_times(a: Atom, b: Atom, one: Sense, other: Sense) -> bool:
    """Whether 增长1.5倍, which is 2.5 times the whole, meets another number of times; a percent tells what was added."""
    zh, en = _whole(a, one), _whole(b, other)
    return zh is not None and en is not None and abs(zh - en) > _ROUNDED * en


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
        return None if other.slowed or _fell(one) or _fell(other) else "direction"
    both = {one.measured, other.measured}
    turned = not (one.direction or other.direction)  # narrowed, slowed
    told = both == {"by", "to"} and (turned or (one.direction and other.direction))
    return "ending" if told or both == {"by", "at"} else None


def _fell(sense: Sense) -> bool:
    """Whether it is a fall by so much, which is a growth below nothing."""
    return sense.direction == "down" and sense.measured == "by"


def _other_end(a: Atom, b: Atom, one: Sense, other: Sense) -> What | None:
    ends = {_end(a, one), _end(b, other)}
    # Where a change began is not by how much it went.
    begun = any(here.end == "from" and _is_change(there) for here, there in ((one, other), (other, one)))
    return "order" if ends == {"from", "to"} else "ending" if begun else None


def _is_change(sense: Sense) -> bool:
    return bool(sense.direction) and sense.measured == "by" and not sense.end


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
