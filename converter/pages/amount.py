"""A figure as a reader of either language takes it in: bound, digits, unit."""

from decimal import Decimal

from converter.contract import plain
from converter.model import Observation
from converter.pages.edition import Edition


def digits(o: Observation) -> str:
    """The value in Arabic digits, grouped by thousands; a range with a dash (``3–5``)."""
    return _grouped(o.value) + ("" if o.upper is None else f"–{_grouped(o.upper)}")


def amount(o: Observation, edition: Edition) -> str:
    """Bound, digits and unit as Markdown for a cell (``超过 80,000 件``, ``more than 80,000``, ``24 days``)."""
    told = f"{edition.term('bound', o.bound)} {digits(o)}".lstrip()
    unit = edition.unit(o)
    if not unit:
        return told
    return told + ("" if edition.language != "zh" and unit == "%" else " ") + unit


def _grouped(value: Decimal) -> str:
    return f"{Decimal(plain(value)):,f}"
