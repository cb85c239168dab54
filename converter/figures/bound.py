"""How exact a figure is: the words that stand directly around it (``bounds.toml``)."""

import re
from functools import cache
from typing import cast

from converter.figures.knowledge import either, guarded, knowledge
from converter.model import Bound

_KNOWN = knowledge("bounds")


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {word: cast(Bound, bound) for bound, words in _KNOWN[side].items() for word in words}


_BEFORE = re.compile(
    rf"({guarded(_bounds('before'), behind=_KNOWN['not_behind'])})(?:{either(_KNOWN['between'])})?\s?$"
)
_AFTER = re.compile(rf"\s?({guarded(_bounds('after'), before=_KNOWN['not_before'])})")
_REACH = 10  # characters; the longest bound word with the longest word between


def bound_of(before: str, after: str, more: bool, binding: bool) -> Bound:
    """The bound of a quantity between ``before`` and ``after``.

    ``more`` is true where 余 or 多 stands inside it, ``binding`` where it is a rule or a target.
    """
    if match := _BEFORE.search(before[-_REACH:]):
        return _bounds("before")[match[1]]
    if more:
        return "over"
    if match := _AFTER.match(after):
        bound = _bounds("after")[match[1]]
        return "at_least" if bound == "over" and binding else bound
    return "exact"
