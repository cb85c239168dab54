"""How long a piece of work may take, so that one document cannot keep all others waiting."""

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from converter.errors import InputError

CONVERSION = 300.0
"""Seconds of a processor for one report.  The longest that is taken at all needs a tenth of it."""

_AGAIN = 1.0  # seconds; where code below had an answer to every exception


@contextmanager
def conversion_limit(path: object) -> Iterator[None]:
    """``time_limit`` for the conversion of the raw report at ``path``, undisturbed.  Raises InputError ``too_slow``."""
    with (
        time_limit(CONVERSION, InputError("too_slow", path=path, minutes=f"{CONVERSION / 60:g}")),
        undisturbed(),
    ):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nothing looks for objects that only hold each other: one report leaves next to none, and all that is known of words
    would be looked through again and again meanwhile."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


class _TimeIsUpError(BaseException):
    """Not an Exception, so that nothing that forgives a damaged document takes it for one."""


@contextmanager
def time_limit(seconds: float, error: InputError) -> Iterator[None]:
    """Raise ``error`` where what is done inside takes this process more than ``seconds`` of its own time.

    A busy or sleeping machine does not count.  Only a process's first thread can be stopped so, and not on Windows:
    elsewhere (a worker of a Dask cluster) nothing is limited.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    except _TimeIsUpError:
        raise error from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(*_: object) -> None:
    raise _TimeIsUpError
