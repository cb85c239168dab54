"""A sentence with its boundaries: the words on either side of a number up to the next of them."""

import re

from converter.text.marks import MARK, with_one_mark

REACH = 80  # characters; no name of an indicator is told from further away
_BOUNDARIES = ",;:。!?()【】\n"
# 扩大开放、并在测评中位列第一: what goes on with 并 is a clause of its own.
_AND_THEN = re.compile(r"、(?=并(?![网购轨])|同时|且)")
# What qualifies the figure before (20家以上、合作社5家) is none of the next one's words.
# 突破3亿元大关、达3.1亿元: what was passed is the figure before.
_PASSED = "(?:新?台阶|大关|关口)"
_JOINT = re.compile(rf"\s*(?:以上|以下|以内|左右|上下|{_PASSED})?(?:、|和|及|以及|与)\s*")
_BOUND = re.compile(rf"\s*(?:以上|以下|以内|左右|上下|之内|内|{_PASSED})")


def is_joint(words: str) -> bool:
    """True where ``words`` only join two figures (家和、家以上、)."""
    return _JOINT.fullmatch(words) is not None


class Bounded:
    """A sentence, ``text``, in which a boundary is found by a search of a string; positions are those of the text."""

    def __init__(self, text: str) -> None:
        marked = with_one_mark(text, _BOUNDARIES)
        self.text = text
        self._marked = _AND_THEN.sub(MARK, marked) if "、" in marked else marked

    def between(self, before: int, start: int) -> tuple[str, str]:
        """What still belongs to the figure that ends at ``before``, and the rest; without a boundary all is the rest."""
        first = max(before, start - REACH)
        boundary = self._marked.find(MARK, first, start) if before else -1
        cut = first if boundary < 0 else boundary
        return self.text[first:cut], self.text[cut:start]

    def left(self, start: int, taken: int) -> tuple[str, bool]:
        """The words before ``start`` back to a boundary, and whether what is ``taken`` by the figure before is joined to it there."""
        edge = max(taken, start - REACH, self._marked.rfind(MARK, taken, start) + 1)
        if edge > taken and self.text[edge - 1] == ")":
            return self._over_bracket(edge, start, taken)
        if not taken or edge > taken:
            return self.text[edge:start], False
        joint = _JOINT.match(self.text, edge, start)
        mark = joint or _BOUND.match(self.text, edge, start)
        return self.text[mark.end() if mark else edge : start], joint is not None

    def _over_bracket(self, edge: int, start: int, taken: int) -> tuple[str, bool]:
        """As ``left``, on both sides of a bracket without figures (``投资额(含税)共5元``, ``工厂3家、车间(产线)5家``)."""
        opening = self.text.rfind("(", taken, edge)
        bound = _BOUND.match(self.text, edge, start)
        edge = bound.end() if bound else edge  # 5亿元(7000万美元)以上项目3个
        if opening < 0:
            return self.text[edge:start], False
        first = max(taken, self._marked.rfind(MARK, taken, opening) + 1)
        joint = _JOINT.match(self.text, taken, opening) if taken and first == taken else None
        first = joint.end() if joint else max(first, start - REACH)
        return self.text[first:opening] + self.text[edge:start], joint is not None

    def right(self, end: int, stop: int) -> str:
        """The words behind ``end`` up to a boundary, at most to ``stop``."""
        boundary = self._marked.find(MARK, end, stop)
        return self.text[end : stop if boundary < 0 else boundary]
