"""Conversions side by side, their results one after the other: the same result whatever did the work."""

from collections import deque
from collections.abc import Collection, Generator, Iterable, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from converter.build.keep import Action
from converter.build.parallel.build_cache import recall
from converter.build.parallel.executors import Executors
from converter.build.parallel.fingerprint import fingerprint
from converter.build.parallel.task import Task, task_of
from converter.build.seeds import Converted
from converter.errors import InputError

# How far files are begun before the first of them is done, by number and by the bytes of their tasks.  Where that one
# takes long, all others wait in memory with what was made of them, twice as much as was published before.
_AHEAD, _HELD = 100, 40 * 2**20
_NOT_ONE_FILE = ("other_program", "scheduler_lost")


class Outcome(Struct, frozen=True):
    """What became of one file: ``converted``, or the ``error`` that kept it from being so.

    ``task`` is None where the file could not be taken or need not be converted.  ``known`` is what the build that is recalled says of the
    pages and ``state`` the checksum of its files; ``converted`` then has no changes.
    """

    path: Path
    task: Task | None = None
    converted: Converted | None = None
    error: Exception | None = None
    known: Mapping[Action, int] | None = None
    state: str | None = None

    def result(self) -> Converted:
        """What the file was converted to.  Raises its error where it was not."""
        if self.error or not self.converted:
            raise self.error or InputError("missing", path=self.path)
        return self.converted


@dataclass(slots=True)
class _Begun:
    """A file whose conversion has begun, or (``future`` None) whose outcome is known."""

    outcome: Outcome
    future: Future[Converted] | None = None


@dataclass(slots=True)
class _Workers:
    """The executor at work, and where a fresh one is from: a process that is killed takes its pool with it."""

    fresh: Executors
    executor: Executor
    force: bool

    def start(self, task: Task) -> Future[Converted]:
        # Half a second of imports, here so that processes are forked with them and only where there is something to do.
        from converter.build.parallel.converting import work

        try:
            return self.executor.submit(work, task, self.force, fingerprint())
        except BrokenExecutor:
            self.renew()
            return self.executor.submit(work, task, self.force, fingerprint())

    def renew(self) -> None:
        self.executor.shutdown(wait=False)
        self.executor = self.fresh()


def outcomes(
    paths: Iterable[Path], docs: Path, force: bool, executors: Executors, recalling: bool = True
) -> Generator[Outcome, None, None]:
    """An outcome for each of ``paths``, in their order, each as soon as it is known; without ``recalling`` all are converted.

    Raises InputError ``scheduler_lost`` and ``other_program``: there no file is to blame.
    """
    workers = _Workers(executors, executors(), force)
    begun: deque[_Begun] = deque()
    try:
        for path in paths:
            begun.append(_begin(path, docs, workers, recalling))
            while begun and (_is_known(begun[0]) or _are_enough(begun)):
                yield _finish(begun, workers)
        while begun:
            yield _finish(begun, workers)
    finally:
        # Also on Ctrl-C: what has not begun yet need not.
        for one in begun:
            if one.future:
                one.future.cancel()
        workers.executor.shutdown(wait=True)


def _begin(path: Path, docs: Path, workers: _Workers, recalling: bool) -> _Begun:
    try:
        task = task_of(path, docs)
    except Exception as error:  # whatever one file does to us, the others have nothing to do with it
        return _Begun(Outcome(path, error=error))
    if recalling and (known := recall(task, workers.force)):
        return _Begun(Outcome(path, None, known.converted, known.error, known.actions, known.state))
    return _Begun(Outcome(path, task), workers.start(task))


def _is_known(one: _Begun) -> bool:
    return one.future is None or one.future.done()


def _are_enough(begun: Collection[_Begun]) -> bool:
    held = sum(one.outcome.task.size for one in begun if one.outcome.task)
    return len(begun) >= _AHEAD or held >= _HELD


def _finish(begun: deque[_Begun], workers: _Workers) -> Outcome:
    """Take the first out and wait for it."""
    first = begun.popleft()
    path, task = first.outcome.path, first.outcome.task
    if first.future is None or task is None:
        return first.outcome
    try:
        return Outcome(path, task, _result(first.future, task, begun, workers))
    except Exception as error:
        if isinstance(error, InputError) and error.key in _NOT_ONE_FILE:
            raise
        # Dask gives up on a task that several workers died on; its name says so without importing it.
        lost = type(error).__name__ == "KilledWorker"
        return Outcome(path, task, error=InputError("worker_lost", path=path) if lost else error)


def _result(future: Future[Converted], task: Task, others: Iterable[_Begun], workers: _Workers) -> Converted:
    """Wait for one report.  Where a lost process took it along it is done again, alone: a process it kills is its fault.

    Raises InputError ``worker_lost`` where it is, ``scheduler_lost`` where the work was taken away from us.
    """
    try:
        return future.result()
    except CancelledError as error:
        raise InputError("scheduler_lost") from error
    except BrokenExecutor:
        workers.renew()
    try:
        return workers.start(task).result()
    except BrokenExecutor as error:
        workers.renew()
        raise InputError("worker_lost", path=task.raw.path) from error
    finally:
        for one in others:
            if one.outcome.task and one.future and _is_lost(one.future):
                one.future = workers.start(one.outcome.task)


def _is_lost(future: Future[Converted]) -> bool:
    return future.done() and not future.cancelled() and isinstance(future.exception(), BrokenExecutor)
