"""All rates that a report states as reached, on one axis from 0 to 100."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from converter.site.content.observations import Figure
from converter.site.markdown.charts import number_of
from converter.site.pictures.model import Bar, Group, Picture, Says, kind_of

_MOST = 12
_HUNDRED = Decimal(100)


def rates(figures: Sequence[Figure], says: Says, words: Mapping[str, Any]) -> Picture | None:
    """The picture of the rates, none for fewer than two."""
    found = [figure for figure in figures if _is_rate(figure)]
    if len(found) < 2:
        return None
    bars = tuple(_bar(figure, says) for figure in found[:_MOST])
    told = words["rates_first" if len(found) > _MOST else "rates_about"]
    about = told.format(count=len(found), shown=len(bars))
    return Picture("rates", words["rates"], about, (Group(bars),), ("0", "25", "50", "75", "100%"))


def _is_rate(figure: Figure) -> bool:
    value = number_of(figure)
    stated = figure.measure == "rate" and figure.unit == "%" and figure.status == "result"
    return stated and not figure.in_table and value is not None and 0 <= value <= _HUNDRED


def _bar(figure: Figure, says: Says) -> Bar:
    value = number_of(figure) or Decimal(0)
    return Bar(figure.indicator, says(figure), value / _HUNDRED, kind=kind_of(figure), figure=figure)
