"""Which pages hold a key, and how well: collected page by page, then written as short strings.

A page's place in a list is one number: the distance from the page before, times eight, plus its worth there.  Numbers
are written to base 32, lowest first, one letter of ``DIGITS`` each; all but the last are from the second half.
"""

import sys
from array import array
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from operator import sub

from converter.caching import kept

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


class Worth(IntEnum):
    """How well a page is found by a key: at its best place there."""

    REPORT = 0  # only in the name of the report the page belongs to
    ROW = 1
    ONCE = 2
    TWICE = 3
    OFTEN = 4
    VERY_OFTEN = 5
    HEADING = 6
    TITLE = 7


_SIZE = 4  # bytes of a place
_RANGES = ("", "\u5400", "\u6700", "\u8000")
"""The signs at which ranges of keys begin, about as much in each where most is Chinese."""
RANGES = len(_RANGES)
Packed = tuple[list[str], bytes, bytes]
"""Keys, how many places each has, and all these places."""


class Postings:
    """Collects the keys of pages: all of one after another in the order of their numbers, or in parts that are joined."""

    def __init__(self) -> None:
        # The places of a key, each as bytes: there are millions, and none is a number until it is written.
        self._lists: dict[str, bytearray] = {}

    def add(self, page: int, worths: Mapping[str, int]) -> None:
        """The page with this number has these keys, each with its ``Worth``."""
        places = [(page * 8 + 8 + worth).to_bytes(_SIZE, sys.byteorder) for worth in Worth]
        lists = self._lists
        for key, worth in worths.items():
            if key in lists:
                lists[key] += places[worth]
            else:
                lists[key] = bytearray(places[worth])

    def join(self, packed: Packed) -> None:
        """What was collected of other pages, and is in ``packed``, belongs to it as well."""
        (keys, counts, places), lists, begin = packed, self._lists, 0
        for key, count in zip(keys, memoryview(counts).cast("I"), strict=True):
            end = begin + count * _SIZE
            if key in lists:
                lists[key] += places[begin:end]
            else:
                lists[key] = bytearray(places[begin:end])
            begin = end

    @property
    def counts(self) -> dict[str, int]:
        """On how many pages each key is."""
        return {key: len(places) // _SIZE for key, places in self._lists.items()}

    def packed(self) -> tuple[Packed, ...]:
        """All of it by ranges of the keys, which can be joined apart and follow each other in the order of the keys."""
        ranges: list[list[str]] = [[] for _ in _RANGES]
        for key in self._lists:
            ranges[bisect(_RANGES, key) - 1].append(key)
        return tuple(map(self._packed, ranges))

    def _packed(self, keys: list[str]) -> Packed:
        # Many short lists take long to write; one long one does not.
        lists = [self._lists[key] for key in keys]
        return keys, array("I", (len(places) // _SIZE for places in lists)).tobytes(), b"".join(lists)

    def changes(self, other: "Postings") -> Iterator[tuple[str, set[int], set[int]]]:
        """Each key that has not the same places in ``other``, with those it has here and those it has there."""
        for key in self._lists.keys() | other._lists.keys():
            here, there = self._lists.get(key, b""), other._lists.get(key, b"")
            if here != there:
                yield key, set(memoryview(here).cast("I")), set(memoryview(there).cast("I"))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each key with its list as written, in the order of the keys."""
        for key in sorted(self._lists):
            yield key, written(sorted(memoryview(self._lists[key]).cast("I")))


def written(places: Sequence[int]) -> str:
    """Places in their order as the browser gets them."""
    # The worth of the page before is taken away again, so that it does not count as distance.
    befores = [0, *[place & ~7 for place in places[:-1]]]
    return "".join(map(_number, map(sub, places, befores)))


def read(text: str) -> list[int]:
    """The places that were ``written``."""
    places, value, shift, before = list[int](), 0, 0, 0
    for digit in map(_VALUES.__getitem__, text):
        value += (digit & 31) << shift
        shift += 5
        if digit < 32:  # the last one of a number
            before = (before & ~7) + value
            places.append(before)
            value = shift = 0
    return places


@kept
def _number(value: int) -> str:
    digits = []
    while value >= 32:
        digits.append(DIGITS[32 + value % 32])
        value //= 32
    return "".join(digits) + DIGITS[value]
