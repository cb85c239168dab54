"""What a report says of this year and of the year before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from converter.pages.report.compared import IMPORTANCE
from converter.site.content.observations import Figure
from converter.site.markdown.charts import LastYear, last_year
from converter.site.markdown.shown import shown
from converter.site.pictures.model import Bar, Group, Picture, Says, kind_of

_MOST = 4


def years(figures: Sequence[Figure], says: Says, words: Mapping[str, Any]) -> Picture | None:
    """The picture of the first figures that are compared with the year before, none where none is."""
    known = IMPORTANCE.load().codes
    found = [pair for pair in _compared(figures) if max(pair[1].before, pair[1].now) > 0]
    # What people look for most comes first, as among the key figures.
    found.sort(key=lambda pair: known.index(pair[0].code) if pair[0].code in known else len(known))
    groups = tuple(_group(figure, before, says, words) for figure, before in found[:_MOST])
    if not groups:
        return None
    about = words["years_first" if len(found) > _MOST else "years_about"]
    return Picture("years", words["years"], about.format(count=len(found), shown=len(groups)), groups)


def _compared(figures: Sequence[Figure]) -> Iterator[tuple[Figure, LastYear]]:
    by_id = {figure.id: figure for figure in figures}
    seen: set[str] = set()
    for change in figures:
        if change.tie and change.tie.relation == "change_of" and change.tie.to in by_id:
            figure = by_id[change.tie.to]
            before = last_year(figure, change)
            if before and figure.id not in seen:
                seen.add(figure.id)
                yield figure, before


def _group(figure: Figure, years: LastYear, says: Says, words: Mapping[str, Any]) -> Group:
    longest = max(years.before, years.now)
    key = "before_about" if years.derived == "shares" else "before"
    told = words[key].format(value=shown(years.before, figure))
    return Group(
        (
            Bar(
                words["last_year"].format(name=figure.indicator),
                told,
                years.before / longest,
                kind="about",
            ),
            Bar(
                words["this_year"],
                says(figure),
                years.now / longest,
                kind=kind_of(figure),
                figure=figure,
            ),
        )
    )
