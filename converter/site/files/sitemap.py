"""The entries of the sitemap: the address of each page, and which languages it is in."""

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs.structure.files import Files

from converter.layout import HTML_LANGUAGE, LANGUAGES
from converter.site.head.about import path_in
from converter.site.mkdocs.menu import is_whole
from converter.site.rendering.page_shares import every_page


class Alternate(NamedTuple):
    """A page in one language."""

    language: str
    address: str


def sitemap(files: Files) -> list[tuple[str, list[Alternate]]]:
    """The absolute address of each page with those of it in both languages; none of these where it is in one."""
    pages = {f.src_uri: f.page.canonical_url for f in every_page(files) if f.page and not is_whole(f.src_uri)}
    known = {path: address for path, address in pages.items() if address}
    return [(address, _alternates(path, known)) for path, address in known.items()]


def _alternates(path: str, known: Mapping[str, str]) -> list[Alternate]:
    there = [
        Alternate(HTML_LANGUAGE[to], known[own]) for to in LANGUAGES if (own := path_in(path, to)) in known
    ]
    return there if len(there) > 1 else []
