"""The menu of one report, and where a page stands in it."""

import re
from collections.abc import Iterable
from itertools import groupby

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

_LANGUAGES = ("zh", "en")
_CHAPTER = re.compile(r"c(\d+)")


def language_of(path: str) -> str:
    """The language of a page is its first folder; what lies in none of them is Chinese."""
    first = path.partition("/")[0]
    return first if first in _LANGUAGES else _LANGUAGES[0]


def report_of(path: str) -> str:
    """The folder of the report a page belongs to (``zh/lanshan-2020``), or nothing."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 and parts[0] in _LANGUAGES else ""


def order(path: str) -> tuple[int, int, str]:
    """Sorts the pages of a report as one reads them: home, chapters by number, figures, what people added."""
    name = path.split("/", 2)[-1].removesuffix(".md")
    if name == "index":
        return 0, 0, ""
    if chapter := _CHAPTER.fullmatch(name):
        return 1, int(chapter[1]), ""
    return (2, 0, "") if name == "figures" else (3, 0, name)


def arrange(pages: Iterable[Page]) -> None:
    """Put each page of a report below its report, between the pages before and after it there."""
    by_path = sorted(pages, key=_address)
    for report, group in groupby(by_path, key=lambda page: report_of(page.file.src_uri)):
        own = sorted(group, key=lambda page: order(page.file.src_uri))
        section = Section(report, list(own)) if report else None
        for before, page, after in zip([None, *own[:-1]], own, [*own[1:], None], strict=True):
            page.parent = section
            page.previous_page, page.next_page = (before, after) if report else (None, None)


def menu_of(page: Page, nav: Navigation) -> Navigation:
    """The whole menu on the site's own pages is its reports; inside a report it is that report."""
    if isinstance(page.parent, Section):
        own = [item for item in page.parent.children if isinstance(item, Page)]
    else:
        own = [item for item in nav.pages if order(item.file.src_uri)[0] == 0 or item.parent is None]
    home = [nav.homepage] if nav.homepage else []
    items = home + [item for item in own if item is not nav.homepage]
    return Navigation(items, items)


def _address(page: Page) -> tuple[str, str]:
    return report_of(page.file.src_uri), page.file.src_uri
