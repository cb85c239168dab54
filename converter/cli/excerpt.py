"""Two versions of a long paragraph, cut down to where they differ, so that the difference can be seen."""

from collections.abc import Iterator
from difflib import SequenceMatcher

_SHORT = 60
_AROUND = 10
_TOO_LONG = 4000  # comparing takes the product of both lengths


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Both texts with what they share left out (``…``), but for some characters around each difference."""
    if max(len(one), len(other)) <= _SHORT or max(len(one), len(other)) > _TOO_LONG:
        return one, other
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    shared = [tag == "equal" for tag, *_ in blocks]
    return (
        "".join(_cut([one[a:b] for _, a, b, _, _ in blocks], shared)),
        "".join(_cut([other[a:b] for _, _, _, a, b in blocks], shared)),
    )


def _cut(pieces: list[str], shared: list[bool]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        before = _AROUND if index else 0
        after = _AROUND if index + 1 < len(pieces) else 0
        if not shared[index] or len(piece) <= before + after + 1:
            yield piece
        else:
            yield f"{piece[:before]}…{piece[len(piece) - after :]}"
