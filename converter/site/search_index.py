"""The search index: one script that hands all searchable text of the site to the search on the page.

A script and not JSON, because a page opened from a folder may load scripts but fetch nothing.
"""

import json
from collections.abc import Iterable

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from converter.site.sections import entries_of

ADDRESS = "search/index.js"
"""Where the index lies below the site's root; the search on the page loads it from there."""


def index_script(pages: Iterable[Page]) -> str:
    """The index of all rendered pages, in the order given."""
    entries = [_searchable(page) for page in pages]
    index = json.dumps(entries, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"gongkai.receive({index});\n"


def _searchable(page: Page) -> dict[str, object]:
    return {
        "location": page.url,
        "title": str(page.title),
        "report": _report_title(page),
        "entries": entries_of(page.content or ""),
    }


def _report_title(page: Page) -> str:
    """The title of the page's report, to tell apart chapters of the same name; nothing on its own home."""
    if not isinstance(page.parent, Section):
        return ""
    home = page.parent.children[0]
    return str(home.title) if home is not page else ""
