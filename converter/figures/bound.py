"""How exact a figure is: the words that stand directly around it (``bounds.toml``)."""

import re

from converter.figures.alternatives import either, ends, guarded, starts
from converter.figures.tables import BOUNDS
from converter.model import Bound

_KNOWN = BOUNDS.load()


_BEHIND = {word: bound for bound, words in _KNOWN.before.items() for word in words}
_AHEAD = {word: bound for bound, words in _KNOWN.after.items() for word in words}
_BEFORE = re.compile(rf"({guarded(_BEHIND, behind=_KNOWN.not_behind)})(?:{either(_KNOWN.between)})?\s?$")
_AFTER = re.compile(rf"\s?({guarded(_AHEAD, before=_KNOWN.not_before)})")
_BEHIND_ENDS = ends([*_BEHIND, *_KNOWN.between, *" \n"])
_AHEAD_STARTS = starts([*_AHEAD, *" \n"])
# 至少培养法律明白人3名: the word for least may stand before what is counted.
_AT_LEAST = re.compile(r"(?:至少|最少)[^,;:。\d]{1,12}$")
_REACH = 10  # characters; the longest bound word with the longest word between


def bound_of(before: str, after: str, more: bool, binding: bool) -> Bound:
    """The bound of a quantity between ``before`` and ``after``.

    ``more`` is true where 余 or 多 stands inside it, ``binding`` where it is a rule or a target.
    """
    if before[-1:] in _BEHIND_ENDS and (match := _BEFORE.search(before[-_REACH:])):
        return _BEHIND[match[1]]
    if _AT_LEAST.search(before[-16:]):
        return "at_least"
    if more:
        return "over"
    if after[:1] in _AHEAD_STARTS and (match := _AFTER.match(after)):
        bound = _AHEAD[match[1]]
        return "at_least" if bound == "over" and binding else bound
    return "exact"
