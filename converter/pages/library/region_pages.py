"""A page for each region: its reports by year and what they state year after year."""

from collections.abc import Iterator, Mapping, Sequence

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


def regions_page(regions: Sequence[Region], place: LibraryPage) -> str:
    """The index of all regions."""
    told = words(place.language)
    rows = (_indexed(region, place) for region in in_order(regions, place.language))
    blocks = [
        heading(1, told["regions"], "regions"),
        told["regions_intro"].format(count=len(regions)),
        table([told["region"], told["reports_count"], told["years"]], rows),
    ]
    return page({"page": "regions", "search": False, "description": told["regions_description"]}, blocks)


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


def _figures(region: Region, linked: Mapping[str, str], place: LibraryPage) -> Iterator[str]:
    told = words(place.language)
    found = {
        code: rows
        for code, rows in by_indicator([region]).items()
        if len({row.entry.year for row in rows if row.entry.year}) > 1
    }
    yield told["region_figures_intro" if found else "region_figures_none"]
    if found:
        rows = (_row(code, own, linked, place) for code, own in found.items())
        yield table([told[column] for column in ("indicator", "by_year")], rows)


def _row(code: str, rows: Sequence[Stated], linked: Mapping[str, str], place: LibraryPage) -> Iterator[str]:
    known = indicator_of(code)
    name = known.zh if place.language == "zh" else known.en
    yield f"[{name}]({place.root}indicators/{linked[code]}.md)" if code in linked else name
    said = words(place.language)["semicolon"].join(_stated(row, place) for row in rows)
    yield f"{said} {line(rows, drawable(rows), place.language)}".rstrip()


def _stated(row: Stated, place: LibraryPage) -> str:
    told, year = words(place.language), row.entry.year
    value = f"[{amount(row, place.language)}]({place.link(row.entry, row.value.page, row.value.id)})"
    period = shown(row.entry.strings, "period", row.value.period, place.language)
    # The report's own year need not be said twice.
    own = row.value.period in ("", f"{year}年", f"{year}年度")
    return str(told["stated" if own else "stated_in"]).format(
        year=year or told["unknown_year"], value=value, period=period
    )
