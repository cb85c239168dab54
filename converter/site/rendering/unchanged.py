"""What a site is made of: what changed since the last build is made anew, and what rests on nothing that did is taken over.

A page of a report shows this report, the site's own pages in its menu, and what the program knows.  So its files are
kept while none of these changed.  A page the site makes of what it knows (an indicator, a region) is kept while its text
is the same.  Everything else, the files of the search index that hold all pages included, is made each time.
"""

import hashlib
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.layout import name_in
from converter.site.content.counterpart import files_beside
from converter.site.publisher import FILE as PUBLISHER
from converter.site.rendering.page_shares import in_library, to_title

_PROGRAM = Path(__file__).parents[2]
_COMPILED = ".pyc"
_DAY = 24 * 60 * 60


class Made(NamedTuple):
    """What a site is made of, as checksums: of all that every page rests on, and of what each group rests on besides."""

    shared: str
    groups: Mapping[str, str]


class Checksums:
    """Of files; one that did not change since it was read is not read again."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int], str]] = {}

    def of(self, file: Path) -> str:
        """The checksum of what ``file`` holds."""
        state = file.stat()
        stamp = state.st_mtime_ns, state.st_size
        known = self._known.get(file)
        if known is None or known[0] != stamp:
            known = self._known[file] = stamp, checksum(file.read_bytes())
        return known[1]


def checksum(content: bytes) -> str:
    """What tells ``content`` from any other."""
    return hashlib.sha256(content).hexdigest()


def checksum_of(file: File) -> str:
    """The checksum of what a build made of ``file``."""
    return checksum(Path(file.abs_dest_path).read_bytes())


def surroundings(config: MkDocsConfig, sums: Checksums) -> str:
    """A checksum of all that is no page."""
    return _joined(_surroundings(config, sums.of))


def made_of(
    files: Iterable[File], docs: Path, around: Iterable[str], lines: Mapping[str, str], sums: Checksums
) -> Made:
    """What the pages of ``files`` are made of; ``around`` stands for all that is no file of the site."""
    groups = dict[str, list[object]]()
    shared: list[object] = [*around]
    for file in files:
        group = group_of(file)
        if group:
            state = file.src_uri, file.dest_uri, _state(file, sums.of), lines.get(file.src_uri)
            groups.setdefault(group, []).append(state)
        elif file.abs_src_path or file.is_documentation_page():
            shared.append((file.src_uri, _state(file, sums.of)))
    for name, states in groups.items():
        states += [(str(file.relative_to(docs)), sums.of(file)) for file in files_beside(docs, name)]
    return Made(_joined(shared), {name: _joined(states) for name, states in groups.items()})


def group_of(file: File) -> str:
    """What changes together with a file: its report, or itself if it is one of the library's pages; empty for all others."""
    return name_in(file.src_uri) or (file.src_uri if in_library(file) else "")


def groups_in(files: Files) -> Mapping[str, list[File]]:
    """The files of each group."""
    groups: dict[str, list[File]] = {}
    for file in files:
        if group := group_of(file):
            groups.setdefault(group, []).append(file)
    return groups


def _surroundings(config: MkDocsConfig, sum_of: Callable[[Path], str]) -> Iterator[object]:
    """All that is no page: the program, what it is installed with, the settings, the templates, the day."""
    program = (file for file in _PROGRAM.rglob("*") if file.is_file() and file.suffix != _COMPILED)
    settings = Path(config.config_file_path)
    own = Path(config.theme.custom_dir).rglob("*") if config.theme.custom_dir else ()
    project = (file for file in (settings, settings.with_name(PUBLISHER), *own) if file.is_file())
    for file in sorted((*program, *project)):
        yield (
            str(os.path.relpath(file, settings.parent if file.is_relative_to(settings.parent) else _PROGRAM)),
            sum_of(file),
        )
    yield sys.version
    folders = (Path(folder) for folder in sys.path if Path(folder).is_dir())
    yield sorted(entry.name for folder in folders for entry in folder.glob("*.dist-info"))
    # Settings may come from several files, from the command line and from the environment.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing else has them apart from the defaults
        said = [sorted(_settings(said).items(), key=str) for said in config.user_configs]
    # Of the folder of the project they may say the place.
    yield repr(said).replace(str(settings.parent), "")
    yield config.site_url, bool(config.extra.get("pdf")), bool(config.strict)
    # Pages say on which day they were made.
    yield int(os.environ.get("SOURCE_DATE_EPOCH") or 0) // _DAY


def _settings(said: Mapping[str, object]) -> Mapping[str, object]:
    # Where a site is written does not change it.
    return {key: value for key, value in said.items() if key not in ("site_dir", "config_file_path")}


def _state(file: File, sum_of: Callable[[Path], str]) -> object:
    # Of the site's own pages others show the title.
    if file.is_documentation_page() and not group_of(file):
        return to_title(file.content_bytes.decode(errors="replace"))
    return sum_of(Path(file.abs_src_path)) if file.abs_src_path else checksum(file.content_bytes)


def _joined(states: Iterable[object]) -> str:
    return checksum(repr(list(states)).encode(errors="surrogatepass"))
