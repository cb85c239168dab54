"""Tables whose cells ran together in the text: no reader can tell their numbers apart, so nobody should."""

import re

from converter.figures.exclusions import without_excluded
from converter.figures.numerals import SCALE
from converter.figures.units import UNIT
from converter.model import Span

_STRETCH = re.compile(r"[^,。;!?\n]+")
_LONG = 40  # characters
_NUMBER = re.compile(rf"\d+(?:\.\d+)?(?P<unit>\s?[余多]?(?:{SCALE}|{UNIT}))?")


def squashed(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` from stop to stop that are cells of a table run together."""
    if len(text) < _LONG:
        return ()
    long = (match for match in _STRETCH.finditer(text) if match.end() - match.start() >= _LONG)
    return tuple(Span(*match.span()) for match in long if _is_squashed(match[0]))


def _is_squashed(stretch: str) -> bool:
    """Several numbers, most of them bare, and many digits: prose gives units to all but years and names."""
    numbers = list(_NUMBER.finditer(without_excluded(stretch)))
    bare = [match[0] for match in numbers if match[0].isdecimal()]
    return len(bare) >= 3 and len(bare) * 2 > len(numbers) and sum(map(len, bare)) >= 12


def is_row(text: str) -> bool:
    """True for a row of a table as readers give it (``a | b``): its numbers are named by heads, not by sentences."""
    return " | " in text
