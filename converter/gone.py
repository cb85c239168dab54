"""Reports whose raw file was taken out of ``seeds/``: what the program wrote of them goes, what people wrote stays."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from converter.errors import InputError
from converter.keep import BASE, Change, plan, retire
from converter.paths import LANGUAGES, data_path, report_folder
from converter.seeds import SEEDS
from converter.translation import memory_path


@dataclass(frozen=True, slots=True)
class Gone:
    """One report that is no longer asked for.

    ``changes`` is what becomes of the files the program wrote; ``kept`` are the others: pages people added.  Its
    translation memory stays, so that no translation is lost.  Paths are relative to ``docs/``.
    """

    name: str
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    memory: str
    """Its translation memory, empty where nothing is translated."""


def find_gone(docs: Path, names: Collection[str]) -> list[Gone]:
    """The reports that ``docs`` has from a file in ``seeds/`` which are none of ``names`` any more, in order.

    One that was built from a file elsewhere is left alone.  Raises InputError ``broken_data``.
    """
    written = sorted((docs / BASE / "data").glob("*.json"))
    return [_gone(docs, file.stem) for file in written if file.stem not in names and _from_seeds(file)]


def _from_seeds(data: Path) -> bool:
    return Path(source_of_data(data)["path"]).parent == SEEDS


def source_of_data(data: Path) -> Mapping[str, str]:
    """The ``path`` and ``sha256`` of the raw file that a data file was made of.  Raises InputError ``broken_data``."""
    try:
        source = json.loads(data.read_text(encoding="utf-8"))["source"]
        return {"path": str(source["path"]), "sha256": str(source.get("sha256", ""))}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("broken_data", path=data, why=error) from error


def _gone(docs: Path, name: str) -> Gone:
    from converter.memory_store import load_memory

    pages = [change for language in LANGUAGES for change in plan(docs, {}, report_folder(name, language))]
    # The data go last: as long as they are there a later run knows that there is something to do.
    changes = (*pages, retire(docs, data_path(name)))
    kept = tuple(_others(docs, name, {change.path for change in changes}))
    translated = any(unit.en for unit in load_memory(docs, name).units)
    return Gone(name, changes, kept, memory_path(name) if translated else "")


def _others(docs: Path, name: str, ours: set[str]) -> Iterator[str]:
    for folder in sorted(path for path in docs.glob(f"*/{name}") if path.is_dir()):
        if folder.parent.name != BASE:
            files = sorted(file for file in folder.rglob("*") if file.is_file())
            yield from (path for f in files if (path := f.relative_to(docs).as_posix()) not in ours)
