"""Traditional characters to simplified ones, one to one: what patterns match on, never what is shown."""

from collections.abc import Iterable, Mapping, Set

from opencc import OpenCC

from converter.caching import kept

# A character of GB 2312, the set of simplified Chinese, means itself (乾隆 is no 干隆); these never do in a report.
_ALWAYS = frozenset("後於徵夥摺菸麽捱")
_FIRST, _LAST = "\u3400", "\u9fff"  # the blocks that hold every traditional character of a report


def simplified(text: str, kinds: Set[str]) -> str:
    """``text`` with each traditional character that has one simplified form in that form; positions stay.

    ``kinds`` are the characters that stand in it, at least those of ``traditional``.
    """
    forms = {char: form for char in traditional() & kinds if (form := _form(char)) != char}
    return replaced(text, forms, forms)


def replaced(text: str, table: Mapping[str, str], found: Iterable[str]) -> str:
    """``text`` with each character of ``found`` as ``table`` has it; no form in the table is itself to be replaced.

    A text has few kinds of them, and replacing one after the other is many times faster than ``str.translate``.
    """
    for char in found:
        text = text.replace(char, table[char])
    return text


@kept
def traditional() -> frozenset[str]:
    """The characters that may be traditional ones: those of the blocks that are not in GB 2312."""
    return frozenset(map(chr, range(ord(_FIRST), ord(_LAST) + 1))) - unchanged()


@kept
def unchanged() -> frozenset[str]:
    """The characters of GB 2312 that mean themselves."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(b"".join(codes).decode("gb2312", errors="ignore")) - _ALWAYS


@kept
def _form(char: str) -> str:
    """The simplified form of a traditional character, itself where it has none of one character."""
    form = _converted(char)
    return _converted(form) if form in traditional() else form


def _converted(char: str) -> str:
    form = str(_opencc().convert(char))
    return form if len(form) == 1 else char


@kept
def _opencc() -> OpenCC:
    return OpenCC("t2s")
