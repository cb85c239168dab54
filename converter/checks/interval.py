"""What a printed figure leaves open: 90% may be 89.6%, 140余件 may be 149. Checks compare these, not the digits."""

import re
from decimal import Decimal
from typing import NamedTuple

from converter.model import Observation

_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_PRINTED = re.compile(r"\d[\d, ]*(?:\.\s?(?P<decimals>\d+))?\s?[余多几]?(?P<scales>[十百千万亿]*)")
_PERCENT = ("%", "‰")


class Interval(NamedTuple):
    """From ``low`` to ``high``, both included; ``high`` is None where nothing bounds it."""

    low: Decimal
    high: Decimal | None

    def apart(self, other: "Interval") -> bool:
        """True where no value lies in both."""
        return self.above(other) or other.above(self)

    def holds(self, value: Decimal) -> bool:
        """True where ``value`` lies in it."""
        return self.low <= value and (self.high is None or value <= self.high)

    def above(self, other: "Interval") -> bool:
        """True where every value here is more than any value of ``other``."""
        return other.high is not None and self.low > other.high

    def distance(self, other: "Interval") -> "Interval":
        """How far a value here may be from one of ``other``, whichever is more."""
        if self.high is None or other.high is None:
            return Interval(Decimal(0), None)
        up, down = other.high - self.low, self.high - other.low
        return Interval(max(-down, -up, Decimal(0)), max(up, down))

    def in_percent_of(self, base: "Interval") -> "Interval":
        """Where the ratio to ``base`` lies, in per cent; ``base`` is more than zero."""
        low = Decimal(0) if base.high is None else self.low * 100 / base.high
        return Interval(low, None if self.high is None else self.high * 100 / base.low)

    def plus(self, other: "Interval") -> "Interval":
        """Where the sum lies."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(self.low + other.low, high)


def possible(o: Observation, surface: str) -> Interval:
    """All values that a careful writer could have printed as ``surface``.

    A figure rounded to 万 or to a decimal may be half a step less, or, where the rest was cut off, nearly a step
    more.  余 and 近 reach as far as the last digit that is not zero, 约 at least a twentieth.
    """
    if o.upper is not None:
        return Interval(o.value, o.upper)
    if o.bound == "exact":
        return _rounded(o, _step(o, surface))
    coarse = _last_digit(o.value)
    around = max(coarse, o.value / 20)
    below = {"about": around, "near": coarse, "under": o.value, "at_most": o.value}
    above = {"about": around, "over": coarse}
    low = o.value - below.get(o.bound, Decimal(0))
    return Interval(low, None if o.bound == "at_least" else o.value + above.get(o.bound, Decimal(0)))


def _rounded(o: Observation, step: Decimal) -> Interval:
    counted = step <= 1 and o.unit not in _PERCENT and o.value == o.value.to_integral_value()
    return Interval(o.value, o.value) if counted else Interval(o.value - step / 2, o.value + step)


def _step(o: Observation, surface: str) -> Decimal:
    """What the last printed digit counts: 1 in 90%, 1000 in 11.3万户."""
    match = _PRINTED.match(surface)
    if not match:
        return Decimal(1) if surface.startswith("百分之") else _last_digit(o.value)
    scale = sum(_SCALES[char] for char in match["scales"])
    return Decimal(1).scaleb(scale - len(match["decimals"] or ""))


def _last_digit(value: Decimal) -> Decimal:
    """What the last digit that is not zero counts: 10 in 140."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)
