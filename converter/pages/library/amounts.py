"""A value, its bar and its line as a page shows them."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from converter.data import ends_of, plain
from converter.pages.amount import worded
from converter.pages.edition import Edition
from converter.pages.library.values import Stated, key
from converter.pages.library.words import shown, words
from converter.translation.english import is_classifier

# What is emphasised with this class is the length of a bar, which the site draws; its title says the value.
BAR = "bar"
LONGEST_BAR = 96
LINE = "line"
"""What is emphasised with this class are years and values (``2019 22.3; 2021 27``), which the site joins by a line."""
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


def line(rows: Sequence[Stated], drawn: Mapping[str, Decimal], language: str) -> str:
    """The mark for a line over the years of ``rows``, those of one region; empty where no two years follow each other, or one is
    told twice."""
    own = [row for row in rows if key(row) in drawn and row.entry.year]
    years = [row.entry.year for row in own]
    follow = any((year or 0) + 1 in years for year in years)
    if not follow or len(set(years)) < len(years):
        return ""
    points = sorted((row.entry.year or 0, drawn[key(row)], amount(row, language)) for row in own)
    told, words_ = words(language), "; ".join(f"{year} {plain(value)}" for year, value, _ in points)
    said = told["semicolon"].join(told["stated"].format(year=y, value=value) for y, _, value in points)
    return f'*{words_}*{{ .{LINE} title="{_MARKUP.sub("", said)}" }}'


def greatest(rows: Sequence[Stated], drawn: Mapping[str, Decimal], language: str) -> str:
    """The greatest value that is drawn, as the longest bar stands for it; empty where nothing is drawn."""
    own = [row for row in rows if key(row) in drawn]
    return amount(max(own, key=lambda row: drawn[key(row)]), language) if own else ""
