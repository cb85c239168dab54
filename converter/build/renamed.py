"""Raw reports that have another name in ``seeds/`` than when they were built: what people made of them moves along.

A report is known by the checksum of its file.  Only the same bytes are the same report: a file that was changed as
well is a new one, and the old one is gone.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from converter.build.keep import EDITED, move
from converter.data import read_first
from converter.layout import (
    BASE,
    LANGUAGES,
    SEEDS,
    base_path,
    data_files,
    data_path,
    former_path,
    memory_path,
    report_folder,
    report_name,
)
from converter.sources.sidecar import sidecar_of


class Renamed(Struct, frozen=True):
    """A report that was called ``old``, of the raw file ``was``, and is now that of the raw file ``path``."""

    old: str
    was: Path
    path: Path

    @property
    def new(self) -> str:
        """Its name from now on."""
        return report_name(self.path)


def find_renamed(docs: Path, paths: Iterable[Path]) -> list[Renamed]:
    """Those of ``paths`` that ``docs`` has under the name of a file which is in ``seeds/`` no more, in order.

    One that has pages under its new name already is none, nor is a second copy of the same bytes.
    """
    fresh = [path for path in paths if path.parent == SEEDS and not _written(docs, report_name(path))]
    lost = dict(_lost(docs)) if fresh else {}
    found = []
    for path in fresh if lost else ():
        if known := lost.pop(_checksum(path), None):
            found.append(Renamed(*known, path))
    return found


def move_along(docs: Path, one: Renamed) -> None:
    """Give all that ``docs`` has of a report its new name, and its sidecar as well where that has none yet.

    What broke off half way is ended by the next run: the data, by which a report is known, go last.
    Raises InputError ``unwritable``.
    """
    for old, new in zip(_places(one.old), _places(one.new), strict=True):
        move(docs / old, docs / new)
    beside, own = sidecar_of(one.was), sidecar_of(one.path)
    if report_name(beside) not in _names_there():
        move(beside, own)
    data = f"{BASE}/{data_path(one.old)}"
    move(docs / data, docs / BASE / data_path(one.new))


def _places(name: str) -> tuple[str, ...]:
    """Where the files of a report are, but the base of its data."""
    pages = (report_folder(name, language) for language in LANGUAGES)
    above = [place for page in pages for place in (page, f"{BASE}/{page}", f"{EDITED}/{page}")]
    memory = (place for path in (memory_path(name), former_path(name)) for place in (path, base_path(path)))
    return (*above, *memory, data_path(name))


def _written(docs: Path, name: str) -> bool:
    return (docs / BASE / data_path(name)).exists()


def _lost(docs: Path) -> Iterator[tuple[str, tuple[str, Path]]]:
    """By its checksum each report built from a file of ``seeds/`` that is there no more: its name and the file."""
    there = _names_there()
    for data in reversed(data_files(docs / BASE)):
        if data.stem not in there:
            report = read_first((data, docs / data_path(data.stem)))
            path = Path(report.source.path if report else "")
            if report and path.parent == SEEDS:
                yield report.source.sha256, (data.stem, path)


def _names_there() -> set[str]:
    return {report_name(path) for path in SEEDS.glob("*") if path.suffix != sidecar_of(path).suffix}


def _checksum(path: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
