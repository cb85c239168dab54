"""Which pages hold a key, and how well: collected page by page, then written as short strings.

A page's place in a list is one number: the distance from the page before, times eight, plus its worth there.  Numbers
are written to base 32, lowest first, one letter of ``DIGITS`` each; all but the last are from the second half.
"""

from array import array
from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import accumulate
from typing import Self

from converter.kept import kept

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


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


class Postings:
    """Collects the keys of pages: all of one after another in the order of their numbers, or in parts that are joined."""

    def __init__(self) -> None:
        self._lists: dict[str, array[int]] = {}

    def add(self, page: int, worths: Mapping[str, int]) -> None:
        """The page with this number has these keys, each with its ``Worth``."""
        place, lists = page * 8 + 8, self._lists
        for key, worth in worths.items():
            if key in lists:
                lists[key].append(place + worth)
            else:
                lists[key] = array("I", (place + worth,))

    def join(self, other: Self) -> None:
        """What was collected of other pages belongs to it as well."""
        for key, places in other._lists.items():
            if key in self._lists:
                self._lists[key] += places
            else:
                self._lists[key] = places

    @property
    def counts(self) -> dict[str, int]:
        """On how many pages each key is."""
        return {key: len(places) for key, places in self._lists.items()}

    def packed(self) -> tuple[list[str], bytes, bytes]:
        """The keys, how many places each has, and all these places."""
        # Many short arrays take long to write; one long one does not.
        lengths = array("I", map(len, self._lists.values()))
        return list(self._lists), lengths.tobytes(), b"".join(self._lists.values())

    @classmethod
    def unpacked(cls, packed: tuple[list[str], bytes, bytes]) -> Self:
        """What was ``packed``."""
        keys, counts, places = packed
        lengths, every = array("I"), array("I")
        lengths.frombytes(counts)
        every.frombytes(places)
        ends = list(accumulate(lengths))
        pieces = (every[end - length : end] for length, end in zip(lengths, ends, strict=True))
        made = cls()
        made._lists = dict(zip(keys, pieces, strict=True))
        return made

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each key with its list as written, in the order of the keys."""
        for key in sorted(self._lists):
            yield key, _written(array("I", sorted(self._lists[key])))


def _written(places: "array[int]") -> str:
    # The worth of the page before is taken away again, so that it does not count as distance.
    befores = array("I", [0, *[place & ~7 for place in places[:-1]]])
    return "".join([_number(place - before) for place, before in zip(places, befores, strict=True)])


@kept
def _number(value: int) -> str:
    digits = []
    while value >= 32:
        digits.append(DIGITS[32 + value % 32])
        value //= 32
    return "".join(digits) + DIGITS[value]
