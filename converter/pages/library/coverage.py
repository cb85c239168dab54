"""Which reports there are: each region with its years."""

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.pages.edition import Edition
from converter.pages.frame import heading, table
from converter.pages.library.entries import LibraryReport
from converter.pages.library.regions import Region, regions_of
from converter.pages.library.words import shown, words
from converter.text.markdown import cell, in_cell, written
from converter.text.sound import by_sound


def coverage_blocks(entries: Sequence[LibraryReport], language: str, root: str) -> Iterator[str]:
    """Markdown blocks that say which reports there are, the newest of a region first; none for fewer than two reports.

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
    rows = (_row(region, language, root) for region in in_order(regions, language))
    yield table([told["region"], told["years"]], rows)
    yield told["coverage_note"]
    copies = [copy for region in regions for copy in region.copies]
    if copies:
        links = (f"[{_title(entry, language)}]({root}{entry.name}/index.md)" for entry, _ in copies)
        yield told["copies_note"].format(count=len(copies), reports=told["between"].join(links))
    if nameless := sum(not entry.region for entry in entries):
        yield told["nameless_note" if nameless > 1 else "nameless_one"].format(count=nameless)


def in_order(regions: Sequence[Region], language: str) -> Sequence[Region]:
    """The regions as a reader of the language looks for them: by their pinyin, or by their English names."""
    if language == "zh":
        return sorted(regions, key=lambda region: by_sound(region.name))
    return sorted(regions, key=lambda region: region_name(region, language).casefold())


def region_name(region: Region, language: str) -> str:
    """The region's name for a cell, in English where any of its reports has it translated."""
    named = (shown(entry.strings, "region", region.name, language) for entry in region.entries)
    chinese = shown({}, "region", region.name, language)
    return next((name for name in named if name != chinese), chinese)


def copied_names(entries: Sequence[LibraryReport]) -> set[str]:
    """The names of the reports that are another one over again."""
    return {entry.name for region in regions_of(entries) for entry, _ in region.copies}


def _title(entry: LibraryReport, language: str) -> str:
    """What a report is called that has the place, year and kind of another: by its name on the site."""
    own = entry.title_en if language != "zh" else ""
    return in_cell(written(own)) if own else cell(f"{entry.title or entry.region} ({entry.name})")


def _row(region: Region, language: str, root: str) -> Iterator[str]:
    yield f"[{region_name(region, language)}]({root}regions/{region.slug}.md)"
    newest = sorted(region.entries, key=lambda entry: -(entry.year or 0))
    several = Counter(entry.year for entry in newest)
    told = (_year(entry, language, root, alone=several[entry.year] == 1) for entry in newest)
    yield words(language)["between"].join(told)


def _year(entry: LibraryReport, language: str, root: str, *, alone: bool) -> str:
    told = words(language)
    year = str(entry.year) if entry.year else told["unknown_year"]
    kind = Edition(language).kind(entry.kind)
    if kind and not alone:
        year = told["stated"].format(year=year, value=kind) if entry.year else kind
    return f"[{told['late'].format(year=year) if entry.late else year}]({root}{entry.name}/index.md)"
