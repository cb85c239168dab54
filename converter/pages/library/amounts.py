"""A value and its bar as a page shows them."""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.data import ends_of
from converter.pages.amount import worded
from converter.pages.edition import Edition
from converter.pages.library.values import Stated, key
from converter.pages.library.words import shown
from converter.translation.english import is_classifier

# What is emphasised with this class is the length of a bar, which the site draws; its title says the value.
BAR = "bar"
LONGEST_BAR = 96
_MARKUP = re.compile(r'["{}|*_`<>\\[\]]')


def amount(row: Stated, language: str) -> str:
    """Bound, digits, unit and status for a cell (``超过 80,000 件``, ``more than 80,000``)."""
    value, edition = row.value, Edition(language)
    unit = shown(row.entry.strings, "unit", value.unit, language)
    if language != "zh" and is_classifier(value.unit):
        unit = ""
    told = worded(value.bound, [end for end in ends_of(value.value) if end is not None], unit, edition)
    return told + edition.term("status", value.status)


def bar(row: Stated, drawn: Mapping[str, Decimal], language: str) -> str:
    """The mark for the row's bar, as long as the greatest value of ``drawn`` lets it be; empty for what is not drawn."""
    greatest = max(drawn.values(), default=Decimal(0))
    value = drawn.get(key(row))
    if value is None or not greatest:
        return ""
    length = format(round(value / greatest * LONGEST_BAR, 1), "f")
    return f'*{length}*{{ .{BAR} title="{_MARKUP.sub("", amount(row, language))}" }}'
