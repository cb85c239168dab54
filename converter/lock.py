"""One build at a time: a lock on a file in the folder, which the system takes back when its holder dies."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from converter.errors import InputError

_LOCK = ".lock"


@contextmanager
def alone(folder: Path, patience: float = 5.0, *, tidy: bool = False) -> Iterator[None]:
    """Hold ``folder`` (made if missing) for this process; wait up to ``patience`` seconds for another to end.

    Raises InputError ``busy`` where the other takes longer, ``unwritable`` where nothing can be written into the folder.
    Where a file system knows no locks nothing is held: each page is still replaced in one step.  With ``tidy`` no file
    of the lock stays behind, in a folder that people hand on as it is; one who waited for it may have to start again.
    """
    lock = FileLock(folder / _LOCK, timeout=patience)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise InputError("busy", path=folder) from error
    except NotImplementedError:
        pass
    except OSError as error:
        raise InputError("unwritable", path=folder, why=error.strerror) from error
    try:
        yield
    finally:
        if tidy:
            with suppress(OSError):
                (folder / _LOCK).unlink()
        lock.release()
