"""Wholes and their parts as bars: side by side where they exclude each other, else each from nought."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Any

from converter.data import ReportFile
from converter.data.requests import Stated, requests_of, results
from converter.site.content.observations import Figure
from converter.site.markdown.charts import number_of
from converter.site.markdown.shown import shown
from converter.site.pictures.model import Bar, Group, Picture, Says, kind_of
from converter.site.pictures.wholes import Whole

# Bars of one sheet of paper.
_MOST = 12
_TENTH = Decimal("0.1")


def parts(
    found: Sequence[Whole], requests: Group | None, says: Says, words: Mapping[str, Any]
) -> Picture | None:
    """The picture of the first wholes, none where there are none; ``requests`` is what became of requests for information."""
    every = [*([requests] if requests else []), *(_group(whole, says, words) for whole in found)]
    taken = list(accumulate(len(group.bars) for group in every))
    groups = [group for group, bars in zip(every, taken, strict=True) if bars <= _MOST or group is every[0]]
    about = words["parts_first" if len(groups) < len(every) else "parts_about"]
    told = about.format(count=len(every), shown=len(groups))
    return Picture("parts", words["parts"], told, tuple(groups)) if groups else None


def requests_in(
    report: ReportFile, figures: Mapping[str, Figure], language: str, words: Mapping[str, Any]
) -> Group | None:
    """What became of the requests of the year, where the report's numbers add up; without results that there were none of."""
    told, named = requests_of(report), results()
    whole = told.get("concluded")
    own = {key: told[key] for key in named if key in told}
    if not whole or not whole.value or sum(stated.value for stated in own.values()) != whole.value:
        return None
    first = _stated(words["requests"], whole, figures, Decimal(0), whole.value)
    bars, start = [first], Decimal(0)
    for key, stated in own.items():
        if stated.value:
            bars.append(_stated(named[key][language], stated, figures, start, whole.value))
            start += stated.value
    return Group(tuple(bars), words["closes"])


def _stated(label: str, stated: Stated, figures: Mapping[str, Figure], start: Decimal, whole: Decimal) -> Bar:
    figure = figures.get(stated.figure.id) if stated.figure else None
    own = figure if figure and number_of(figure) == stated.value else None
    return Bar(label, f"{stated.value:,f}", (start + stated.value) / whole, start / whole, "now", figure=own)


def _group(whole: Whole, says: Says, words: Mapping[str, Any]) -> Group:
    value = _value(whole.figure)
    first = Bar(
        whole.figure.indicator,
        says(whole.figure),
        Decimal(1),
        kind=kind_of(whole.figure),
        figure=whole.figure,
    )
    return Group((first, *_bars(whole, value, says, words)), _note(whole, says, words))


def _bars(whole: Whole, value: Decimal, says: Says, words: Mapping[str, Any]) -> Iterator[Bar]:
    start = Decimal(0)
    for part in whole.parts:
        begin = Decimal(0) if whole.rest is None else start
        start = begin + _value(part)
        yield Bar(part.indicator, says(part), start / value, begin / value, kind_of(part), part)
    if whole.rest:
        yield Bar(words["rest"], shown(whole.rest, whole.figure), Decimal(1), start / value, "rest")


def _note(whole: Whole, says: Says, words: Mapping[str, Any]) -> str:
    if whole.rate:
        of, part = _value(whole.figure), _value(whole.parts[0])
        counted = (part * 100 / of).quantize(_TENTH, ROUND_HALF_UP).normalize()
        told = words["rate"].format(
            rate=says(whole.rate),
            part=f"{part.normalize():,f}",
            whole=f"{of.normalize():,f}",
            counted=f"{counted:f}",
        )
        return str(told if whole.figure.bound == "exact" else told + words["rate_about"])
    if whole.rest is None:
        return str(words["open_one" if len(whole.parts) == 1 else "open"])
    return str(words["unsaid" if whole.rest else "closes"])


def _value(figure: Figure) -> Decimal:
    return number_of(figure) or Decimal(0)
