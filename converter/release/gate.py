"""What must not be in ``docs/`` of a site that is published, each with its place."""

import os
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from mkdocs.structure.files import Files
from msgspec import Struct

from converter.build.keep import places_with_conflict_marks
from converter.layout import LANGUAGES, LIBRARY, data_path
from converter.strays import is_publishable

_DEVELOPERS = "dev"  # not part of the site: exclude_docs


class Problem(Struct, frozen=True, order=True):
    """Something at ``path`` that stops a release; ``key`` names the message."""

    path: str
    key: str
    line: int = 0


def problems(docs: Path) -> list[Problem]:
    """All that is wrong with the files of ``docs``, in order: marks of an unfinished merge, files nobody means to
    publish, links that lead out of the folder, pages of a report without its first page or its data."""
    marks = (Problem(str(file), "unfinished_merge", line) for file, line in places_with_conflict_marks(docs))
    return sorted({*marks, *_not_meant(docs), *_incomplete(docs)})


def leave_out(files: Files, docs: Path) -> None:
    """Take out of a site's ``files`` those below ``docs`` that nobody means to publish, and what is behind links."""
    behind_link = cache(partial(_is_behind_link, docs))
    for file in list(files):
        path = Path(file.abs_src_path) if file.abs_src_path else None
        if path and path.is_relative_to(docs) and (behind_link(path.parent) or not _is_meant(path, docs)):
            files.remove(file)


def _is_behind_link(docs: Path, folder: Path) -> bool:
    return any(
        above.is_symlink()
        for above in (folder, *folder.parents)
        if above.is_relative_to(docs) and above != docs
    )


def published_files(docs: Path) -> Iterator[Path]:
    """Every file and link below ``docs`` that a site takes from it: hidden ones and those for developers are none.

    Folders behind links are not entered.
    """
    for folder, folders, files in os.walk(docs):
        above = Path(folder)
        folders[:] = [name for name in sorted(folders) if _is_taken(above / name, docs)]
        links = [name for name in folders if (above / name).is_symlink()]
        yield from (above / name for name in sorted([*files, *links]) if not name.startswith("."))


def _is_meant(file: Path, docs: Path) -> bool:
    return is_publishable(file.name) and not _leads_out(file, docs)


def _leads_out(file: Path, docs: Path) -> bool:
    """True for a link to what is not in ``docs``, not there at all, or a folder, which may hold anything tomorrow."""
    if not file.is_symlink():
        return False
    real = Path(os.path.realpath(file))
    return not real.is_relative_to(os.path.realpath(docs)) or not real.is_file()


def _is_taken(folder: Path, docs: Path) -> bool:
    return not folder.name.startswith(".") and folder != docs / _DEVELOPERS


def _not_meant(docs: Path) -> Iterator[Problem]:
    for file in published_files(docs):
        if _leads_out(file, docs):
            yield Problem(str(file), "link_out")
        elif not _is_meant(file, docs):
            yield Problem(str(file), "stray_file")


def _incomplete(docs: Path) -> Iterator[Problem]:
    for language in LANGUAGES:
        for folder in sorted(path for path in (docs / language).glob("*") if path.is_dir()):
            name, pages = folder.name, list(folder.glob("*.md"))
            if pages and name not in LIBRARY and not name.startswith("."):
                whole = (folder / "index.md").is_file() and (docs / data_path(name)).is_file()
                yield from () if whole else [Problem(str(folder), "without_index")]
