"""What changed between two wordings of a text, word by word, for who has to change its translation."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+(?:[’'][A-Za-z]+)*|\s+|.", re.S)
# Two changes with no more than so much between them are one to a reader.
_CLOSE = 1


def word_diff(before: str, after: str) -> str:
    """``after`` with what is gone as ``[-…-]`` and what is new as ``{+…+}``, as ``wdiff`` writes it.

    A number is one word, so that 12 and 13 differ as a whole; so is a Chinese character.
    """
    return "".join(_told(*piece) for piece in _joined(list(_pieces(before, after))))


def _pieces(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i1:i2]), "".join(new[j1:j2])


def _joined(pieces: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces, those between two changes that are too short to tell anything being part of both."""
    held = ("", "")
    for at, (old, new) in enumerate(pieces):
        bridge = old == new and len(old) <= _CLOSE and 0 < at < len(pieces) - 1
        if old != new or bridge:
            held = held[0] + old, held[1] + new
            continue
        yield from (held,) * any(held)
        yield old, new
        held = ("", "")
    yield from (held,) * any(held)


def _told(old: str, new: str) -> str:
    if old == new:
        return old
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
