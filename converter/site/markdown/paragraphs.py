"""The address of each paragraph: the id the report's data give it, wherever people moved it or changed its words."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count

NUMBERED = re.compile(r"(c\d+(?:-s\d+)*)-p(\d+)")
"""A paragraph's id: its part and its number there."""


def addresses(part: str, said: Sequence[str], told: Mapping[str, str], taken: Sequence[str]) -> list[str]:
    """The id of each paragraph of ``part`` as a page has them: ``said`` are their texts in order, all folded.

    A paragraph the report has keeps its id; one that was edited takes the id of the one it stands for; one that
    people added gets a number none of the report has.  ``told`` is what the report says by id, ``taken``
    are ids given away already.
    """
    free = {name: text for name, text in told.items() if name not in taken}
    names, found = list(free), dict[int, str]()
    matcher = SequenceMatcher(None, list(free.values()), said, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found |= zip(range(start, end), names[first:last], strict=True)
        elif kind == "replace":
            pairs = _paired([free[name] for name in names[first:last]], said[start:end])
            found |= {start + at: names[first + of] for of, at in pairs}
    added = _numbers(part, (*told, *taken))
    return [found.get(at) or next(added) for at in range(len(said))]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which of ``new`` each of ``old`` became: one after the other, or where people added some, the likest."""
    after = 0
    for at, text in enumerate(old):
        spare = len(new) - after - (len(old) - at)
        if after == len(new):
            return
        likest = max(range(max(spare, 0) + 1), key=lambda step: _likeness(text, new[after + step]))
        yield at, after + likest
        after += likest + 1


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _numbers(part: str, used: Container[str]) -> Iterator[str]:
    return (name for number in count(1) if (name := f"{part}-p{number}") not in used)
