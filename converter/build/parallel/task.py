"""One conversion as it is sent to whoever does it: all that it looks at, as bytes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from os import scandir
from pathlib import Path

from msgspec import Struct

from converter.build.first_build import is_new, is_translated
from converter.build.keep import EDITED
from converter.build.seeds import take
from converter.caching import kept_latest
from converter.layout import BASE, base_path, data_path, former_path, memory_files, memory_path, report_name
from converter.sources import Raw


class Task(Struct, frozen=True):
    """A raw report, and what ``docs`` has of it: contents by path."""

    raw: Raw
    docs: str
    files: Mapping[str, bytes]

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.raw.data) + sum(map(len, self.files.values()))


def task_of(path: Path, docs: Path) -> Task:
    """The task of converting the raw report at ``path``.  Raises InputError of ``take``."""
    raw = take(path)
    return Task(raw, str(docs), files_of(docs, report_name(path)))


def files_of(docs: Path, name: str) -> Mapping[str, bytes]:
    """Every file below ``docs`` that a build of the report called ``name`` reads or writes."""
    single = (data_path(name), memory_path(name), former_path(name))
    paths = [*single, *map(base_path, single)]
    for above in ("", f"{BASE}/", f"{EDITED}/"):
        with suppress(FileNotFoundError), scandir(docs / above) as found:
            paths += [f"{above}{entry.name}/{name}" for entry in found if entry.is_dir()]
    # A report that begins takes over what others have of the same texts.
    others = _translated(docs) if is_new(docs, name) else ()
    return contents(docs, (*paths, *others))


def _translated(docs: Path) -> Iterator[str]:
    """The memories of other reports that have a translation."""
    for file in memory_files(docs):
        if _has_any(file, file.stat().st_mtime_ns):
            yield file.relative_to(docs).as_posix()


@kept_latest(None)
def _has_any(file: Path, _when: int) -> bool:
    return is_translated(file.read_text(encoding="utf-8", errors="replace"))


def contents(docs: Path, paths: Iterable[str]) -> Mapping[str, bytes]:
    """The files below ``docs`` at ``paths``, and in the folders there, by path."""
    return {file: (docs / file).read_bytes() for path in paths for file in _files(docs, path)}


def _files(docs: Path, path: str) -> Iterator[str]:
    place = docs / path
    if place.is_file():
        yield path
    elif place.is_dir():
        with suppress(PermissionError), scandir(place) as found:
            for entry in found:
                if entry.is_file():
                    yield f"{path}/{entry.name}"
                elif entry.is_dir(follow_symlinks=False):
                    yield from _files(docs, f"{path}/{entry.name}")


def state_of(files: Mapping[str, bytes]) -> str:
    """A checksum of files: their paths and contents."""
    whole = hashlib.sha256()
    for path, data in sorted(files.items()):
        whole.update(f"{path}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()
