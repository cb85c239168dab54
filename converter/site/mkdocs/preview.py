"""Live conversion: while ``mkdocs serve`` runs, what changes in seeds/ or in the program is converted again.

Each conversion is a process of its own: it reads the program's knowledge afresh, says what it has to say in its own
words, and whatever a raw report does to it, the server goes on.  The next one starts early and waits, so that
nobody waits for its imports.  ``mkdocs build`` converts nothing.
"""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from stat import S_ISREG

from mkdocs.livereload import LiveReloadServer

from converter.build.seeds import is_report
from converter.caching import forget
from converter.layout import SEEDS, report_name
from converter.site.publisher import FILE as PUBLISHER

PROGRAM = Path(__file__).parents[2]
_PROGRAM_SUFFIXES = (".toml", ".csv", ".py")
_WORK = """
import sys
import converter.cli.building
import converter.build.parallel.converting
from converter.cli import main
names = sys.stdin.read().splitlines()
if names:
    main(["build", *names])
"""
_NOT_WRITTEN = 5  # docs/ was busy or full: what changed is not converted yet

Stamps = Mapping[Path, tuple[int, int]]
"""Files with their time of change (ns) and size."""


class Live:
    """The conversions of one preview, from its first build to its end."""

    def __init__(self) -> None:
        self._seen: Stamps = {}
        self._spare: subprocess.Popen[str] | None = None

    def watch(self, server: LiveReloadServer, root: Path) -> None:
        """A change in the raw reports, the publisher or the program is a reason to build again."""
        for place in (root / SEEDS, root / PUBLISHER, PROGRAM):
            if place.exists():
                server.watch(str(place))

    def catch_up(self, root: Path) -> None:
        """Before the pages are read, bring those up to date whose raw report, or the program, changed."""
        now = stamps(root / SEEDS)
        if any(file.parent != root / SEEDS for file in _differing(self._seen, now)):
            self.stop()
            # What this process has read of the tables, for the site's own pages, is not true any more.
            forget()
        names = to_convert(self._seen, now, root / SEEDS)
        if not names or _is_done(self._convert(root, names)):
            self._seen = now

    def is_done(self, root: Path, report: str) -> None:
        """What was said of a report in ``seeds/`` has been converted already."""
        files = (file for file in (root / SEEDS).glob("*") if report_name(file) == report)
        self._seen = {**self._seen, **_stamped(files)}

    def make_ready(self, root: Path) -> None:
        """The site is up to date: now there is time to start the next conversion."""
        if not self._spare:
            self._spare = _worker(root)

    def stop(self) -> None:
        """Leave no process behind."""
        if self._spare:
            self._spare.kill()
            self._spare.communicate()
            self._spare = None

    def _convert(self, root: Path, names: Iterable[str]) -> int:
        worker = self._spare or _worker(root)
        self._spare = None
        worker.communicate("\n".join(str(SEEDS / name) for name in names))
        return worker.returncode


def stamps(seeds: Path) -> Stamps:
    """Every file that a conversion reads: what is in ``seeds`` and the program with its knowledge."""
    knowledge = (file for file in PROGRAM.rglob("*") if file.suffix in _PROGRAM_SUFFIXES)
    return _stamped(chain(seeds.glob("*"), knowledge))


def _stamped(files: Iterable[Path]) -> Stamps:
    found: dict[Path, tuple[int, int]] = {}
    for file in files:
        with suppress(FileNotFoundError):  # what an editor writes beside a file is gone at once
            state = file.stat()
            if S_ISREG(state.st_mode):
                found[file] = (state.st_mtime_ns, state.st_size)
    return found


def to_convert(before: Stamps, now: Stamps, seeds: Path) -> list[str]:
    """The names of the raw reports in ``seeds`` to convert: those changed, or whose sidecar did; all if the program did."""
    changed = _differing(before, now)
    stems = {file.stem for file in changed if file.parent == seeds}
    everything = any(file.parent != seeds for file in changed)
    reports = (file for file in now if file.parent == seeds and is_report(file))
    return sorted(file.name for file in reports if everything or file.stem in stems)


def _differing(before: Stamps, now: Stamps) -> set[Path]:
    return {file for file, _ in before.items() ^ now.items()}


def _is_done(code: int) -> bool:
    """False where the same conversion may end otherwise the next time: nothing could be written, or it was killed."""
    return code >= 0 and code != _NOT_WRITTEN


def _worker(root: Path) -> subprocess.Popen[str]:
    """A process that waits for the paths of raw reports, one a line, and ends without them when this one does."""
    # Of its own session, so that Ctrl-C in the terminal ends the server and not a page half way.
    return subprocess.Popen(
        [sys.executable, "-c", _WORK], cwd=root, stdin=subprocess.PIPE, text=True, start_new_session=True
    )
