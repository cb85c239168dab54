"""How far a long build has come, on all cores: a bar in a terminal, one line elsewhere."""

import multiprocessing
import sys
import threading

import click

_LONG = 60
"""Pages; fewer are made before anybody wonders."""
_STEPS = 2  # each page is rendered, and written when all are
_PAUSE = 0.2
_CONTEXT = multiprocessing.get_context("fork" if sys.platform == "linux" else None)


class Bar:
    """Counts the pages that this process and those it forks have made; the one that calls ``show`` tells of all."""

    def __init__(self) -> None:
        self._done = _CONTEXT.Value("L", 0)
        self._over = threading.Event()
        self._shown: threading.Thread | None = None

    def step(self) -> None:
        """A page is rendered, or written."""
        with self._done:
            self._done.value += 1

    def show(self, pages: int) -> None:
        """Tell from now on how many of the steps of so many ``pages`` are done.  Call it when all processes are forked."""
        if pages >= _LONG:
            self._shown = threading.Thread(target=self._draw, args=(pages,), daemon=True)
            self._shown.start()

    def close(self) -> None:
        """The pages are made, or will not be."""
        self._over.set()
        if self._shown:
            self._shown.join()
            self._shown = None

    def _draw(self, pages: int) -> None:
        label = f"生成 {pages} 个网页 making {pages} pages"
        with click.progressbar(length=pages * _STEPS, label=label, file=sys.stderr) as bar:
            over = False
            while not over:
                over = self._over.wait(_PAUSE)
                # Without its lock, which a process that was ended may hold.
                bar.update(self._done.get_obj().value - bar.pos)
