"""What both languages are read into: numbers with exact places."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from converter.model import Bound, Span

Kind = Literal[
    "count", "percent", "point", "times", "fraction", "ordinal", "mark", "year", "month", "day", "name", "term", "torn", "size",
    "discount",
]  # fmt: skip
What = Literal[
    "missing",
    "invented",
    "value",
    "bound",
    "torn",
    "lost",
    "direction",
    "ending",
    "order",
    "unit",
    "currency",
    "rate",
]
"""How two texts may differ in a number."""
Language = Literal["zh", "en"]


class Number(Struct, frozen=True):
    """A number as a text states it.

    ``value`` is after all scales (8万 and 80 thousand are 80000), ``upper`` the upper end of a range.  A percent is
    counted in hundredths (45.44), a fraction in wholes (0.5), a year, month or day as it is written; a term is the
    number of a plan or decision that one language may leave out altogether; a size is a power of ten told vaguely (数十,
    hundreds), a discount (七折) the percent of the price that is left.  ``surface`` is the text at ``span``.
    ``optional`` is true where the other language need not say it (一批, "the first").  ``unit`` is a unit or currency of
    ``units.toml``, the name of a term, "slogan" for a numeral in a slogan, else empty.  ``falling`` is true of a range
    whose larger end stands first (from 92 to 81 percent).
    """

    span: Span
    value: Decimal
    upper: Decimal | None
    bound: Bound
    kind: Kind
    surface: str
    optional: bool
    unit: str = ""
    falling: bool = False


def ends(one: Decimal, other: Decimal | None) -> tuple[Decimal, Decimal | None, bool]:
    """The lower and the upper end of a range, None for the upper where there is only one value; whether the larger stood first."""
    if other is None or one == other:
        return one, None, False
    return min(one, other), max(one, other), other < one


Pair = tuple[Number, Number]
"""A Chinese number and the English one that says it."""
