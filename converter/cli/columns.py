"""A table on a terminal: columns aligned although a Chinese character takes the room of two."""

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.data import plain

_ROOM = 40  # columns of a cell; the rest of a sentence is in --csv and --json
_GAP = "  "


def shown(value: object) -> str:
    """A value as text: numbers without exponent and idle zeros, nothing for what is not there."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)


def aligned(names: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """The lines of a table with a header; numbers stand to the right, long cells end in ``…``."""
    cells = [[_cut(_printable(text)) for text in map(shown, row)] for row in rows]
    table = [[_cut(_printable(name)) for name in names], *cells]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    right = [_is_number(column) for column in zip(*rows, strict=True)] or [False] * len(names)
    for line in (table[0], ["-" * width for width in widths], *cells):
        padded = [_pad(*cell) for cell in zip(line, widths, right, strict=True)]
        yield _GAP.join(padded).rstrip()


def _is_number(column: Sequence[object]) -> bool:
    return all(value is None or isinstance(value, int | float | Decimal) for value in column)


def _pad(text: str, width: int, right: bool) -> str:
    room = " " * (width - _width(text))
    return room + text if right else text + room


def _printable(text: str) -> str:
    # Texts come from reports of anybody: none may move the cursor or change colours.
    return "".join(char if char.isprintable() else "⏎" if char == "\n" else "·" for char in text)


def _cut(text: str) -> str:
    if _width(text) <= _ROOM:
        return text
    used, kept = 0, ""
    for char in text:
        used += _width(char)
        if used > _ROOM - 1:
            break
        kept += char
    return kept + "…"


def _width(text: str) -> int:
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
