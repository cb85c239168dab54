"""The sentence a place of a text lies in, and the one that stands at the same place of the other text."""

import re
from collections.abc import Sequence

from converter.model import Span

_END = re.compile(r"[。！？；\n]+[”’」』）]*|[.!?;][\"”’)]*(?=\s|$)|\n+")


def sentence_at(text: str, place: int) -> str:
    """The sentence that covers ``place``, without white space around it."""
    start = 0
    for match in _END.finditer(text):
        if match.end() > place:
            return text[start : match.end()].strip()
        start = match.end()
    return text[start:].strip()


def opposite(place: int, text: str, other: str, pairs: Sequence[tuple[Span, Span]]) -> str:
    """The sentence of ``other`` that stands where ``place`` stands in ``text``.

    The nearest pair of equal numbers in the same sentence tells it; without one, the share of the text before it.
    """
    here = sentence_at(text, place)
    near = [pair for pair in pairs if sentence_at(text, pair[0].start) == here]
    if near:
        return sentence_at(other, min(near, key=lambda pair: abs(pair[0].start - place))[1].start)
    return sentence_at(other, place * len(other) // max(len(text), 1))
