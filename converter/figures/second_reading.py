"""A second, plain reading of a figure's surroundings, by punctuation alone, to hold a name against.

It knows no verbs and no nouns. A figure's own words are those beside the number up to a boundary or another number; what else a
name holds was carried there by the first reading.
"""

import re
from collections.abc import Iterator, Sequence

from converter.figures.quantity import Quantity
from converter.text.marks import MARK, with_one_mark

_BOUNDARIES = ",;:。()!?\n"
_BRACKETS = str.maketrans("（）", "()")
_HAN = re.compile("[\u4e00-\u9fff]")
_ADDED = re.compile(
    "占比$|排名$|合计$|累计$|总数$|总量$|占(?=[^占]{2,12}比重$)|比重$"
)  # said by a name whatever its sentence says
_ADDED_ENDS = frozenset("比名计数量重")
_FEW = 6  # characters; of fewer words none can be left out


class SecondReading:
    """A name and the words around its number: ``left`` and ``right`` are the figure's own, ``before`` the names of the figures
    before it in its sentence."""

    def __init__(self, name: str, left: str, right: str, sentence: str, before: Sequence[str]) -> None:
        self.name, self.left, self.right, self.sentence, self.before = name, left, right, sentence, before
        self.own = left + right
        self._left_out: tuple[int, int] | None = None  # of how many own words the name has how many not
        self.bare = _bare(name)
        self.in_one_piece = self.bare in left
        """True where the name stands as it is before the number."""
        self.is_carried = self.bare not in self.own and not set(self.own).issuperset(self.bare)
        """True where the name holds something that is none of the figure's own words."""

    @property
    def own_end(self) -> int:
        """Where in the name its last own words begin."""
        return next((at for at in range(len(self.bare)) if self.bare[at:] in self.own), len(self.bare))

    def leaves_out(self, one_of: int) -> bool:
        """True where the name leaves out more than one in ``one_of`` of the figure's own words."""
        if len(self.own) < _FEW:
            return False
        if self._left_out is None:
            words = _HAN.findall(self.own)
            self._left_out = len([word for word in words if word not in self.name]), len(words)
        left_out, words_ = self._left_out
        return words_ >= _FEW and left_out * one_of > words_

    @property
    def pieces(self) -> int:
        """How many runs of the sentence's words the part of the name that has most of them is put together of."""
        if self.bare in self.sentence:
            return 1
        return max(_runs(part, self.sentence) for part in self.bare.partition("(")[0].split("、"))


def second_readings(
    sentence: str, quantities: Sequence[Quantity], names: Sequence[str]
) -> Iterator[SecondReading]:
    """Each name of a sentence beside the words around its number."""
    before = 0
    marked = with_one_mark(sentence, _BOUNDARIES)
    ends = [*(one.span.start for one in quantities[1:]), len(sentence)]
    for at, (name, quantity, after) in enumerate(zip(names, quantities, ends, strict=True)):
        start, end = quantity.span
        left = sentence[max(before, marked.rfind(MARK, before, start) + 1) : start]
        bound = marked.find(MARK, end, after)
        right = sentence[end : after if bound < 0 else bound].partition("、")[0]
        yield SecondReading(name, left, right, sentence, names[:at])
        before = end


def _bare(name: str) -> str:
    bare = _ADDED.sub("", name) if name[-1:] in _ADDED_ENDS else name
    return bare.translate(_BRACKETS) if "（" in bare or "）" in bare else bare


def _runs(part: str, sentence: str) -> int:
    found = at = 0
    while at < len(part):
        end = at + 1
        while end <= len(part) and part[at:end] in sentence:
            end += 1
        found += _HAN.search(part, at, end - 1) is not None
        at = max(end - 1, at + 1)
    return found
