"""What the words of a cell are: a value, a sign for nothing, or a label."""

import re

# 3.其他 and 2024年 are labels, and so is what counts months.
_VALUE = re.compile(
    r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?P<unit>[%‰]|(?![年月日号季期周届至])[^\W\d_]{1,3}|[^\W\d_]?平方[^\W\d_]{1,2})?"
)
_NOTHING = re.compile(r"[/\\\-_－—×*]+|无|空")
_BLANKS = re.compile(r"\s+")
_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|(?<=\d)\s+(?=\d)")


def squeezed(words: str) -> str:
    """``words`` without the blanks that only set Chinese characters apart."""
    words = words.strip()
    return _BLANKS.sub(" ", _BESIDE_HAN.sub("", words)) if len(words.split(None, 1)) > 1 else words


def is_value(words: str) -> bool:
    """True for a number, with or without its unit."""
    return bool(_VALUE.fullmatch(words))


def is_nothing(words: str) -> bool:
    """True for what forms print where there is no value."""
    return bool(_NOTHING.fullmatch(words))


def unit_of(words: str) -> str | None:
    """The unit behind a value, None where none is printed."""
    match = _VALUE.fullmatch(words)
    return match and match["unit"]
