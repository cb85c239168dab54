"""A page for each indicator that at least two reports state, and their index by topic."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from converter.indicators import Indicator, topics
from converter.indicators import entry as indicator_of
from converter.pages.edition import Edition
from converter.pages.frame import heading, page, table
from converter.pages.library.amounts import amount, bar, greatest, line
from converter.pages.library.coverage import region_name
from converter.pages.library.levels import LEVELS, level_of
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.values import Stated, drawable, reports_of, warnings
from converter.pages.library.words import shown, words

Rows = Mapping[str, Sequence[Stated]]


def slug_of(code: str) -> str:
    """The name of an indicator's page (``fg-6-3-01-up``)."""
    return code.lower().replace(".", "-")


def indicators_page(rows: Rows, place: LibraryPage) -> str:
    """The index: the indicators under their topics."""
    told, chinese = words(place.language), place.language == "zh"
    blocks = [
        heading(1, told["indicators"], "indicators"),
        told["indicators_intro" if rows else "indicators_none"].format(count=len(rows)),
    ]
    for topic in topics():
        own = [code for code in rows if indicator_of(code).topic == topic.code]
        if own:
            blocks.append(heading(2, topic.zh if chinese else topic.en, slug_of(topic.code)))
            lines = (_indexed(code, rows[code], place) for code in own)
            blocks.append(table([told["indicator"], told["reports_count"], told["years"]], lines))
    return page({"page": "indicators", "description": told["indicators_description"]}, blocks)


def _indexed(code: str, rows: Sequence[Stated], place: LibraryPage) -> Iterator[str]:
    years = sorted({row.entry.year for row in rows if row.entry.year})
    yield f"[{_name(indicator_of(code), place)}]({slug_of(code)}.md)"
    yield str(reports_of(rows))
    yield (f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])) if years else "—"


def indicator_page(code: str, rows: Sequence[Stated], all_: int, place: LibraryPage) -> str:
    """The page of one indicator: how many of ``all_`` reports state it, what to know before comparing, every value in order."""
    told, known = words(place.language), indicator_of(code)
    name, reports = _name(known, place), reports_of(rows)
    topic = next(topic for topic in topics() if topic.code == known.topic)
    topic_link = f"[{topic.zh if place.language == 'zh' else topic.en}](index.md#{slug_of(topic.code)})"
    columns, drawn = _columns(rows, place), drawable(rows)
    blocks = [
        heading(1, name, "indicator"),
        told["indicator_intro"].format(reports=reports, all=all_),
        told["indicator_topic"].format(topic=topic_link),
        heading(2, told["careful"], "careful"),
        "\n".join(f"- {warning}" for warning in _warnings(rows, known, place)),
        heading(2, told["value"], "values"),
        table(columns, _grouped(rows, len(columns), place)),
        told["bar_note"],
        *_lines(rows, drawn, place),
    ]
    description = told["indicator_description"].format(indicator=name, reports=reports)
    return page({"page": "indicator", "search": False, "description": description}, blocks)


def _columns(rows: Sequence[Stated], place: LibraryPage) -> list[str]:
    measure = ("measure",) if _measures_differ(rows) else ()
    return [words(place.language)[column] for column in ("region", "value", "period", *measure, "bar")]


def _grouped(rows: Sequence[Stated], columns: int, place: LibraryPage) -> Iterator[Sequence[str]]:
    """The rows of each year and level of government below one that names both; only they share the scale of a chart."""
    told = words(place.language)
    for (newest, level), group in groupby(sorted(rows, key=_group), key=_group):
        own = list(group)
        drawn, year = drawable(own), -newest or told["unknown_year"]
        scale = told["bar_scale"].format(greatest=greatest(own, drawn, place.language)) if drawn else ""
        named = told["group"].format(year=year, level=told["levels"][LEVELS[level]], scale=scale)
        yield named, *([""] * (columns - 1))
        yield from (tuple(_row(row, drawn, place, measured=_measures_differ(rows))) for row in own)


def _group(row: Stated) -> tuple[int, int]:
    """Sorts by year, the newest first, and by level."""
    return -(row.entry.year or 0), LEVELS.index(level_of(row.region))


def _measures_differ(rows: Sequence[Stated]) -> bool:
    return len({row.value.measure for row in rows}) > 1


def _lines(rows: Sequence[Stated], drawn: Mapping[str, Decimal], place: LibraryPage) -> Iterator[str]:
    """A line for each region that has several years of it."""
    told, found = words(place.language), list[list[str]]()
    for _, group in groupby(rows, key=lambda row: row.region.slug):
        own = list(group)
        if drew := line(own, drawn, place.language):
            found.append([_region(own[0], place), drew])
    if found:
        yield heading(2, told["lines"], "years")
        yield told["lines_intro"]
        yield table([told["region"], told["by_year"]], found)


def _warnings(rows: Sequence[Stated], known: Indicator, place: LibraryPage) -> Iterator[str]:
    told = words(place.language)["warnings"]
    means = known.means_zh if place.language == "zh" else known.means_en
    scopes = "、".join(f"“{scope}”" for scope in sorted({row.value.scope for row in rows} - {""}))
    yield from (told[key].format(means=means, scopes=scopes) for key in warnings(rows, known))
    yield told["names"]


def _row(row: Stated, drawn: Mapping[str, Decimal], place: LibraryPage, *, measured: bool) -> Iterator[str]:
    yield _region(row, place)
    yield f"[{amount(row, place.language)}]({place.link(row.entry, row.value.page, row.value.id)})"
    yield shown(row.entry.strings, "period", row.value.period, place.language)
    if measured:
        yield Edition(place.language).term("measure", row.value.measure)
    yield bar(row, drawn, place.language)


def _region(row: Stated, place: LibraryPage) -> str:
    if row.region.name:
        return f"[{region_name(row.region, place.language)}](../regions/{row.region.slug}.md)"
    return f"[{place.title(row.entry)}]({place.link(row.entry, 'index')})"


def _name(known: Indicator, place: LibraryPage) -> str:
    return known.zh if place.language == "zh" else known.en
