"""A name's own tests: what a person should look at before trusting it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.figures.name_form import is_broken
from converter.figures.name_signs import weighed
from converter.figures.period_patterns import TIME
from converter.figures.quantity import Quantity
from converter.figures.second_reading import second_readings

_CLAUSE = re.compile("[,;:。!?]")
_INNER = str.maketrans("“”", "‘’")
_SHOWN = 30  # characters on either side
_FAR = 8  # figures; further away nobody takes one for another
# 由18天压缩到5天, 由406件增至731件: the second replaced the first.
_REPLACED = re.compile(r"[到至为成]$|(?:力争|争取|确保)(?:增长)?$|^[到至]|[增减升降提][加少高低]?[到至]")
_JOINED = 2  # characters


class TestedName(Struct, frozen=True):
    """A name as it is shown, and why it may be wrong, as keys of ``data/doubts.toml``."""

    name: str
    doubts: tuple[str, ...]


def tested_names(
    sentence: str, quantities: Sequence[Quantity], names: Sequence[str], topic: str
) -> Iterator[TestedName]:
    """The names of a sentence's figures; in place of one that was cut at a wrong place stands its clause.

    A ``topic`` that the whole report has need not stand in the sentence."""
    lent = topic and topic not in sentence
    told = [name.replace(topic, "", 1) for name in names] if lent else names
    second = second_readings(sentence, quantities, told)
    for at, (name, quantity, seen) in enumerate(zip(names, quantities, second, strict=True)):
        shown = quoted(sentence, *quantity.span) if is_broken(name) else name
        why = weighed(seen, quantity.unit) or (
            "name_alike" if _is_alike(sentence, quantities, names, at) else ""
        )
        yield TestedName(shown, (why,) if why else ())


def _is_alike(sentence: str, quantities: Sequence[Quantity], names: Sequence[str], at: int) -> bool:
    """True where another value of the sentence has the same name and unit, and is not what this one replaced."""
    if names.count(names[at]) == 1:
        return False
    one, near = quantities[at], range(max(0, at - _FAR), min(len(names), at + _FAR + 1))
    return any(
        names[other] == names[at]
        and quantities[other].unit == one.unit
        and quantities[other].value != one.value
        for other in near
        if other != at and not _is_of_another_time(sentence, quantities, at, other)
        if abs(other - at) > 1 or not _is_replaced(sentence, quantities, min(other, at))
    )


def _is_of_another_time(sentence: str, quantities: Sequence[Quantity], at: int, other: int) -> bool:
    """True where a time is told between two figures: the same of another year needs no other name."""
    first, last = sorted((at, other))
    return TIME.search(sentence, quantities[first].span.end, quantities[last].span.start) is not None


def _is_replaced(sentence: str, quantities: Sequence[Quantity], at: int) -> bool:
    """True where the next figure tells what this one came to, or shares its words with it (12件、3件), unless they are dealt out."""
    start, end = quantities[at].span
    between = sentence[end : quantities[at + 1].span.start]
    shared = len(between) <= _JOINED and "分别" not in sentence[max(0, start - _SHOWN) : start]
    return shared or _REPLACED.search(between) is not None


def quoted(sentence: str, start: int, end: int) -> str:
    """The clause around a figure, as printed, in place of a name that was cut at a wrong place."""
    before, behind = _CLAUSE.split(sentence[:start])[-1], _CLAUSE.split(sentence[end:], maxsplit=1)[0]
    clause = re.sub(r"\s+", "", before[-_SHOWN:] + sentence[start:end] + behind[:_SHOWN])
    return f"“{clause.translate(_INNER)}”"
