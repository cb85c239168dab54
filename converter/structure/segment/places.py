"""The places of China at county level and above (``places.csv``), and which of them a text is about.

A report that opens with 我代表市人民政府 never says which city that is; it calls it by its short name from then on,
far more often than any other.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from converter.caching import kept
from converter.knowledge import Record, Table, only_once

# A report names its own place so often at least, and so many times as often as any other of the same level.
_LEAST, _TIMES = 10, 2
_BESIDE = 5  # times that what a county is part of is named
_ENDINGS = {"行署": ("盟", "地区"), "州": ("自治州",), "自治区": ("自治区",)}


class Place(Record, frozen=True):
    """A place by its full name and the one it goes by; ``within`` names what it is directly part of, with blanks
    between them where places of one name are parts of several."""

    name: str
    short: str
    rank: Literal["province", "city", "county"]
    within: str = ""


class _Places(Record, frozen=True):
    row: tuple[Place, ...]

    def __post_init__(self) -> None:
        only_once((place.name for place in self.row), "name")


PLACES = Table(__package__, "places.csv", _Places)


@kept
def places() -> Mapping[str, Place]:
    """All places by their full names, those of higher rank first."""
    return {place.name: place for place in PLACES.load().row}


def named_so(words: str) -> Sequence[str]:
    """The places of the list that go by ``words``, in full or in short."""
    return _called().get(words, ())


@kept
def _called() -> Mapping[str, Sequence[str]]:
    called: dict[str, list[str]] = {}
    for place in places().values():
        for name in {place.name, place.short}:
            called.setdefault(name, []).append(place.name)
    return called


def mostly_named(level: str, text: str) -> str | None:
    """The place of a level (``市``, ``区``, ``行署``) that ``text`` is about; None where no one stands out."""
    pairs = set(_first_pairs(level).findall(text))
    may_be = (place for place in _of_level(level) if (place.short[0], place.short[1]) in pairs)
    there = {place.short: place.name for place in may_be if _is_named(place, text)}
    # The longest first: 马鞍山 is no 鞍山.
    any_name = "|".join(sorted(there, key=lambda name: (-len(name), name)))
    counted = Counter(re.findall(any_name, text)).most_common(2) if there else []
    if not counted or counted[0][1] < _LEAST:
        return None
    (most, times), *others = counted
    return there[most] if all(count * _TIMES <= times for _, count in others) else None


def _is_named(place: Place, text: str) -> bool:
    # The short names of counties are words as well (和平, 新城): one that is meant stands somewhere in full, or beside
    # the name of what it is part of.
    if place.short not in text:
        return False
    if place.rank != "county" or place.name in text:
        return True
    above = [places()[name].short for name in place.within.split()]
    return any(text.count(name) >= _BESIDE for name in above)


@kept
def _first_pairs(level: str) -> re.Pattern[str]:
    """Two characters that short names of a level may begin with: a text has few of them, and over a thousand names need not be sought."""
    first, second = (
        re.escape("".join(sorted({place.short[n] for place in _of_level(level)}))) for n in (0, 1)
    )
    return re.compile(f"([{first}])(?=([{second}]))")


@kept
def _of_level(level: str) -> tuple[Place, ...]:
    own = (place for place in places().values() if place.name.endswith(_ENDINGS.get(level, (level,))))
    # 城区 is a district of two cities, and a part of every town.  内蒙古自治区 ends in 区 and is none.
    own = (place for place in own if len(place.name) > 2)
    return tuple(place for place in own if level == "自治区" or not place.name.endswith("自治区"))
