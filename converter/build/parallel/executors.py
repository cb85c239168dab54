"""Where conversions run, all behind the standard ``concurrent.futures.Executor``: here, on all cores, on a cluster."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any, ParamSpec, TypeVar

from converter.errors import InputError

Executors = Callable[[], Executor]
"""Makes an executor; asked again when the one it made has broken."""

_P = ParamSpec("_P")
_T = TypeVar("_T")
_FEW = 3  # reports that are converted sooner than processes are started
_PATIENCE = 10  # seconds for a scheduler, or its first worker, to answer


class _Here(Executor):
    """Runs each task in this process, at once."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        done: Future[_T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


def here() -> Executor:
    """This process alone."""
    return _Here()


def local(reports: int) -> Executors:
    """All cores of this machine, or this process alone where that is as fast."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return here if reports <= _FEW or cores == 1 else lambda: _processes(min(cores, reports))


def _processes(count: int) -> Executor:
    # A fork starts with everything imported; elsewhere than on Linux the system's own libraries do not bear it.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(count, mp_context=context, initializer=_leave_ctrl_c_to_the_parent)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def cluster(scheduler: str) -> Iterator[Executors]:
    """The Dask cluster whose scheduler has the address ``scheduler`` (``tcp://host:8786``).

    A worker that is lost has its reports done by the others.  Raises InputError ``no_cluster`` where the extra is not
    installed, ``no_scheduler`` where nobody answers and ``no_workers`` where there is nobody to work.
    """
    try:
        distributed: Any = import_module("distributed")
    except ModuleNotFoundError as error:
        raise InputError("no_cluster") from error
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except Exception as error:
        # Whatever else answers there may send anything, which Dask then takes for lengths and addresses.
        raise InputError("no_scheduler", address=scheduler) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise InputError("no_workers", address=scheduler) from error
        yield lambda: client.get_executor(pure=False)
