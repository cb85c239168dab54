"""A value and its bar as a page shows them."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape as html

from converter.library.values import Stated, key
from converter.library.words import shown
from converter.pages.amount import worded
from converter.pages.edition import Edition
from converter.translation.english import is_classifier

# Units of the drawing: the longest bar, a line.
_LENGTH, _ROW = 96, 16


def amount(row: Stated, language: str) -> str:
    """Bound, digits, unit and status for a cell (``超过 80,000 件``, ``more than 80,000``)."""
    value, edition = row.value, Edition(language)
    unit = shown(row.entry.strings, "unit", value.unit, language)
    if language != "zh" and is_classifier(value.unit):
        unit = ""
    told = worded(value.bound, [Decimal(part) for part in value.value.split("-") if part], unit, edition)
    return told + edition.term("status", value.status)


def bar(row: Stated, drawn: Mapping[str, Decimal], language: str) -> str:
    """The row's bar, as long as the greatest value of ``drawn`` lets it be; empty for what is not drawn."""
    greatest = max(drawn.values(), default=Decimal(0))
    value = drawn.get(key(row))
    if value is None or not greatest:
        return ""
    length = format(round(value / greatest * _LENGTH, 1), "f")
    # Said in an attribute: what stands between the tags is Markdown to the site.
    return (
        f'<svg class="chart" role="img" width="{_LENGTH}" height="{_ROW}" viewBox="0 0 {_LENGTH} {_ROW}" '
        f'aria-label="{html(amount(row, language)).replace("|", "")}">'
        f'<rect class="track" x="0" y="3" width="{_LENGTH}" height="9"></rect>'
        f'<rect class="now" x="0" y="3" width="{length}" height="9"></rect></svg>'
    )
