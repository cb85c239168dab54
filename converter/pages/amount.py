"""A figure as a reader of either language takes it in: bound, digits, unit."""

from collections.abc import Sequence
from decimal import Decimal

from converter.data import plain
from converter.model import Observation
from converter.pages.edition import Edition
from converter.pages.scale import in_words


def digits(o: Observation) -> str:
    """The value in Arabic digits, grouped by thousands; a range with a dash (``3–5``)."""
    return _grouped(o.value) + ("" if o.upper is None else f"–{_grouped(o.upper)}")


def amount(o: Observation, edition: Edition) -> str:
    """Bound, number and unit as Markdown for a cell (``超过 80,000 件``, ``more than 80,000``, ``5.67万亿元``)."""
    return worded(o.bound, [o.value] if o.upper is None else [o.value, o.upper], edition.unit(o), edition)


def worded(bound: str, values: Sequence[Decimal], unit: str, edition: Edition) -> str:
    """The same of a value, or of the two of a range; ``unit`` is Markdown in the edition's language, empty for none."""
    number = "–".join(in_words(value, edition.language) for value in values)
    close = unit in ("%", "‰") or (edition.language == "zh" and not number[-1].isdigit())
    told = f"{edition.term('bound', bound)} {number}".lstrip()
    return told + ("" if close or not unit else " ") + unit


def _grouped(value: Decimal) -> str:
    return f"{Decimal(plain(value)):,f}"
