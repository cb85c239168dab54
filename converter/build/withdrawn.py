"""Reports whose raw file was taken out of ``seeds/``: what the program wrote of them goes, what people wrote stays."""

from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from converter.build.keep import Change, plan, retire
from converter.data import read_first
from converter.layout import (
    BASE,
    LANGUAGES,
    SEEDS,
    base_path,
    data_files,
    data_path,
    memory_path,
    report_folder,
)


class Withdrawn(Struct, frozen=True):
    """One report that is no longer asked for.

    ``changes`` is what becomes of the files the program wrote; ``kept`` are the others: pages people added.  Its
    translation memory stays, so that no translation is lost.  Paths are relative to ``docs/``.
    """

    name: str
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    memory: str
    """Its translation memory, empty where nothing is translated."""


def find_withdrawn(docs: Path, names: Collection[str]) -> list[Withdrawn]:
    """The reports that ``docs`` has from a file in ``seeds/`` which are none of ``names`` any more, in order.

    One that was built from a file elsewhere is left alone, and one whose data are broken, as nobody can tell.
    """
    written = (file.stem for file in data_files(docs / BASE))
    return [_gone(docs, name) for name in written if name not in names and _from_seeds(docs, name)]


def _from_seeds(docs: Path, name: str) -> bool:
    report = read_first(docs / path for path in (base_path(data_path(name)), data_path(name)))
    return report is not None and Path(report.source.path).parent == SEEDS


def _gone(docs: Path, name: str) -> Withdrawn:
    from converter.build.memory_store import load_memory

    pages = [change for language in LANGUAGES for change in plan(docs, {}, report_folder(name, language))]
    # The data go last: as long as they are there a later run knows that there is something to do.
    changes = (*pages, retire(docs, data_path(name)))
    kept = tuple(_others(docs, name, {change.path for change in changes}))
    translated = any(unit.en for unit in load_memory(docs, name).units)
    return Withdrawn(name, changes, kept, memory_path(name) if translated else "")


def _others(docs: Path, name: str, ours: set[str]) -> Iterator[str]:
    for folder in sorted(path for path in docs.glob(f"*/{name}") if path.is_dir()):
        if folder.parent.name != BASE:
            files = sorted(file for file in folder.rglob("*") if file.is_file())
            yield from (path for f in files if (path := f.relative_to(docs).as_posix()) not in ours)
