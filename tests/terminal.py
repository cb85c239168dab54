"""Programs that tests start hear signals as in a terminal, whatever the tests themselves were started to ignore.

A shell starts what runs in the background with SIGINT and SIGQUIT ignored, ``nohup`` with SIGHUP, and children inherit that.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_HEARD = [
    getattr(signal, name) for name in ("SIGINT", "SIGQUIT", "SIGHUP", "SIGTERM") if hasattr(signal, name)
]


@contextmanager
def as_in_a_terminal() -> Iterator[None]:
    """What is started in here hears every signal; afterwards this process ignores again what it ignored before."""
    ignored = [one for one in _HEARD if signal.getsignal(one) is signal.SIG_IGN]
    for one in ignored:
        # A signal that is caught, not ignored, is a plain one again in a program that is started.
        signal.signal(one, lambda *_: None)
    try:
        yield
    finally:
        for one in ignored:
            signal.signal(one, signal.SIG_IGN)
