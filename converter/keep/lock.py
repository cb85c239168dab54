"""One build at a time: a lock on the folder itself, which the system takes back when its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from converter.errors import InputError

_PAUSE = 0.05


@contextmanager
def alone(folder: Path, patience: float = 5.0) -> Iterator[None]:
    """Hold ``folder`` (made if missing) for this process; wait up to ``patience`` seconds for another to end.

    Raises InputError ``busy`` where the other takes longer.  Where the system knows no such lock (Windows,
    some network file systems) nothing is held: each page is still replaced in one step.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY) if sys.platform != "win32" else None
    except OSError as error:
        raise InputError("unwritable", path=folder, why=error.strerror) from error
    try:
        end = time.monotonic() + patience
        while handle is not None and not _held(handle):
            if time.monotonic() > end:
                raise InputError("busy", path=folder)
            time.sleep(_PAUSE)
        yield
    finally:
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":

    def _held(handle: int) -> bool:  # noqa: ARG001
        return True
else:
    import fcntl

    def _held(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
