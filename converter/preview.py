"""A second MkDocs hook: while ``mkdocs serve`` runs, what changes in seeds/ or in the program is converted again.

Each conversion is a process of its own: it reads the program's knowledge afresh, says what it has to say in its own
words, and whatever a raw report does to it, the server goes on.  The next one starts early and waits, so that
nobody waits for its imports.  ``mkdocs build`` converts nothing.
"""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from converter.publisher import FILE as PUBLISHER
from converter.seeds import SEEDS
from converter.sources import SUFFIXES

PROGRAM = Path(__file__).parent
_PROGRAM_SUFFIXES = (".toml", ".csv", ".py")
_WORK = """
import sys
import converter.cli.building
import converter.corpus.converting
from converter.cli import main
names = sys.stdin.read().splitlines()
if names:
    main(["build", *names])
"""
_NOT_WRITTEN = 5  # docs/ was busy or full: what changed is not converted yet

Stamps = Mapping[Path, tuple[int, int]]
"""Files with their time of change (ns) and size."""


@dataclass
class _Run:
    serving: bool = False
    seen: Stamps = field(default_factory=dict)
    spare: subprocess.Popen[str] | None = None


_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001
    """Remember whether this run previews or publishes: MkDocs says it only here."""
    _run.serving = command == "serve"


def on_shutdown() -> None:
    """Leave no process behind."""
    _drop_spare()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """A change in the raw reports, the publisher or the program is a reason to build again."""
    for place in (_root(config) / SEEDS, _root(config) / PUBLISHER, PROGRAM):
        if _run.serving and place.exists():
            server.watch(str(place))
    return server


def on_pre_build(config: MkDocsConfig) -> None:
    """Before the pages are read, bring those up to date whose raw report, or the program, changed."""
    if not _run.serving:
        return
    root = _root(config)
    now = stamps(root / SEEDS)
    if any(file.parent != root / SEEDS for file in _differing(_run.seen, now)):
        _drop_spare()
        _forget_words()
    names = to_convert(_run.seen, now, root / SEEDS)
    if not names or _convert(root, names) != _NOT_WRITTEN:
        _run.seen = now


def on_post_build(config: MkDocsConfig) -> None:
    """The site is up to date: now there is time to make the next conversion ready."""
    if _run.serving and not _run.spare:
        _run.spare = _worker(_root(config))


def stamps(seeds: Path) -> Stamps:
    """Every file that a conversion reads: what is in ``seeds`` and the program with its knowledge."""
    files = [file for file in seeds.glob("*") if file.is_file()]
    files += [file for file in PROGRAM.rglob("*") if file.suffix in _PROGRAM_SUFFIXES]
    states = ((file, file.stat()) for file in files)
    return {file: (state.st_mtime_ns, state.st_size) for file, state in states}


def to_convert(before: Stamps, now: Stamps, seeds: Path) -> list[str]:
    """The names of the raw reports in ``seeds`` to convert: those changed, or whose sidecar did; all if the program did."""
    changed = _differing(before, now)
    stems = {file.stem for file in changed if file.parent == seeds}
    everything = any(file.parent != seeds for file in changed)
    reports = (file for file in now if file.parent == seeds and file.suffix.lower() in SUFFIXES)
    return sorted(file.name for file in reports if everything or file.stem in stems)


def _differing(before: Stamps, now: Stamps) -> set[Path]:
    return {file for file, _ in before.items() ^ now.items()}


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _convert(root: Path, names: Iterable[str]) -> int:
    worker = _run.spare or _worker(root)
    _run.spare = None
    worker.communicate("\n".join(str(SEEDS / name) for name in names))
    return worker.returncode


def _worker(root: Path) -> subprocess.Popen[str]:
    """A process that waits for the paths of raw reports, one a line, and ends without them when this one does."""
    # Of its own session, so that Ctrl-C in the terminal ends the server and not a page half way.
    return subprocess.Popen(
        [sys.executable, "-c", _WORK], cwd=root, stdin=subprocess.PIPE, text=True, start_new_session=True
    )


def _drop_spare() -> None:
    if _run.spare:
        _run.spare.kill()
        _run.spare.communicate()
        _run.spare = None


def _forget_words() -> None:
    # The site's own words are read once, by this process.
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith("converter.site") else ():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
