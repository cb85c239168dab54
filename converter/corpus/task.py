"""One conversion as it is sent to whoever does it: all that it looks at, as bytes."""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from converter.build import Converted, convert_raw, report_name, take
from converter.corpus.program import fingerprint
from converter.errors import InputError
from converter.keep import BASE, lay_out
from converter.pages import data_path
from converter.sources import Raw
from converter.translation import memory_path


@dataclass(frozen=True, slots=True)
class Task:
    """A raw report, and what ``docs`` has of it: contents by path."""

    raw: Raw
    docs: str
    files: Mapping[str, bytes]


def task_of(path: Path, docs: Path) -> Task:
    """The task of converting the raw report at ``path``.  Raises InputError of ``take``."""
    raw = take(path)
    return Task(raw, str(docs), files_of(docs, report_name(path)))


def files_of(docs: Path, name: str) -> Mapping[str, bytes]:
    """Every file below ``docs`` that a build of the report called ``name`` reads or writes."""
    return {
        file.relative_to(docs).as_posix(): file.read_bytes() for file in _files(docs, name) if file.is_file()
    }


def _files(docs: Path, name: str) -> Iterator[Path]:
    for root in (docs, docs / BASE):
        yield root / data_path(name)
        for folder in sorted(root.glob(f"*/{name}")):
            yield from sorted(folder.rglob("*"))
    yield docs / memory_path(name)


def state_of(files: Mapping[str, bytes]) -> str:
    """A checksum of files: their paths and contents."""
    whole = hashlib.sha256()
    for path, data in sorted(files.items()):
        whole.update(f"{path}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()


def work(task: Task, force: bool, program: str) -> Converted:
    """Do a task.  Raises InputError of ``convert_raw``, ``other_program`` where the caller is another program than this."""
    if fingerprint() != program:
        raise InputError("other_program")
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), task.files)
        try:
            return convert_raw(task.raw, Path(folder), force)
        except InputError as error:
            told = {key: str(detail).replace(folder, task.docs) for key, detail in error.details.items()}
            raise InputError(error.key, **told) from error
