"""All pages of a library: paths under ``docs/`` → Markdown.  Writes nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from converter.layout import FIRST, page_path
from converter.pages.library.change_pages import change_page, copy_line, years_line
from converter.pages.library.coverage import in_order
from converter.pages.library.entries import LibraryReport
from converter.pages.library.indicator_pages import indicator_page, indicators_page, slug_of
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.region_pages import region_page, regions_page
from converter.pages.library.regions import before, regions_of
from converter.pages.library.repeated_text import RepeatedText
from converter.pages.library.request_pages import misfit_notes
from converter.pages.library.values import by_indicator, reports_of


def library_pages(
    entries: Sequence[LibraryReport], language: str, paths: Collection[str], carried: RepeatedText
) -> Iterator[tuple[str, str]]:
    """The pages in one language, each with its path; none for fewer than two reports.

    ``paths`` are the pages there are: a report without pages in ``language`` is linked in Chinese.  ``carried`` is
    that of the whole library, for all languages.
    """
    if len(entries) < 2:
        return
    regions, place = regions_of(entries), LibraryPage(language, "../", frozenset(paths), carried)
    ordered = in_order(regions, language)
    stated = {code: rows for code, rows in by_indicator(ordered).items() if reports_of(rows) > 1}
    there = sum(len(region.entries) for region in regions)
    linked = {code: slug_of(code) for code in stated}
    named = [region for region in regions if region.name]
    yield f"{language}/regions/index.md", regions_page(named, place)
    yield f"{language}/indicators/index.md", indicators_page(stated, place)
    for region in named:
        yield f"{language}/regions/{region.slug}.md", region_page(region, linked, place)
        for entry in region.entries:
            if earlier := before(entry, region):
                yield f"{language}/{entry.name}/change.md", change_page(entry, earlier, place)
    for code, rows in stated.items():
        yield f"{language}/indicators/{linked[code]}.md", indicator_page(code, rows, there, place)


def lines_of(
    entries: Sequence[LibraryReport], language: str, paths: Collection[str], carried: RepeatedText
) -> Mapping[str, str]:
    """What pages of reports get besides, by path: the first a paragraph that leads to the reports beside it, that of
    notes what does not fit the report before."""
    if len(entries) < 2:
        return {}
    place = LibraryPage(language, "../", frozenset(paths), carried)
    lines: dict[str, str] = {}
    for region in regions_of(entries):
        for entry in region.entries if region.name else ():
            if line := years_line(entry, region, place):
                lines[page_path(entry.name, FIRST, language)] = line
        for entry, like in region.copies:
            lines[page_path(entry.name, FIRST, language)] = copy_line(like, place)
        for entry, note in misfit_notes(region, place) if region.name else ():
            lines[page_path(entry.name, "notes", language)] = note
    return lines
