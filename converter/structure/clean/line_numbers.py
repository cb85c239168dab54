"""What an editor, a listing or a chat prints before each line of a text, its number or the time: no part of the lines."""

import re
from collections.abc import Sequence

from converter.model import Span

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r" *(\d{1,5})(?:[ \t]*[\t|│┆]|  | (?=[^\d.年月日]))[ \t]*")
_TIME = re.compile(r" *[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+")
_FEWEST = 8  # lines
_MOST_WITHOUT = 0.02  # of the lines: blank ones have no number in some listings


def line_numbers(text: str) -> Sequence[Span]:
    """Where such numbers or times stand, none where not nearly every line has one, each number the next."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    found: list[Span] = []
    last = None
    for line in lines:
        match = _NUMBER.match(text, *line.span())
        n = int(match[1]) if match else None
        if match and n is not None and (last is None or 0 < n - last <= 3):
            found.append(Span(*match.span()))
            last = n
    if not found:
        times = (_TIME.match(text, *line.span()) for line in lines)
        found = [Span(*time.span()) for time in times if time]
    enough = len(lines) >= _FEWEST and len(found) >= (1 - _MOST_WITHOUT) * len(lines)
    return found if enough else ()
