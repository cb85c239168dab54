"""Tables whose cells ran together in the text: no reader can tell their numbers apart, so nobody should."""

import re

from converter.model import Span

_STOPS = re.compile(r"[,。;!?\n]")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def squashed(text: str) -> tuple[Span, ...]:
    """The stretches between two stops of ``text`` that are cells of a table run together."""
    spans = []
    start = 0
    for stop in [*(match.start() for match in _STOPS.finditer(text)), len(text)]:
        if _is_squashed(text[start:stop]):
            spans.append(Span(start, stop))
        start = stop + 1
    return tuple(spans)


def _is_squashed(stretch: str) -> bool:
    """Long, without a stop, and its digits stand bare: at a Chinese word that is no unit, or many in a row."""
    if len(stretch) < 40:
        return False
    runs = _DIGITS.findall(stretch)
    return len(runs) >= 3 and max(len(run) for run in runs) >= 6
