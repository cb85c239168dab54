"""What a page with conflicts is based on: as far as the page took what the program says, that; the former base elsewhere.

So a program that takes its change back finds its own lines in the page, and takes them back too.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from converter.build.keep.merge import Lines


class _Hunk(NamedTuple):
    """The lines of the base from ``start`` to ``end``, and what stands for them."""

    start: int
    end: int
    lines: Lines

    def meets(self, other: "_Hunk", distance: int) -> bool:
        """Whether the two change the same lines, or put in at the same place, or are no ``distance`` apart."""
        near = distance or self.start == self.end or other.start == other.end
        if near:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Advanced(NamedTuple):
    """A base, and the page that is left where the program takes back what the page took of it."""

    base: str
    former: str


def advanced(person: str, base: str, program: str) -> Iterator[Advanced]:
    """The bases that a page with conflicts may have, those with more of the program first: which is right the merge tells.

    What both say is the program's: a build that broke off may have written it into the page.
    """
    of_base = base.split("\n")
    theirs, ours = (_hunks(of_base, text.split("\n")) for text in (person, program))
    own = [hunk for hunk in theirs if hunk not in ours]
    former = "\n".join(_with(of_base, own))
    for distance in (0, 1):
        taken = [hunk for hunk in ours if not any(hunk.meets(other, distance) for other in own)]
        yield Advanced("\n".join(_with(of_base, taken)), former)


def _hunks(base: Sequence[str], other: Sequence[str]) -> list[_Hunk]:
    hunks = list[_Hunk]()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 == j2 - j1:
            hunks += (_Hunk(i1 + n, i1 + n + 1, (other[j1 + n],)) for n in range(i2 - i1))
        elif tag != "equal":
            hunks.append(_Hunk(i1, i2, tuple(other[j1:j2])))
    return hunks


def _with(base: Sequence[str], hunks: Sequence[_Hunk]) -> list[str]:
    lines, at = list[str](), 0
    for hunk in hunks:
        lines += [*base[at : hunk.start], *hunk.lines]
        at = hunk.end
    return [*lines, *base[at:]]
