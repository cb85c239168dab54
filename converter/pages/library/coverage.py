"""Which reports there are: regions in rows, years in columns."""

from collections.abc import Iterator, Sequence

from converter.pages.frame import heading, table
from converter.pages.library.entries import LibraryReport, Region, regions_of
from converter.pages.library.words import shown, words

# More columns than this do not fit beside each other: ten years make one table.
_COLUMNS = 10


def coverage_blocks(entries: Sequence[LibraryReport], language: str, root: str) -> Iterator[str]:
    """Markdown blocks that say which reports there are, newest years first; none for fewer than two reports.

    ``root`` leads to the folder of the language.
    """
    regions = [region for region in regions_of(entries) if region.name]
    years = [entry.year for region in regions for entry in region.entries if entry.year]
    if len(entries) < 2 or not years:
        return
    told = words(language)
    yield heading(2, told["coverage"], "coverage")
    first, last = min(years), max(years)
    yield told["coverage_intro"].format(
        regions=told["covered_region" if len(regions) == 1 else "covered_regions"].format(
            regions=len(regions)
        ),
        years=told["covered_year" if first == last else "covered_years"].format(first=first, last=last),
        root=root,
    )
    while last >= first:
        columns = range(max(last - _COLUMNS + 1, first), last + 1)
        rows = [r for r in regions if any(entry.year in columns for entry in r.entries)]
        if rows:
            head = [told["region"], *map(str, columns)]
            yield table(head, (_row(region, columns, language, root) for region in rows))
        last -= _COLUMNS
    yield told["coverage_note"]
    if nameless := sum(not entry.region for entry in entries):
        yield told["nameless_note" if nameless > 1 else "nameless_one"].format(count=nameless)


def region_name(region: Region, language: str) -> str:
    """The region's name for a cell, in English where any of its reports has it translated."""
    named = (shown(entry.strings, "region", region.name, language) for entry in region.entries)
    chinese = shown({}, "region", region.name, language)
    return next((name for name in named if name != chinese), chinese)


def _row(region: Region, years: range, language: str, root: str) -> Iterator[str]:
    yield f"[{region_name(region, language)}]({root}regions/{region.slug}.md)"
    for year in years:
        own = [entry for entry in region.entries if entry.year == year]
        cells = [_cell(entry, language, root) for entry in own]
        yield words(language)["between"].join(cells) or words(language)["missing"]


def _cell(entry: LibraryReport, language: str, root: str) -> str:
    word = words(language)["late" if entry.late else "present"]
    return f"[{word}]({root}{entry.name}/index.md)"
