"""Who makes what of a large site: the files of whole reports, dealt out to several processes."""

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from converter.layout import LIBRARY, name_in, report_of

_MOST = 6_000_000
"""Bytes of pages that one process makes: what it keeps of them, until the last is written, is some twenty times as much."""
_IN_LIBRARY = re.compile(rf"[a-z]+/(?:{'|'.join(LIBRARY)})/(?!index\.md)[^/]+\.md")
_TO_TITLE = re.compile(r"\A.*?^# [^\n]*$", re.M | re.S)
Inclusion = Callable[[InclusionLevel], bool]


class Anchors(NamedTuple):
    """Of one page, by its path: the ids it has, in one text; its links into pages made elsewhere, and into those made with it."""

    path: str
    present: str
    links: Mapping[str, dict[str, str]]
    near: Mapping[str, dict[str, str]]


class Shared(Files):
    """All files of the site, of which MkDocs is told to make only those that no other process makes."""

    elsewhere: frozenset[str] = frozenset()
    """The paths of what other processes make."""
    kept: frozenset[str] = frozenset()
    """The paths of what is there already, made before."""
    before: Sequence[Anchors] = ()
    """Of the pages among them."""

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[File]]:
        """All pages of each report, by its folder (``zh/lanshan-2020``); to be asked for when all files are known."""
        folders = defaultdict[str, list[File]](list)
        for file in every_page(self):
            folders[report_of(file.src_uri)].append(file)
        return folders

    def is_own(self, path: str) -> bool:
        """True for what this process has to make."""
        return path not in self.elsewhere and path not in self.kept

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path; every link asks, and nearly every path is as it should be."""
        return self.src_uris.get(path) or super().get_file_from_path(path)

    def documentation_pages(self, *, inclusion: Inclusion = InclusionLevel.is_included) -> Sequence[File]:
        """The pages that this process makes; those of a report in both languages come together, as they share what is known."""
        own = [file for file in every_page(self, inclusion) if self.is_own(file.src_uri)]
        return sorted(own, key=lambda file: name_in(file.src_uri))

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Inclusion = InclusionLevel.is_included
    ) -> None:
        """Write what is no page, without what other processes write."""
        own = Files(file for file in self if self.is_own(file.src_uri))
        own.copy_static_files(dirty, inclusion=inclusion)


def every_page(files: Files, inclusion: Inclusion = InclusionLevel.is_included) -> Sequence[File]:
    """All pages of the site, whichever process makes them."""
    return Files.documentation_pages(files, inclusion=inclusion)


def to_title(markdown: str) -> str:
    """A page as far as its title, which is all that the menus of others need; all of it where it has none."""
    begins = _TO_TITLE.search(markdown)
    return begins[0] if begins else markdown


def read_title(page: Page, files: Files, config: MkDocsConfig) -> None:
    """Menus name the page, though it is made elsewhere or there already: read it as far as its title."""
    page.read_source(config)
    page.markdown = to_title(page.markdown or "")
    page.render(config, files)
    # Which anchors it has, only who makes all of it can say.
    page.present_anchor_ids = None


class Later(NamedTuple):
    """A file that the process makes whose share it is, when all files are known."""

    file: File
    make: Callable[[], bytes]


def make_own(later: Iterable[Later], files: Files) -> None:
    """Make those of the files ``later`` that are this process's to make."""
    # Those of a report together, as they share what is known of it.
    for file, make in sorted(later, key=lambda one: name_in(one.file.src_uri)):
        if not isinstance(files, Shared) or files.is_own(file.src_uri):
            file.content_bytes = make()


class Dealt(NamedTuple):
    """Who makes which paths: what is in no report is the ``site``'s own; each of ``rounds`` are a process's shares in turn."""

    site: frozenset[str]
    rounds: list[list[frozenset[str]]]


def deal(files: Iterable[File], processes: int, most: int = _MOST) -> Dealt:
    """Whole reports, as evenly as may be, in shares of at most ``most`` bytes of pages unless one report has more."""
    by_report: dict[str, list[File]] = {}
    for file in files:
        by_report.setdefault(name_in(file.src_uri), []).append(file)
    site = frozenset(file.src_uri for file in by_report.pop("", []))
    sizes = {name: sum(map(_size, own)) for name, own in by_report.items()}
    dealt = (_cut(names, sizes, most) for names in _dealt(sizes, processes) if names)
    paths = {name: [file.src_uri for file in own] for name, own in by_report.items()}
    return Dealt(
        site, [[frozenset(path for name in names for path in paths[name]) for names in cut] for cut in dealt]
    )


def in_library(file: File) -> bool:
    """True for a page the site makes of several reports, and that no menu names."""
    path = file.src_uri
    return (
        file.abs_src_path is None and file.is_documentation_page() and _IN_LIBRARY.fullmatch(path) is not None
    )


def _size(file: File) -> int:
    # Text costs time; what is made of a report's data grows with its text.
    if not file.is_documentation_page():
        return 0
    return Path(file.abs_src_path).stat().st_size if file.abs_src_path else 1


def _dealt(sizes: Mapping[str, int], processes: int) -> list[list[str]]:
    heap = [(0, number) for number in range(processes)]
    dealt: list[list[str]] = [[] for _ in range(processes)]
    # The largest first, each to the one who has least; the same on every machine.
    for name, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        held, number = heap[0]
        dealt[number].append(name)
        heapq.heapreplace(heap, (held + size, number))
    return dealt


def _cut(names: Iterable[str], sizes: Mapping[str, int], most: int) -> list[list[str]]:
    cut: list[list[str]] = []
    held = most
    for name in names:
        if held + sizes[name] > most:
            cut.append([])
            held = 0
        cut[-1].append(name)
        held += sizes[name]
    return cut
