"""The search index of the site: of what each process made, and in a preview anew only of what was made anew."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES, name_in
from converter.site import search
from converter.site.content.glossary import address_of
from converter.site.rendering.page_shares import Shared, every_page, in_library
from converter.site.search import KnownTerm, Part
from converter.translation.terms import Term, terms

Parts = Mapping[str, Part]
"""What was collected for the index: of each report, and of the pages that belong to none under two names."""
_SITE, _LIBRARY, _ALL = "", "library", "all"


class Index:
    """Writes the index of each build; one that is ``kept`` remembers what it collected of which pages."""

    def __init__(self) -> None:
        self._parts: Parts = {}
        self._numbers: Mapping[str, int] = {}

    def collect(self, site: Path, files: Files, before: Path | None) -> Parts:
        """Collect from the pages this process made, and those it kept; these lie in ``before`` with the index they had."""
        numbers = search.numbered(file.dest_uri for file in every_page(files))
        known = self._parts if numbers == self._numbers else {}
        self._numbers = numbers
        changed = {_part(file) for file in files.documentation_pages()}
        parts = {}
        for name, pages in _parts(files, before is not None).items():
            if before and name in known and name not in changed:
                parts[name] = search.reuse_part(site, known[name], before)
            else:
                parts[name] = search.index_part(site, {uri: numbers[uri] for uri in pages})
        return parts

    def write(self, site: Path, told: Iterable[Parts], kept: bool) -> None:
        """Write the index of what all processes collected; keep that for the next one, or let it go."""
        told = list(told)
        known = [known_term(term) for term in terms()]
        search.join_index(site, [part for parts in told for part in parts.values()], self._numbers, known)
        if kept:
            self._parts = {name: part for parts in told for name, part in parts.items()}
        else:
            search.drop_parts(site)


def known_term(term: Term) -> KnownTerm:
    """A term as the search knows it."""
    meanings = {language: term.explanation(language) for language in LANGUAGES}
    return KnownTerm(term.forms, term.whole_renderings, address_of(term), meanings)


def _parts(files: Files, apart: bool) -> dict[str, list[str]]:
    """The addresses of the pages that are this process's to read, by part; all in one where nothing is kept."""
    elsewhere = files.elsewhere if isinstance(files, Shared) else ()
    parts: dict[str, list[str]] = {}
    for file in every_page(files):
        if file.src_uri not in elsewhere:
            parts.setdefault(_part(file) if apart else _ALL, []).append(file.dest_uri)
    return parts


def _part(file: File) -> str:
    return name_in(file.src_uri) or (_LIBRARY if in_library(file) else _SITE)
