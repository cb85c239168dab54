"""Work on all cores whose results are bytes; what is made, and what is said of it, is the same on any number of them."""

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import NoReturn

Task = Callable[[], bytes]
_WORTH = 8
"""Tasks; fewer are done sooner by one process than shared out."""


def cores() -> int:
    """On how many cores this process may work: one where it cannot safely be forked, as on macOS and Windows, or has threads."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def side_by_side(tasks: Sequence[Task], worth: int = _WORTH) -> list[bytes]:
    """The results of ``tasks``, in their order."""
    processes = min(cores(), len(tasks)) if len(tasks) >= worth else 1
    gc.freeze()
    others = [_begin(tasks[number::processes]) for number in range(1, processes)]
    gc.unfreeze()
    made = [[task() for task in tasks[::processes]]]
    for number, (process, hears) in enumerate(others, start=1):
        # What a process could not do, or had something to say of, is done here, where it is told as ever.
        made.append(_heard(process, hears) or [task() for task in tasks[number::processes]])
    return [made[number % processes][number // processes] for number in range(len(tasks))]


def _begin(tasks: Sequence[Task]) -> tuple[int, Connection]:
    sys.stderr.flush()
    hears, tells = Pipe(duplex=False)
    process = os.fork()
    if not process:
        hears.close()
        _do(tasks, tells)
    tells.close()
    return process, hears


def _do(tasks: Sequence[Task], tells: Connection) -> NoReturn:
    said = _Said()
    for logger in (logging.root, *logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers[:] = [said] if logger is logging.root or logger.handlers else []
    try:
        made = [task() for task in tasks]
        if not said.anything:
            tells.send(made)
    finally:
        os._exit(0)


def _heard(process: int, hears: Connection) -> list[bytes]:
    try:
        made: list[bytes] = hears.recv()
    except (EOFError, OSError):
        made = []
    os.waitpid(process, 0)
    return made


class _Said(logging.Handler):
    """Knows whether anything was said."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self.anything = True
