"""What one reading of a number is."""

from decimal import Decimal

from msgspec import Struct

from converter.model import Span


class Quantity(Struct, frozen=True):
    """A number with its unit.  ``span`` counts in the sentence it was found in."""

    span: Span
    value: Decimal
    upper: Decimal | None
    unit: str
    more: bool = False
    """True where 余, 多 or 几 stands inside: ``value`` and somewhat more."""
    rank: bool = False
