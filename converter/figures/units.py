"""Units: the pattern that finds one behind a number, and the name and factor it stands for (``units.toml``)."""

import re

from converter.figures.alternatives import either, guarded
from converter.figures.tables import UNITS

_KNOWN = UNITS.load()
_LEFT_OUT = [(unit, re.compile(either(words))) for unit, words in _KNOWN.left_out.items()]
_KINDS = (
    _KNOWN.count, _KNOWN.compound, _KNOWN.money, _KNOWN.share, _KNOWN.time, _KNOWN.physical, _KNOWN.score,
)  # fmt: skip
_UNITS = {unit for kind in _KINDS for unit in kind} | _KNOWN.implied.keys()

# The longest unit that fits, not where it begins another word, nor before 级 or 型 (万吨级 is a size class).
UNIT = rf"(?:(?:{guarded(_UNITS, before=_KNOWN.not_before)})(?!级|型(?!号)))"


def named_unit(unit: str | None, amount: str, around: str) -> tuple[str | None, int]:
    """The unit's name in the table, and what its word multiplies the value by; None where the number is no figure.

    Where no unit is printed, ``amount`` must end with a large scale, and the words ``around`` it may tell the unit:
    500亿 of an investment is money, 13亿 of a population is people.
    """
    if unit is None:
        return (_left_out(around) if amount[-1] in "万亿" else None, 1)
    if implied := _KNOWN.implied.get(unit):
        return implied.unit, implied.times
    return _KNOWN.alias.get(unit, unit), 1


def _left_out(around: str) -> str:
    return next((unit for unit, words in _LEFT_OUT if words.search(around)), "")
