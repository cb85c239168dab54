"""What the parts of an index (``index``) say together, range by range of the keys: of all of them, or of what was said before.

After an edit few keys of one part have other places; all other lists are as they were.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from converter.side_by_side import Task, side_by_side
from converter.site.search.postings import RANGES, Packed, Postings, read, written


class Joined(msgspec.Struct):
    """Of a range of keys: the keys, on how many pages each is, and their lists, a blank between two."""

    keys: list[str]
    counts: list[int]
    lists: str


class Replaced(NamedTuple):
    """A part that is another now: its file as it was, and as it is."""

    was: Path
    now: Path


class Before(NamedTuple):
    """The last index of the same pages: the ranges as they were ``joined``, and the parts that were ``replaced`` since."""

    joined: Sequence[bytes]
    replaced: Sequence[Replaced]


class _Found(msgspec.Struct):
    """As ``Collected``, its keys by range, of which only one is read."""

    postings: tuple[msgspec.Raw, ...]


def joined_ranges(files: Sequence[Path], before: Before | None) -> list[bytes]:
    """Each range of what the parts in ``files`` say together, as a ``Joined``; the same whether ``before`` is known or not."""
    return side_by_side([_task(files, before, number) for number in range(RANGES)], RANGES)


def _task(files: Sequence[Path], before: Before | None, number: int) -> Task:
    if before is None:
        return partial(_join, files, number)
    if before.replaced:
        return partial(_mend, before.joined[number], before.replaced, number)
    return partial(bytes, before.joined[number])


def _join(files: Sequence[Path], number: int) -> bytes:
    postings = _postings(files, number)
    return _encoded(dict(postings), postings.counts)


def _mend(content: bytes, replaced: Sequence[Replaced], number: int) -> bytes:
    joined = msgspec.msgpack.decode(content, type=Joined)
    counts = dict(zip(joined.keys, joined.counts, strict=True))
    lists = dict(zip(joined.keys, joined.lists.split(), strict=True))
    was = _postings([part.was for part in replaced], number)
    for key, gone, come in was.changes(_postings([part.now for part in replaced], number)):
        places = sorted({*read(lists.pop(key, ""))} - gone | come)
        if places:
            lists[key], counts[key] = written(places), len(places)
    return _encoded({key: lists[key] for key in sorted(lists)}, counts)


def _postings(files: Sequence[Path], number: int) -> Postings:
    postings = Postings()
    for file in files:
        found = msgspec.msgpack.decode(file.read_bytes(), type=_Found)
        postings.join(msgspec.msgpack.decode(found.postings[number], type=Packed))
    return postings


def _encoded(lists: dict[str, str], counts: dict[str, int]) -> bytes:
    return msgspec.msgpack.encode(
        Joined(list(lists), [counts[key] for key in lists], " ".join(lists.values()))
    )
