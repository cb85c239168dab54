"""All numbers of a sentence: what no name or date claims, read by the first form that fits."""

import re
from collections.abc import Iterator

from converter.figures import amounts, proportions
from converter.figures.exclusions import without_excluded
from converter.figures.numerals import HANZI, decimal_of
from converter.figures.quantity import Quantity
from converter.figures.ranks import ranks
from converter.model import Span

# A numeral in words is a figure only with one of these in it: 三项 is a set, 三成 and 三十项 are values.
_NUMERIC = re.compile(r"[\d十百千万萬亿億番第]")
_TENTHS = re.compile(rf"[{HANZI}](?:成|(?<=[两三四五六七八九])[\u4e00-\u9fff]{{1,2}}(?:[,。;、:)\s]|$))")
_FORMS = (*proportions.FORMS, *amounts.FORMS)


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """All quantities of a folded sentence, in order, none overlapping another."""
    if not (_NUMERIC.search(sentence) or "分之" in sentence or _TENTHS.search(sentence)):
        return ()
    found: list[Quantity] = []
    taken = bytearray(len(sentence))
    for quantity in _candidates(sentence):
        start, end = quantity.span
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            found.append(quantity)
    return tuple(sorted(found, key=lambda one: one.span))


def _candidates(sentence: str) -> Iterator[Quantity]:
    """Every form's reading; what an earlier form has read no later one may read again."""
    for start, end, numeral, unit in ranks(sentence):
        value = decimal_of(numeral)
        if value is not None:
            yield Quantity(Span(start, end), value, None, unit, rank=True)
    searchable = without_excluded(sentence)
    for sign, pattern, read in _FORMS if proportions.SIGN.search(searchable) else amounts.FORMS:
        if sign.search(searchable):
            yield from filter(None, map(read, pattern.finditer(searchable)))
