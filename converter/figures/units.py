"""Units: the pattern that finds one behind a number, and the name and factor it stands for (``units.toml``)."""

from converter.figures.knowledge import guarded, knowledge

_KNOWN = knowledge("units")
_KINDS = ("count", "compound", "money", "share", "time", "physical", "score")
_UNITS = {unit for kind in _KINDS for unit in _KNOWN[kind]} | _KNOWN["implied"].keys()

# The longest unit that fits, not where it begins another word, nor before 级 (万吨级 is a size class).
UNIT = rf"(?:(?:{guarded(_UNITS, before=_KNOWN['not_before'])})(?!级))"


def named_unit(unit: str | None, amount: str) -> tuple[str | None, int]:
    """The unit's name in the table, and what its word multiplies the value by.

    Where no unit is printed, the scale ``amount`` ends with may stand for one: 500亿 is money, 120万 a bare number.
    """
    if unit is None:
        return ({"万": "", "亿": "元"}.get(amount[-1]), 1)
    if implied := _KNOWN["implied"].get(unit):
        return implied["unit"], implied["times"]
    return _KNOWN["alias"].get(unit, unit), 1
