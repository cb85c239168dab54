"""Whether what begins or ends with a digit is a whole number, and no piece of a longer one."""

import re

_BEFORE = re.compile(r"\d\.?$")
# 40.151件民生实事: the mark of an item, and then a number.
_MARK = re.compile(r"(?:^|\n)\s*[1-9]\d{0,2}\.$")
_REACH = 16  # characters before a number: an indent and a mark


def is_whole(text: str, start: int, end: int) -> bool:
    """True where the words of the folded ``text`` from ``start`` to ``end`` cut no number: 5件 does not stand in 565件
    or 0.5件, nor 45 in 45.4; the mark of an item at the beginning of a line is no number."""
    before, behind = text[max(0, start - _REACH) : start], text[end : end + 2].removeprefix(".")[:1]
    cut = text[start].isdecimal() and _BEFORE.search(before) and not _MARK.search(before)
    return not cut and not (text[end - 1].isdecimal() and behind.isdecimal() and behind.isascii())
