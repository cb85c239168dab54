"""A large site is made on all cores (``workers`` says when): other processes make the pages of reports, the first what is in none of them.

Once every file is known, the process forks, and each goes through the rest of MkDocs' build with its own share of the
files.  A process that has many reports makes them share by share, each in a process of its own, so that what MkDocs
keeps of its pages until the last is written stays small.  When all of a share is written, its process tells what it had
to say, and ends; the first then checks the links from one share into another.  What is built, and what is said of it,
is the same on any number of cores.
"""

import gc
import logging
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import NamedTuple, NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import Files

from converter.site.rendering.beforehand import learn
from converter.site.rendering.complaints import Complained, Complaints
from converter.site.rendering.cross_links import anchors_of, check, page_of
from converter.site.rendering.page_shares import Anchors, Shared, deal, every_page, read_title
from converter.site.rendering.search_index import Parts

_MKDOCS = logging.getLogger("mkdocs")


class Written(NamedTuple):
    """What all processes made for the search, and the pages that were made."""

    made: Sequence[Parts]
    anchors: Sequence[Anchors]


class ShareResult(NamedTuple):
    """What is told of a share: the lines logged, of which pages, its pages, what was made for the search; why it ``failed``, if it did."""

    lines: Sequence[tuple[str, int, str]]
    complained: Complained = Complained()
    anchors: Sequence[Anchors] = ()
    made: Parts | None = None
    failed: str = ""


class First:
    """The process that began, with those it started: it makes what is in no report, and hears what the others say."""

    speak = True

    def __init__(self, others: Sequence[tuple[int, Connection]], complaints: Complaints) -> None:
        self._others, self._complaints = others, complaints

    def written(self, made: Parts, files: Files, config: MkDocsConfig) -> Written:
        """Its pages are written: what was made of each share, its own first.  The links between shares are checked."""
        told: list[ShareResult] = []
        while self._others:
            # Who has been heard has ended, and is not to be stopped when another fails.
            (process, other), *self._others = self._others
            told += _hear(process, other)
        # The others know of which pages these are.
        self._complaints.close()
        for name, level, line in (line for share in told for line in share.lines):
            logging.getLogger(name).log(level, "%s", line)
        self._complaints.listen()
        for share in told:
            self._complaints.add(share.complained)
        if failed := next((share.failed for share in told if share.failed), ""):
            raise BuildError(failed)
        gc.unfreeze()
        anchors = [anchors_of(file, files) for file in files.documentation_pages()]
        anchors += (one for share in told for one in share.anchors)
        check(anchors, files, config)
        return Written([made, *(share.made for share in told if share.made is not None)], anchors)

    def failed(self, error: Exception) -> None:  # noqa: ARG002
        """The site cannot be made: the others need not go on."""
        for process, _ in self._others:
            os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)
        self._others = ()


class Other:
    """A process that makes a share; ``before`` is told of those its kind made before it."""

    speak = False

    def __init__(
        self, tells: Connection, lines: "_Lines", complaints: Complaints, before: Sequence[ShareResult]
    ) -> None:
        self._tells, self._lines, self._complaints, self._before = tells, lines, complaints, before

    def written(self, made: Parts, files: Files, config: MkDocsConfig) -> NoReturn:  # noqa: ARG002
        """Its pages are written: tell of them, and end."""
        anchors = [anchors_of(file, files) for file in files.documentation_pages()]
        self._end(ShareResult(self._lines.lines, self._complaints.heard, anchors, made))

    def failed(self, error: Exception) -> NoReturn:
        """Tell why, and end."""
        if not isinstance(error, BuildError):
            traceback.print_exception(error)
        self._end(ShareResult(self._lines.lines, failed=str(error) or repr(error)))

    def _end(self, told: ShareResult) -> NoReturn:
        _tell(self._tells, [*self._before, told])


def fork(files: Shared, config: MkDocsConfig, processes: int, complaints: Complaints) -> First | Other:
    """Share the site out; what is returned is this process's part in it."""
    dealt, others = deal(files, processes), []
    learn()
    sys.stderr.flush()
    gc.freeze()
    for rounds in dealt.rounds:
        hears, tells = Pipe(duplex=False)
        process = os.fork()
        if not process:
            return _take_turns(files, rounds, _prepare(files, config, complaints), tells, complaints)
        tells.close()
        others.append((process, hears))
    files.elsewhere = frozenset(file.src_uri for file in files) - dealt.site
    return First(others, complaints)


def _take_turns(
    files: Shared,
    rounds: Sequence[frozenset[str]],
    lines: "_Lines",
    tells: Connection,
    complaints: Complaints,
) -> Other:
    told: list[ShareResult] = []
    for share in rounds[:-1]:
        hears, own = Pipe(duplex=False)
        process = os.fork()
        if not process:
            tells.close()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            return Other(_others_known(files, share, own), lines, complaints, [])
        signal.signal(signal.SIGTERM, partial(_end_both, process))
        own.close()
        told += _hear(process, hears)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if told[-1].failed:
            _tell(tells, told)
    return Other(_others_known(files, rounds[-1], tells), lines, complaints, told)


def _end_both(process: int, *_: object) -> NoReturn:
    os.kill(process, signal.SIGTERM)
    os._exit(1)


def _prepare(files: Shared, config: MkDocsConfig, complaints: Complaints) -> "_Lines":
    # Ctrl-C reaches every process, and one of them says so.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    lines = _Lines()
    _MKDOCS.handlers[:] = [lines]
    for file in every_page(files):
        if file.src_uri.count("/") <= 1:
            read_title(page_of(file), files, config)
    lines.lines.clear()
    complaints.listen()
    config.theme.static_templates.clear()
    config.extra_templates = []
    return lines


def _others_known(files: Shared, share: frozenset[str], tells: Connection) -> Connection:
    files.elsewhere = frozenset(file.src_uri for file in files) - share
    # Whether the anchors of what others make are there, the first process knows.
    for path in files.elsewhere:
        page = files.src_uris[path].page
        if page:
            page.present_anchor_ids = None
    return tells


def _tell(tells: Connection, told: Sequence[ShareResult]) -> NoReturn:
    with suppress(OSError):  # The one who would hear is gone.
        tells.send(told)
    os._exit(1 if told[-1].failed else 0)


def _hear(process: int, other: Connection) -> Sequence[ShareResult]:
    try:
        told: Sequence[ShareResult] = other.recv()
    except (EOFError, OSError):
        told = [ShareResult((), failed="A process that made pages of the site ended before its time.")]
    os.waitpid(process, 0)
    return told


class _Lines(logging.Handler):
    """What was logged, to be told to the first process."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.levelno, record.getMessage()))
