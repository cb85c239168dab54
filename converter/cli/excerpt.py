"""Two versions of a paragraph, cut down to where they differ, so that the difference can be seen."""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile

_SHORT = 60
_AROUND = 10
_TOO_LONG = 4000  # comparing takes the product of both lengths
_SIGNS = {" ": "␣", "\n": "↵", "\t": "⇥"}


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Both texts with what they share left out (``…``), but for some characters around each difference.

    Where they look the same, what cannot be seen is written out: ``␣`` for a blank, ``⟨U+3000⟩`` for a rarer one.
    """
    if one and other and _as_seen(one) == _as_seen(other):
        return _seen(one, other)
    if max(len(one), len(other)) <= _SHORT or max(len(one), len(other)) > _TOO_LONG:
        return one, other
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    shared = [tag == "equal" for tag, *_ in blocks]
    return (
        "".join(_cut([one[a:b] for _, a, b, _, _ in blocks], shared)),
        "".join(_cut([other[a:b] for _, _, _, a, b in blocks], shared)),
    )


def _as_seen(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if not _is_unseen(c))


def _is_unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc", "Zs")


def _seen(one: str, other: str) -> tuple[str, str]:
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    before = ("…" if start > _AROUND else "") + one[max(0, start - _AROUND) : start]
    after = one[len(one) - end :][:_AROUND] + ("…" if end > _AROUND else "")
    first, second = (
        before + "".join(map(_sign, text[start : len(text) - end])) + after for text in (one, other)
    )
    return first, second


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _sign(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    special = (
        _is_unseen(character) or unicodedata.combining(character) or unicodedata.decomposition(character)
    )
    return f"⟨U+{ord(character):04X}⟩" if special else character


def _cut(pieces: list[str], shared: list[bool]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        before = _AROUND if index else 0
        after = _AROUND if index + 1 < len(pieces) else 0
        if not shared[index] or len(piece) <= before + after + 1:
            yield piece
        else:
            yield f"{piece[:before]}…{piece[len(piece) - after :]}"
