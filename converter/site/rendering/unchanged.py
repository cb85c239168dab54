"""A preview makes anew only what changed: a report whose files are as they were keeps the pages it has.

A page of a report shows this report, the site's own pages in its menu, and what the program knows.  So its files are
kept while none of these changed.  A page the site makes of what it knows (an indicator, a region) is kept while its text
is the same.  Everything else, the search index included, is made each time; a publication always makes everything.
"""

import logging
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from converter.layout import name_in
from converter.site.content.counterpart import files_beside
from converter.site.publisher import FILE as PUBLISHER
from converter.site.rendering.page_shares import Shared, in_library, to_title

_PROGRAM = Path(__file__).parents[2]
_COMPILED = ".pyc"
_LOG = logging.getLogger("mkdocs.gongkai")

State = Mapping[str, object]


class Made(NamedTuple):
    """What a site is made of: the state of all files that every page rests on, and of those of each group."""

    shared: State
    groups: Mapping[str, State]


class Again:
    """What the last build of a preview was made of, and where its pages are while the next one begins."""

    def __init__(self) -> None:
        self._before: Made | None = None
        self._now: Made | None = None
        self._last: Made | None = None

    def begin(self, site: Path) -> None:
        """Put the pages of the last build aside, before MkDocs clears the folder."""
        # A build that fails leaves no pages to rest on.
        self._before, self._last = self._last, None
        aside = self.aside(site)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        for entry in site.iterdir():
            if not entry.name.startswith("."):
                entry.rename(aside / entry.name)

    def keep(self, files: Shared, config: MkDocsConfig, lines: Mapping[str, str]) -> None:
        """Bring back what need not be made again; ``lines`` are what pages get below their titles, by path."""
        self._now = made_of(files, config, lines)
        same = unchanged(self._before, self._now)
        own = [file for file in files if group_of(file) in same]
        for file in own:
            _bring_back(self.aside(Path(config.site_dir)), file)
        files.kept = frozenset(file.src_uri for file in own)
        if own:
            pages = sum(file.is_documentation_page() for file in own)
            _LOG.info("%s pages are as they were. %s 个网页没有变化。", pages, pages)

    def end(self, site: Path) -> None:
        """All is written."""
        shutil.rmtree(self.aside(site), ignore_errors=True)
        self._last = self._now

    @staticmethod
    def aside(site: Path) -> Path:
        """Where the site of the last build lies until the next one is written."""
        # MkDocs clears the folder of a site of everything but hidden files.
        return site / ".before"


def made_of(files: Iterable[File], config: MkDocsConfig, lines: Mapping[str, str]) -> Made:
    """The state of everything that the pages of ``files`` are made of."""
    docs, groups = Path(config.docs_dir), dict[str, dict[str, object]]()
    program = (file for file in _PROGRAM.rglob("*") if file.is_file() and file.suffix != _COMPILED)
    settings = Path(config.config_file_path)
    own = Path(config.theme.custom_dir).rglob("*") if config.theme.custom_dir else ()
    project = (file for file in (settings, settings.with_name(PUBLISHER), *own) if file.is_file())
    shared: dict[str, object] = {str(file): _stamp(file) for file in (*program, *project)}
    for file in files:
        group = group_of(file)
        if group:
            groups.setdefault(group, {})[file.src_uri] = _state(file), lines.get(file.src_uri)
        elif file.abs_src_path:
            shared[file.src_uri] = _state(file)
    for name, state in groups.items():
        state |= {str(file): _stamp(file) for file in files_beside(docs, name)}
    return Made(shared, groups)


def unchanged(before: Made | None, now: Made) -> frozenset[str]:
    """The groups that would be made of the same as ``before``."""
    if before is None or before.shared != now.shared:
        return frozenset()
    return frozenset(group for group, state in now.groups.items() if before.groups.get(group) == state)


def group_of(file: File) -> str:
    """What changes together with a file: its report, or itself if it is one of the library's pages; empty for all others."""
    return name_in(file.src_uri) or (file.src_uri if in_library(file) else "")


def _state(file: File) -> object:
    if not file.abs_src_path:
        return file.content_bytes
    # Of the site's own pages others show the title.
    titled = file.is_documentation_page() and not group_of(file)
    return (
        to_title(file.content_bytes.decode(errors="replace")) if titled else _stamp(Path(file.abs_src_path))
    )


def _stamp(file: Path) -> tuple[int, int]:
    state = file.stat()
    return state.st_mtime_ns, state.st_size


def _bring_back(aside: Path, file: File) -> None:
    there = aside.parent / file.dest_uri
    there.parent.mkdir(parents=True, exist_ok=True)
    (aside / file.dest_uri).rename(there)
