"""For each report: the years beside it, and what of its text stands word for word in the report before."""

from collections.abc import Iterator, Sequence

from converter.pages.frame import heading, marked, page, table
from converter.pages.library.coverage import region_name
from converter.pages.library.entries import LibraryReport
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.regions import Region, after, before
from converter.pages.library.repeated_text import Sentence, mostly, percent
from converter.pages.library.request_pages import misfits
from converter.pages.library.words import words
from converter.text.markdown import prose


def years_line(entry: LibraryReport, region: Region, place: LibraryPage) -> str:
    """A paragraph for the report's first page: its region, the reports before and after, what is carried over; empty where there
    is nothing to lead to."""
    told = words(place.language)
    earlier, later = before(entry, region), after(entry, region)
    region_link = f"{place.root}regions/{region.slug}.md"
    parts = []
    if len(region.entries) > 1:
        name = region_name(region, place.language)
        parts.append(told["line_region"].format(region=name, link=region_link))
    if earlier:
        parts.append(told["line_before"].format(year=earlier.year, link=place.link(earlier, "index")))
    if later:
        parts.append(told["line_after"].format(year=later.year, link=place.link(later, "index")))
    if earlier:
        carried = place.carried.share(entry, earlier)
        parts.append(told["line_change"].format(percent=carried, link="change.md"))
    if any(found.later is entry for found in misfits(region)):
        parts.append(told["line_misfit"].format(link="notes.md#carried-over"))
    return marked(told["line_between"].join(parts), ".editorial") if parts else ""


def copy_line(like: LibraryReport, place: LibraryPage) -> str:
    """A paragraph for the first page of a report that is ``like`` over again."""
    link = place.link(like, "index")
    return marked(words(place.language)["line_copy"].format(title=place.title(like), link=link), ".editorial")


def change_page(entry: LibraryReport, earlier: LibraryReport, place: LibraryPage) -> str:
    """The page ``change`` of a report: the share carried over by chapter, and the fewer of the two kinds of sentences."""
    told, compared = words(place.language), place.carried.compare(entry, earlier)
    link, percentage = place.link(earlier, "index"), place.carried.share(entry, earlier)
    intro = told["change_intro"].format(
        before=place.title(earlier), link=link, year=earlier.year, percent=percentage
    )
    blocks = [
        heading(1, told["change"], "change"),
        intro,
        table([told[c] for c in ("chapter", "same", "all", "carried")], _chapters(entry, compared, place)),
        *_sentences(entry, compared, place),
    ]
    description = told["change_description"].format(title=place.title(entry))
    return page({"page": "change", "search": False, "description": description}, blocks)


def _chapters(
    entry: LibraryReport, compared: Sequence[Sentence], place: LibraryPage
) -> Iterator[Iterator[str]]:
    for name, title, _ in entry.chapters:
        own = tuple(sentence for sentence in compared if sentence.page == name)
        if own:
            same = sum(sentence.carried for sentence in own)
            linked = f"[{place.chapter(entry, name, title)}]({place.link(entry, name)})"
            yield iter([linked, str(same), str(len(own)), f"{percent(own)}%"])


def _sentences(entry: LibraryReport, compared: tuple[Sentence, ...], place: LibraryPage) -> Iterator[str]:
    told = words(place.language)
    listed = not mostly(compared)
    chosen = [sentence for sentence in compared if sentence.carried == listed]
    yield heading(2, told["list_same" if listed else "list_new"], "sentences")
    if not chosen:
        yield told["none_same" if listed else "none_new"]
        return
    yield told["rest_new" if listed else "rest_same"]
    for name, title, _ in entry.chapters:
        own = [sentence for sentence in chosen if sentence.page == name]
        if own:
            yield heading(
                3, f"[{place.chapter(entry, name, title)}]({place.link(entry, name)})", f"in-{name}"
            )
            yield "\n".join(f"- {prose(sentence.text)}" for sentence in own)
