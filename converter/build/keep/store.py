"""Carry out what was planned.  Each file is either the old or the new one at every moment."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from converter.build.keep.plan import EDITED, Change, read
from converter.errors import InputError
from converter.layout import BASE

_LEFTOVER = re.compile(r"\..+\.\d+\.tmp")


def carry_out(docs: Path, changes: Iterable[Change]) -> None:
    """Write the pages and then the copies kept of them, so that a crash between the two loses nothing.

    Raises InputError ``unwritable``, and ``meanwhile`` where a person saved a page after it was planned; what was
    written until then is complete, and the next run does the rest.
    """
    planned = tuple(changes)
    _clear(docs, planned)
    for change in planned:
        if change.aside:
            _put_aside(docs, change)
        _put(docs / change.path, change.text, change.before)
        if change.action != "deleted":  # that page may be had back, with its edits
            _put_copy(docs / EDITED / change.path, _edited(change))
        _put_copy(docs / BASE / change.path, change.base)


def _put_aside(docs: Path, change: Change) -> None:
    with suppress(FileNotFoundError):
        write_file(docs / change.aside, (docs / change.path).read_bytes())


def _put_copy(copy: Path, text: str | None) -> None:
    before = read(copy)
    if text is not None and text == before and not copy.read_bytes().endswith(b"\n"):
        write_file(
            copy, text.encode("utf-8", "surrogateescape")
        )  # without its last line feed it counts as torn
    _put(copy, text, before)


def _edited(change: Change) -> str | None:
    edited = change.base is not None and change.text != change.base
    return change.text if edited and change.path.endswith(".md") else None


def withdraw(docs: Path, changes: Iterable[Change]) -> None:
    """Take back what ``carry_out`` wrote before it broke off, where nothing of the report was there before.

    Half a new report would be pages that lead nowhere, and none of it is anybody's.  One that was there is left: it
    is ended by the next run.
    """
    planned = [change for change in changes if change.text is not None]
    if any(change.before is not None for change in planned if not change.path.endswith((".po", ".jsonl"))):
        return
    for change in planned:
        files = () if change.before is not None else (docs / BASE / change.path, docs / change.path)
        for file in files:
            with suppress(OSError):
                file.unlink(missing_ok=True)
            with suppress(OSError):
                file.parent.rmdir()  # where it was the last one


def write_sidecar(path: Path, before: bytes | None, after: bytes) -> None:
    """Write a sidecar that was ``before`` when it was read.  Raises InputError ``unwritable``, and ``meanwhile`` where
    somebody saved it since."""
    if (path.read_bytes() if path.is_file() else None) != before:
        raise InputError("meanwhile", path=path)
    write_file(path, after)


def move(file: Path, to: Path) -> None:
    """Give a file or a folder another name, in one step, where it is there and nothing has that name.

    Raises InputError ``unwritable``.
    """
    if not file.exists() or to.exists():
        return
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        file.rename(to)
    except OSError as error:
        raise InputError("unwritable", path=to, why=error.strerror) from error


def write_file(file: Path, data: bytes) -> None:
    """Make ``data`` the whole contents of ``file``, in one step.  Raises InputError ``unwritable``."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, data)
    except OSError as error:
        raise InputError("unwritable", path=file, why=error.strerror) from error


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write copies of ``files``, contents by path, into ``folder``, which is nobody's and need not survive a crash."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _put(file: Path, text: str | None, before: str | None) -> None:
    if text == before:
        return
    if read(file) != before:
        raise InputError("meanwhile", path=file)
    if text is not None:
        write_file(file, text.encode("utf-8", "surrogateescape"))
        return
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise InputError("unwritable", path=file, why=error.strerror) from error
    with suppress(OSError):
        file.parent.rmdir()  # where it was the last one


def _clear(docs: Path, changes: Iterable[Change]) -> None:
    """Remove what a killed build left half written."""
    paths = {Path(change.path).parent for change in changes}
    clear_leftovers(root / path for root in (docs, docs / BASE, docs / EDITED) for path in paths)


def clear_leftovers(folders: Iterable[Path]) -> None:
    """Remove from ``folders`` what a killed ``write_file`` left half written."""
    for folder in folders:
        for file in folder.glob(".*.tmp"):
            if _LEFTOVER.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()


def _replace(file: Path, data: bytes) -> None:
    # The name is the writer's own, so that two builds at once do not write into one temporary file.
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(file)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
