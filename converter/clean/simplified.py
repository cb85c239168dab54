"""Traditional characters to simplified ones, one to one: what patterns match on, never what is shown."""

from functools import cache

from opencc import OpenCC

# A character of GB 2312, the set of simplified Chinese, means itself (乾隆 is no 干隆); these never do in a report.
_ALWAYS = frozenset("後於徵夥摺菸麽捱")
_FIRST, _LAST = "\u3400", "\u9fff"  # the blocks that hold every traditional character of a report


def simplified(text: str) -> str:
    """``text`` with each traditional character that has one simplified form in that form; positions stay."""
    # Loading the dictionary takes a fifth of a second, and few reports need it.
    return text.translate(_table()) if any(map(_may_be_traditional, set(text))) else text


def _may_be_traditional(char: str) -> bool:
    if not _FIRST <= char <= _LAST:
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return char in _ALWAYS


@cache
def _table() -> dict[int, str]:
    chars = [char for char in map(chr, range(ord(_FIRST), ord(_LAST) + 1)) if _may_be_traditional(char)]
    # One call for all, a line each so that no phrase of several is looked up.
    forms = OpenCC("t2s").convert("\n".join(chars)).split("\n")
    pairs = {char: form for char, form in zip(chars, forms, strict=True) if len(form) == 1 and form != char}
    return {ord(char): pairs.get(form, form) for char, form in pairs.items()}
