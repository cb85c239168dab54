"""Numbers as charts and pictures tell them."""

import re
from decimal import Decimal

from converter.pages.scale import in_words
from converter.site.content.observations import Figure
from converter.text.fold import fold

_POWER = re.compile(r"\d ?(万亿|亿|万)")
_POWERS = {"万": 4, "亿": 8, "万亿": 12}
_CLOSE = ("", "%", "‰")
"""Units that stand at their number without a space, and none."""


def shown(value: Decimal, figure: Figure) -> str:
    """A number of what ``figure`` counts as the charts tell it: by the power of ten a Chinese page prints the figure in (``7.8万户``).

    Else with all its digits, or in words where they are many (``12,145 条``, ``13.901 billion yuan``).
    """
    unit = figure.counted_in
    if figure.unit_label is not None:
        return f"{in_words(value, 'en')}{'' if unit in _CLOSE else ' '}{unit}"
    printed = _POWER.search(fold(figure.surface))
    if printed:
        return f"{value.scaleb(-_POWERS[printed[1]]).normalize():,f}{printed[1]}{unit}"
    number = in_words(value, "zh")
    return f"{number}{' ' if number[-1].isdigit() and unit not in _CLOSE else ''}{unit}"
