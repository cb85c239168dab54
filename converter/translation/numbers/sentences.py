"""Where the sentences of two texts lie, and which stands at the same place as which."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from converter.model import Span

_END = re.compile(r"[。！？；\n]+[”’」』）]*|[.!?;][\"”’)]*(?=\s|$)|\n+")


class Sentences(Struct, frozen=True):
    """A text and where its sentences start, the first at 0."""

    text: str
    starts: tuple[int, ...]

    def index(self, place: int) -> int:
        """The number of the sentence that covers ``place``."""
        return bisect_right(self.starts, place) - 1

    def at(self, place: int) -> str:
        """The sentence that covers ``place``, without white space around it."""
        index = self.index(place)
        return self.text[self.starts[index] : (*self.starts, len(self.text))[index + 1]].strip()


def sentences_of(text: str) -> Sentences:
    """The sentences of a Chinese or English text."""
    ends = (match.end() for match in _END.finditer(text))
    return Sentences(text, (0, *(end for end in ends if end < len(text))))


def opposite(place: int, here: Sentences, there: Sentences, pairs: Sequence[tuple[Span, Span]]) -> str:
    """The sentence of ``there`` that stands where ``place`` stands in ``here``.

    The nearest pair of equal numbers in the same sentence tells it; without one, the share of the text before it.
    """
    index = here.index(place)
    near = [pair for pair in pairs if here.index(pair[0].start) == index]
    if near:
        return there.at(min(near, key=lambda pair: abs(pair[0].start - place))[1].start)
    return there.at(place * len(there.text) // max(len(here.text), 1))
