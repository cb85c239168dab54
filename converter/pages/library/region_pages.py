"""A page for each region: its reports by year and what they state year after year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from converter.indicators import entry as indicator_of
from converter.pages.frame import heading, page, table
from converter.pages.library.amounts import amount, line
from converter.pages.library.coverage import in_order, region_name
from converter.pages.library.entries import LibraryReport
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.regions import Region, before
from converter.pages.library.request_pages import request_blocks
from converter.pages.library.values import Stated, by_indicator, drawable
from converter.pages.library.words import shown, words
from converter.text.sound import by_sound


def regions_page(regions: Sequence[Region], place: LibraryPage) -> str:
    """The index of all regions."""
    told = words(place.language)
    rows = [row for group in _by_province(regions, place) for row in group]
    blocks = [
        heading(1, told["regions"], "regions"),
        told["regions_intro"].format(count=len(regions)),
        table([told["region"], told["reports_count"], told["years"]], rows),
    ]
    return page({"page": "regions", "search": False, "description": told["regions_description"]}, blocks)


def _by_province(regions: Sequence[Region], place: LibraryPage) -> Iterator[Iterator[Iterable[str]]]:
    """The rows of the regions, below the province they are in where there are several; those that are in none first."""
    within: dict[str, list[Region]] = {}
    for region in in_order(regions, place.language):
        path = next((entry.path for entry in region.entries if len(entry.path) > 1), ())
        within.setdefault(path[0] if path else "", []).append(region)
    named = {name: shown({}, "region", name, place.language) for name in within}
    for name in sorted(
        within, key=lambda name: by_sound(name) if place.language == "zh" else ([named[name]], "")
    ):
        rows = (_indexed(region, place) for region in within[name])
        yield chain([(named[name], "", "")], rows) if name and len(within) > 1 else rows


def _indexed(region: Region, place: LibraryPage) -> Iterator[str]:
    years = sorted({entry.year for entry in region.entries if entry.year})
    yield f"[{region_name(region, place.language)}]({region.slug}.md)"
    yield str(len(region.entries))
    yield (f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])) if years else "—"


def region_page(region: Region, linked: Mapping[str, str], place: LibraryPage) -> str:
    """The page of one region; ``linked`` are the pages of indicators by code."""
    told, name = words(place.language), region_name(region, place.language)
    columns = ("report", "published", "figures", "carried")
    rows = (_report(entry, region, place) for entry in region.entries)
    blocks = [
        heading(1, name, "region"),
        heading(2, told["region_reports"], "reports"),
        table([told[column] for column in columns], rows),
        *(_copied(*pair, place) for pair in region.copies),
        *request_blocks(region, place),
        heading(2, told["region_figures"], "figures"),
        *_figures(region, linked, place),
    ]
    fields = {
        "page": "region",
        "search": False,
        "description": told["region_description"].format(region=name),
    }
    return page(fields, blocks)


def _report(entry: LibraryReport, region: Region, place: LibraryPage) -> Iterator[str]:
    told = words(place.language)
    title = f"[{place.title(entry)}]({place.link(entry, 'index')})"
    yield told["stated"].format(year=entry.year, value=title) if entry.year else title
    yield place.published(entry)
    yield f"[{entry.figures}]({place.link(entry, 'figures')})"
    earlier = before(entry, region)
    yield f"[{place.carried.share(entry, earlier)}%]({place.root}{entry.name}/change.md)" if earlier else "—"


def _copied(entry: LibraryReport, like: LibraryReport, place: LibraryPage) -> str:
    links = (f"[{place.title(one)}]({place.link(one, 'index')})" for one in (entry, like))
    return str(words(place.language)["copied"]).format(*links)


def _figures(region: Region, linked: Mapping[str, str], place: LibraryPage) -> Iterator[str]:
    told = words(place.language)
    found = {
        code: rows
        for code, rows in by_indicator([region]).items()
        if len({row.entry.year for row in rows if row.entry.year}) > 1
    }
    yield told["region_figures_intro" if found else "region_figures_none"]
    if found:
        rows = (row for code, own in found.items() for row in _rows(code, own, linked, place))
        yield table([told[column] for column in ("year", "value", "period")], rows)


def _rows(
    code: str, rows: Sequence[Stated], linked: Mapping[str, str], place: LibraryPage
) -> Iterator[Sequence[str]]:
    """A row that names the indicator and draws its line, then one for each value."""
    known = indicator_of(code)
    name = known.zh if place.language == "zh" else known.en
    link = f"[{name}]({place.root}indicators/{linked[code]}.md)" if code in linked else name
    yield f"{link} {line(rows, drawable(rows), place.language)}".rstrip(), "", ""
    for row in rows:
        yield (
            str(row.entry.year or words(place.language)["unknown_year"]),
            f"[{amount(row, place.language)}]({place.link(row.entry, row.value.page, row.value.id)})",
            shown(row.entry.strings, "period", row.value.period, place.language),
        )
