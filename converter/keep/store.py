"""Carry out what was planned.  Each file is either the old or the new one at every moment."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from converter.errors import InputError
from converter.keep.plan import BASE, Change, read


def carry_out(docs: Path, changes: Iterable[Change]) -> None:
    """Write the pages and then their bases, so that a crash between the two loses nothing.

    Raises InputError ``unwritable``; what was written until then is complete.
    """
    for change in changes:
        _put(docs / change.path, change.text, change.before)
        base = docs / BASE / change.path
        _put(base, change.base, read(base))


def _put(file: Path, text: str | None, before: str | None) -> None:
    if text == before:
        return
    try:
        if text is None:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise InputError("unwritable", path=file, why=error.strerror) from error


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
