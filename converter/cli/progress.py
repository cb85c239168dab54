"""How far a long command has come: a bar below its lines where a person watches, nothing elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

_CLEAR = "\r\033[K"


class Progress:
    """Says lines above the bar, and moves it on."""

    def __init__(self, bar: "click._termui_impl.ProgressBar[int] | None" = None) -> None:
        self._bar = bar

    def say(self, line: str, err: bool = False) -> None:
        """Say a line; the bar stays below it."""
        if self._bar:
            click.echo(_CLEAR, nl=False, err=True)
        click.echo(line, err=err)
        if self._bar:
            self._bar.render_progress()

    def step(self) -> None:
        """One more is done."""
        if self._bar:
            self._bar.update(1)


@contextmanager
def progress(steps: int, label: str) -> Iterator[Progress]:
    """Watch so many ``steps``."""
    if steps < 2 or not sys.stderr.isatty():
        yield Progress()
        return
    with click.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield Progress(bar)
