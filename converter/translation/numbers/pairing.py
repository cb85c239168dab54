"""Which English number says which Chinese one (``comparing.toml``)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from msgspec import Struct

from converter.translation.numbers.number import Number
from converter.translation.numbers.tables import COMPARING
from converter.translation.numbers.units import times_between

_KNOWN = COMPARING.load()
_KINDS = {frozenset(pair) for pair in _KNOWN.kinds}
_RESCALES = {(row.zh, row.en): Decimal(row.times) for row in _KNOWN.rescale}
_ROUNDED = Decimal("0.005")
_ROUNDED_UNIT = Decimal("0.02")  # 15 mu are a hectare
_RATE_BASE = "rate base"
_LARGEST = 100_000  # cells of a table of distances; beyond it equal numbers are paired one after the other


class Atom(NamedTuple):
    """One end of a number: ranges are compared end by end, so that 从3%到5% and 3 to 5 percent agree."""

    number: Number
    value: Decimal
    place: float
    """0 at the start of its text, 1 at its end."""


class Pairing(Struct, frozen=True):
    """Pairs of equal ends, Chinese and English, and the ends left over, in the order of their texts."""

    pairs: tuple[tuple[Atom, Atom], ...]
    zh_left: tuple[Atom, ...]
    en_left: tuple[Atom, ...]


def paired(zh: Sequence[Number], zh_length: int, en: Sequence[Number], en_length: int) -> Pairing:
    """Pair ends of equal value, the surest first; among equals in the order of both texts."""
    zh_left, en_left = list(_atoms(zh, zh_length)), list(_atoms(en, en_length))
    pairs: list[tuple[Atom, Atom]] = []
    for key, same in _LEVELS:
        found = list(_of_level(zh_left, en_left, key, same))
        pairs += found
        used = {id(atom) for pair in found for atom in pair}
        zh_left = [atom for atom in zh_left if id(atom) not in used]
        en_left = [atom for atom in en_left if id(atom) not in used]
    rates = [*_rates(zh_left, en_left), *_parts(zh_left, en_left)]
    used = {id(atom) for pair in rates for atom in pair}
    return Pairing(
        (*pairs, *rates),
        tuple(atom for atom in zh_left if id(atom) not in used),
        tuple(atom for atom in en_left if id(atom) not in used),
    )


def _rates(zh: Sequence[Atom], en: Sequence[Atom]) -> Iterator[tuple[Atom, Atom]]:
    """A rate told by another base: 每万人4.5名 and 45 for every 100,000 people."""
    bases = [[atom for atom in atoms if atom.number.unit == _RATE_BASE] for atoms in (zh, en)]
    for one, other in product(*bases):
        for a, b in product(zh, en):
            if a is not one and b is not other and a.value * other.value == b.value * one.value:
                yield from ((one, other), (a, b))
                return


def _parts(zh: Sequence[Atom], en: Sequence[Atom]) -> Iterator[tuple[Atom, Atom]]:
    """A share told as so many of so many: 三分之二 and two in three, 每十人有三人 and 30 percent."""
    for share, (a, b) in product(filter(_share, zh), pairwise(en)):
        if _is_part(a, b, share):
            yield from ((share, a), (share, b))
    for share, (a, b) in product(filter(_share, en), pairwise(zh)):
        if _is_part(b, a, share):
            yield from ((a, share), (b, share))


def _is_part(part: Atom, whole: Atom, share: Atom) -> bool:
    counts = part.number.kind == whole.number.kind == "count" and part.value < whole.value
    times = {"fraction": 1, "percent": 100}.get(share.number.kind, 0)
    return counts and abs(part.value * times - share.value * whole.value) < _ROUNDED


def _atoms(numbers: Sequence[Number], length: int) -> Iterator[Atom]:
    for number in numbers:
        place = number.span.start / max(length, 1)
        yield Atom(number, number.value, place)
        if number.upper is not None:
            yield Atom(number, number.upper, place)


def _exact(atom: Atom) -> Hashable:
    number = atom.number
    return None if number.optional else (atom.value, number.kind, number.bound)


def _kind(atom: Atom) -> Hashable:
    return atom.value, atom.number.kind, atom.number.unit if atom.number.kind == "term" else None


def _required(atom: Atom) -> Hashable:
    return None if atom.number.optional else atom.value


def _value(atom: Atom) -> Hashable:
    return atom.value


def _share(atom: Atom) -> Hashable:
    return True if atom.number.kind in ("percent", "fraction", "times", "discount") else None


def _unit(atom: Atom) -> Hashable:
    return True if atom.number.unit else None


def _always(_zh: Atom, _en: Atom) -> bool:
    return True


def _akin(zh: Atom, en: Atom) -> bool:
    kinds = frozenset((zh.number.kind, en.number.kind))
    return kinds in _KINDS and times_between(zh.number.unit, en.number.unit) in (None, 1)


def _rescaled(zh: Atom, en: Atom) -> bool:
    kinds = (zh.number.kind, en.number.kind)
    if kinds == ("times", "times"):
        return zh.value + 1 == en.value  # 增长1.5倍 is 2.5 times what it was
    times = _RESCALES.get(kinds)
    if times is None:
        return False
    return any(abs(value * times - en.value) <= _ROUNDED * en.value for value in _readings(zh))


def _readings(zh: Atom) -> tuple[Decimal, ...]:
    """The ways to tell it in English: 七折 by what is left or taken off, 3.5倍 and 增长250% with or without what was before."""
    if zh.number.kind == "discount":
        return zh.value, 100 - zh.value
    other = {"times": zh.value - 1, "percent": zh.value + 100}.get(zh.number.kind)
    return (zh.value,) if other is None else (zh.value, other)


def is_converted(zh: Atom, en: Atom) -> bool:
    """Whether the English end is the Chinese one in another unit, as a translator rounds."""
    times = times_between(zh.number.unit, en.number.unit)
    return times not in (None, 1) and abs(zh.value * times - en.value) <= min(
        _ROUNDED_UNIT * en.value, _last_place(en.value) / 2
    )


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: a translator rounds there (695 million: to a million)."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


# Ends with the same key (None is nobody's) are paired where the test holds; earlier levels are surer.
_LEVELS: tuple[tuple[Callable[[Atom], Hashable], Callable[[Atom, Atom], bool]], ...] = (
    (_exact, _always),
    (_kind, _always),
    (_required, _akin),
    (_value, _akin),
    (_share, _rescaled),
    (_unit, is_converted),
)


def _of_level(
    zh: Sequence[Atom],
    en: Sequence[Atom],
    key: Callable[[Atom], Hashable],
    same: Callable[[Atom, Atom], bool],
) -> Iterator[tuple[Atom, Atom]]:
    groups: dict[Hashable, tuple[list[Atom], list[Atom]]] = defaultdict(lambda: ([], []))
    for side, atoms in enumerate((zh, en)):
        for atom in atoms:
            groups[key(atom)][side].append(atom)
    for name, (left, right) in groups.items():
        if name is not None and left and right:
            yield from _in_order(left, right, same)


def _in_order(
    zh: list[Atom], en: list[Atom], same: Callable[[Atom, Atom], bool]
) -> Iterator[tuple[Atom, Atom]]:
    """As many pairs as can be without crossing, of these the ones nearest in place."""
    if len(zh) * len(en) > _LARGEST:
        yield from ((a, b) for a, b in zip(zh, en, strict=False) if same(a, b))
        return
    best = _table(zh, en, same)
    i = j = 0
    while i < len(zh) and j < len(en):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield zh[i], en[j]
            i, j = i + 1, j + 1


def _table(
    zh: list[Atom], en: list[Atom], same: Callable[[Atom, Atom], bool]
) -> list[list[tuple[int, float]]]:
    """At [i][j] the best that can be had of ``zh[i:]`` and ``en[j:]``: pairs, and nearness (negative distance)."""
    best = [[(0, 0.0)] * (len(en) + 1) for _ in range(len(zh) + 1)]
    for i in range(len(zh) - 1, -1, -1):
        for j in range(len(en) - 1, -1, -1):
            options = [best[i + 1][j], best[i][j + 1]]
            if same(zh[i], en[j]):
                pairs, nearness = best[i + 1][j + 1]
                options.append((pairs + 1, nearness - abs(zh[i].place - en[j].place)))
            best[i][j] = max(options)
    return best
