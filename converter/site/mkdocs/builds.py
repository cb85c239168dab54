"""The builds of one preview, counted: browsers wait for the next one, and none is made where nothing has changed.

The server looks for changes twice a second, so it hears of one save several times; and who saved in the preview tells it
at once.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from converter.errors import InputError
from converter.lock import alone
from converter.site.mkdocs.stopped import reason

_LOG = logging.getLogger("mkdocs.gongkai")
_PATIENCE = 30.0  # seconds a browser is kept waiting before it asks anew
_LOCK = ".lock"

State = dict[str, tuple[int, int]]


class Builds:
    """How many builds were made, and of what the last one was.

    A build counts as soon as its pages are written; the index for the search is made while people look at them.
    """

    def __init__(self) -> None:
        self.count = 0
        self.stopped = ""
        """Why the last build ended before its pages were made; empty where they are."""
        self._server: LiveReloadServer | None = None
        self._is_whole = True
        self._places: Callable[[], list[Path]] = list
        self._made: State = {}
        self._begun: State = {}
        self._ended = threading.Condition()

    def on(self, server: LiveReloadServer, docs: Path) -> None:
        """Build on ``server`` only where something has changed in what it watches; ``docs`` holds the pages.

        A build that fails is told, and ends as others do: the server goes on with the pages it has.
        """
        build, self._server, self._is_whole = server.builder, server, True
        self._places = lambda: [*map(Path, server._watched_paths)]
        self._made = self._begun = state_of(self._places())

        def once() -> None:
            # A save or a conversion under way is waited for, so that no page shows half of it.
            with suppress(InputError), alone(docs):
                pass
            if state_of(self._places()) != self._made:
                try:
                    with _unwatched(server):
                        build()
                except Exception as error:
                    self._stop(error)
                finally:
                    self._made = self._begun
                    self._end()

        server.builder = once

    def begin(self) -> None:
        """A build begins to read: what is written from now on is seen by the next one."""
        self._begun, self._is_whole = state_of(self._places()), False

    def written(self) -> None:
        """All pages are written: they may be looked at."""
        self._show("")

    def _show(self, stopped: str) -> None:
        self.stopped = stopped
        if self._server:
            with self._server._epoch_cond:
                self._server._visible_epoch = self._server._wanted_epoch
                self._server._epoch_cond.notify_all()
            with self._ended:
                self.count += 1
                self._ended.notify_all()

    def wait(self, seen: int) -> int:
        """How many builds there were, as soon as there are more than ``seen``, or a while has passed."""
        with self._ended:
            self._ended.wait_for(lambda: self.count > seen, _PATIENCE)
            return self.count

    def wait_for_search(self) -> None:
        """Go on once the index for the search belongs to the pages, or a while has passed."""
        with self._ended:
            self._ended.wait_for(lambda: self._is_whole, _PATIENCE)

    def _stop(self, error: Exception) -> None:
        self._show(reason(error))
        # Where it is no slip of somebody's, whoever mends it wants to know where it was.
        _LOG.error(self.stopped, exc_info=None if isinstance(error, MkDocsException) else error)

    def _end(self) -> None:
        with self._ended:
            self._is_whole = True
            self._ended.notify_all()


@contextmanager
def _unwatched(server: LiveReloadServer) -> Iterator[None]:
    """Nobody looks for changes meanwhile, which takes time from the build; what changes is seen after it."""
    with ExitStack() as held:
        for emitter in server.observer.emitters:
            if lock := getattr(emitter, "_lock", None):
                held.enter_context(lock)
        yield


def wake(server: LiveReloadServer) -> None:
    """Have the server look at once whether there is something to build."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def state_of(places: Iterable[Path]) -> State:
    """When each file in ``places`` was changed, and how large it is; the mark of a build at work is none of them."""
    found: State = {}
    for file in (file for place in places for file in _files_in(place)):
        try:
            state = os.stat(file)  # noqa: PTH116  # a third of the time
        except OSError:  # gone since
            continue
        if S_ISREG(state.st_mode):
            found[file] = (state.st_mtime_ns, state.st_size)
    return found


def _files_in(place: Path) -> Iterator[str]:
    # Thousands, and looked at several times for each page that is saved.
    if not place.is_dir():
        yield str(place)
    for folder, _, names in os.walk(place):
        yield from (f"{folder}/{name}" for name in names if name != _LOCK)
