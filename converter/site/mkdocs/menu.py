"""The menu of one report, and where a page stands in it."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from converter.layout import (
    ABOUT,
    FIRST,
    LANGUAGES,
    LIBRARY,
    PROGRESS,
    RESULTS,
    WHOLE,
    counterpart_of,
    home_path,
    language_of,
    other_language,
    report_of,
)
from converter.site.rendering.page_shares import Shared

_CHAPTER = re.compile(r"c(\d+)")


def is_whole(path: str) -> bool:
    """True for the path (below ``docs/``) of the page that holds a whole report."""
    return bool(report_of(path)) and path.rpartition("/")[2] == f"{WHOLE}.md"


def order(path: str) -> tuple[int, int, str]:
    """Sorts pages as one reads them: home, chapters by number, figures, what people added, what is about the site."""
    name = path.split("/", 2)[-1].removesuffix(".md")
    if name == "index":
        return 0, 0, ""
    if chapter := _CHAPTER.fullmatch(name):
        return 1, int(chapter[1]), ""
    own = {"pictures": 0, "figures": 1, "notes": 2}
    if name in own:
        return 2, own[name], ""
    return (4, ABOUT.index(name), "") if name in ABOUT else (3, 0, name)


def arrange(pages: Iterable[Page]) -> None:
    """Put each page of a report below its report, between the pages before and after it there."""
    by_path = sorted(pages, key=_address)
    for report, group in groupby(by_path, key=lambda page: report_of(page.file.src_uri)):
        pages = sorted(group, key=lambda page: order(page.file.src_uri))
        # The page of the whole report stands beside its pages, not among them.
        own = [page for page in pages if not is_whole(page.file.src_uri)]
        section = Section(report, list(own)) if report else None
        for page in pages:
            page.parent, page.previous_page, page.next_page = section, None, None
        for before, after in pairwise(own) if report else ():
            before.next_page, after.previous_page = after, before


class Menus:
    """The menus of one build, once all its pages are known: what every page asks of the whole site is looked up here.

    A loop over all pages for each page would make building quadratic.
    """

    def __init__(self, nav: Navigation) -> None:
        self._home = nav.homepage
        self._by_path = {page.file.src_uri: page for page in nav.pages}
        self._outside = {language: _outside(nav, language) for language in LANGUAGES}
        self._about = {language: _about(nav, language) for language in LANGUAGES}

    def menu_of(self, page: Page) -> Navigation:
        """The whole menu on the site's own pages is its reports in the page's language; inside a report it is that report."""
        if isinstance(page.parent, Section):
            own = [item for item in page.parent.children if isinstance(item, Page)]
        else:
            own = self._outside[language_of(page.file.src_uri)]
            own = own if page in own else [*own, page]
        home = self._home_of(page)
        items = [home, *(item for item in own if item is not home)] if home else own
        menu = Navigation(items, items)
        menu.homepage = home
        return menu

    def reports_outside(self) -> list[Page]:
        """The first pages of reports that the site's own pages name in their menus."""
        return [page for own in self._outside.values() for page in own if page.parent]

    def _home_of(self, page: Page) -> Page | None:
        return self._by_path.get(f"{language_of(page.file.src_uri)}/{FIRST}.md", self._home)

    def about_pages(self, page: Page) -> list[Page]:
        """The pages about the site in the language of ``page``, for the foot of each page."""
        return self._about[language_of(page.file.src_uri)]

    def progress_page(self, page: Page) -> Page | None:
        """The page on the state of the translations, in the language of ``page``."""
        return self._by_path.get(f"{language_of(page.file.src_uri)}/{PROGRESS}.md")

    def counterpart(self, page: Page) -> Page | None:
        """The same page in the other language; the other language's home where this page has none there."""
        path = page.file.src_uri
        home = home_path(other_language(language_of(path)))
        return self._by_path.get(counterpart_of(path)) or self._by_path.get(home)


def _outside(nav: Navigation, language: str) -> list[Page]:
    """The pages of a language that are in no report, and the reports; of a library its indexes instead of these."""
    own = [page for page in nav.pages if language_of(page.file.src_uri) == language]
    own = [page for page in own if not _is_aside(page)]
    own.sort(key=lambda page: order(page.file.src_uri)[:2])
    if any(_in_library(page) for page in own):
        return [page for page in own if not page.parent and not (_in_library(page) and _standing(page))]
    return [page for page in own if not _standing(page) or not page.parent]


def _is_aside(page: Page) -> bool:
    """True for what no menu names: results are reached by searching, and how far translations are is for those who work on them."""
    return page.file.src_uri.partition("/")[2] in (f"{RESULTS}.md", f"{PROGRESS}.md")


def _standing(page: Page) -> int:
    return order(page.file.src_uri)[0]


def _in_library(page: Page) -> bool:
    return page.file.src_uri.partition("/")[2].partition("/")[0] in LIBRARY


def _about(nav: Navigation, language: str) -> list[Page]:
    own = [item for item in nav.pages if item.file.src_uri.rpartition("/")[0] == language]
    shown = (item for item in own if _standing(item) and not _is_aside(item))
    return sorted(shown, key=lambda item: order(item.file.src_uri))


def addresses_of(page: Page, files: Files, site_url: str | None) -> dict[str, str]:
    """Where readers find the pages of a page's report, by name: from the site's root, or in full if that is known."""
    folder = report_of(page.file.src_uri)
    if not folder:
        return {}
    return {
        file.src_uri.removeprefix(folder + "/").removesuffix(".md"): f"{site_url or ''}{file.url}"
        for file in pages_in(files, folder)
    }


def pages_in(files: Files, folder: str) -> Sequence[File]:
    """The pages of the report in ``folder`` (``zh/lanshan-2020``)."""
    if isinstance(files, Shared):
        return files.by_report.get(folder, ())
    return [file for file in files.documentation_pages() if report_of(file.src_uri) == folder]


def _address(page: Page) -> tuple[str, str]:
    return report_of(page.file.src_uri), page.file.src_uri
