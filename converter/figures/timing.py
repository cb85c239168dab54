"""When each figure of a sentence is told of: a year holds on for what follows, but for one that is named in passing."""

import re
from collections.abc import Sequence

from converter.figures.alternatives import either
from converter.figures.period import (
    came_to,
    deals_out,
    named_period,
    periods_of_list,
    without_titles,
    year_of_number,
)
from converter.figures.period_patterns import TIME, YEAR
from converter.figures.quantity import Quantity
from converter.figures.tables import PERIODS
from converter.figures.years import Years, is_behind

_REACH = 400  # characters; a period may stand at the start of the longest sentence people write
_COMPARED = ("倍", "比例")  # units of what is measured against another year
# 同口径上年为18件, 2019年这一数字为52件: a value of another year beside one of this year.
_ASIDE = re.compile(
    rf"[,;:(][^,;:。\d]{{0,6}}(?P<year>{YEAR}|{either(PERIODS.load().relative)})[^,;:。\d]{{0,10}}(?:为|是|仅有|只有)$"
)


def periods_of(
    text: str, found: Sequence[Quantity], first: Sequence[int], years: Years, known: str | None
) -> tuple[list[str | None], str | None]:
    """The period of each figure, ``first`` that of its list, and the one that holds on behind the sentence."""
    if not TIME.search(text):
        return [known] * len(found), known
    periods, held = list[str | None](), known
    of_number: str | None = None
    may_deal = deals_out(text)
    aside_of = -1  # the first figure of the list that was named in passing last
    for at, quantity in enumerate(found):
        before = without_titles(text[max(0, quantity.span.start - _REACH) : quantity.span.start])
        dealt = may_deal and periods_of_list(text[: found[first[at]].span.start], first.count(first[at]))
        held = named_period(before, years, known)
        between = text[found[at - 1].span.end : quantity.span.start] if at else ""
        if first[at] == aside_of:
            periods.append(periods[at - 1])
            continue
        if is_behind(held, years) and (aside := _ASIDE.search(between)):
            periods.append(held)
            aside_of = first[at]
            text = _without(text, found[at - 1].span.end + aside.start("year"), aside["year"])
            held = periods[at - 1]
            continue
        reached = came_to(between, of_number, held)
        of_number = None if quantity.unit in _COMPARED else year_of_number(before, years)
        periods.append(dealt[at - first[at]] if dealt else of_number or (None if reached else held))
    return periods, held


def _without(text: str, start: int, words: str) -> str:
    """``text`` with blanks in the place of ``words``."""
    return text[:start] + " " * len(words) + text[start + len(words) :]
