"""A large site is made on all cores: each process makes the pages of whole reports, the first also all that is in none.

Once every file is known, the process forks, and each goes through the rest of MkDocs' build with its own share of the
files.  When its pages are read, each of the others tells the first which anchors they have, so that links from one
share into another are checked; when all is written, it tells what it had to say, and ends.  What is built, and what is
said of it, is the same on any number of cores.
"""

import logging
import os
import re
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence, Set
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from converter.site.menu import report_of
from converter.site.shares import Shared, deal, every_page

_WORTH = 100
"""Pages; fewer are made sooner by one process than shared out."""
_MKDOCS = logging.getLogger("mkdocs")
_TO_TITLE = re.compile(r"\A.*?^# [^\n]*$", re.M | re.S)


class Anchors(NamedTuple):
    """Of one page, by its path: the ids it has, and its links into pages of other shares."""

    path: str
    present: set[str]
    links: Mapping[str, dict[str, str]]


class Told(NamedTuple):
    """What one of the others tells: of its pages when they are read; when all is written, what it made for the search.

    ``lines`` are those it logged since; ``failed`` says why it could not go on, empty if it could.
    """

    lines: Sequence[tuple[str, int, str]]
    anchors: Sequence[Anchors] = ()
    made: Any = None
    failed: str = ""


class First:
    """The process that began, with those it started: it makes what is in no report, and hears what the others say."""

    def __init__(self, others: Sequence[tuple[int, Connection]] = ()) -> None:
        self._others = others

    def read(self, files: Files, config: MkDocsConfig) -> None:
        """Its pages are read: check the links from the pages of each other share into the rest."""
        told = [anchors for _, other in self._others for anchors in _hear(other).anchors]
        pages = [(_page(files.src_uris[anchors.path]), anchors) for anchors in told]
        for page, anchors in pages:
            page.present_anchor_ids = anchors.present
            page.links_to_anchors = {files.src_uris[to]: named for to, named in anchors.links.items()}
        for page, _ in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)

    def written(self, made: Any) -> list[Any]:
        """Its pages are written: what each process made, this one first."""
        all_made = [made, *(_hear(other).made for _, other in self._others)]
        for process, _ in self._others:
            os.waitpid(process, 0)
        return all_made

    def failed(self, error: Exception) -> None:  # noqa: ARG002
        """The site cannot be made: the others need not go on."""
        for process, _ in self._others:
            os.kill(process, signal.SIGTERM)
        self._others = ()


class Other:
    """A process that makes some of the reports."""

    def __init__(self, first: Connection, lines: "_Lines") -> None:
        self._first, self._lines = first, lines

    def read(self, files: Files, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Its pages are read: tell which anchors they have and which they need."""
        own = files.documentation_pages()
        paths = {file.src_uri for file in own}
        self._tell(anchors=[_anchors(_page(file), paths) for file in own])

    def written(self, made: Any) -> NoReturn:
        """Its pages are written: tell what it made, and end."""
        self._tell(made=made)
        os._exit(0)

    def failed(self, error: Exception) -> NoReturn:
        """Tell why, and end."""
        if not isinstance(error, BuildError):
            traceback.print_exception(error)
        self._tell(failed=str(error) or repr(error))
        os._exit(1)

    def _tell(self, **said: Any) -> None:
        try:
            self._first.send(Told(self._lines.taken(), **said))
        except OSError:  # The first is gone, and nobody waits for these pages.
            os._exit(1)


def cores() -> int:
    """On how many cores pages can be made: one where a process cannot safely be forked, as on macOS and Windows."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def muster(files: Files, config: MkDocsConfig, processes: int) -> First | Other:
    """Share the site out where it is large enough; what is returned is this process's part in it."""
    worth = isinstance(files, Shared) and len(every_page(files)) >= _WORTH
    dealt = deal(files, processes if worth else 1)
    others = []
    sys.stderr.flush()
    for mine in dealt[1:]:
        hears, tells = Pipe(duplex=False)
        process = os.fork()
        if not process:
            return _other(files, mine, config, tells)
        tells.close()
        others.append((process, hears))
    _leave(files, frozenset().union(*dealt[1:]))
    return First(others)


def _other(files: Files, mine: frozenset[str], config: MkDocsConfig, tells: Connection) -> Other:
    # Ctrl-C reaches every process, and one of them says so.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    lines = _Lines()
    _MKDOCS.handlers[:] = [lines]
    for file in every_page(files):
        if not report_of(file.src_uri):
            _read_title(_page(file), files, config)
    lines.taken()
    _leave(files, frozenset(file.src_uri for file in files) - mine)
    config.theme.static_templates.clear()
    config.extra_templates = []
    return Other(tells, lines)


def _leave(files: Files, elsewhere: frozenset[str]) -> None:
    if isinstance(files, Shared):
        files.elsewhere = elsewhere


def _read_title(page: Page, files: Files, config: MkDocsConfig) -> None:
    """Menus name the page, which the first process makes: read it as far as its title."""
    page.read_source(config)
    begins = _TO_TITLE.search(page.markdown or "")
    page.markdown = begins[0] if begins else page.markdown
    page.render(config, files)
    # Whether its anchors are there, the first process knows.
    page.present_anchor_ids = page.links_to_anchors = None


def _hear(other: Connection) -> Told:
    try:
        told: Told = other.recv()
    except (EOFError, OSError):
        raise BuildError("A process that made pages of the site ended before its time.") from None
    for name, level, line in told.lines:
        logging.getLogger(name).log(level, "%s", line)
    if told.failed:
        raise BuildError(told.failed)
    return told


def _anchors(page: Page, own: Set[str]) -> Anchors:
    links = {
        to.src_uri: named for to, named in (page.links_to_anchors or {}).items() if to.src_uri not in own
    }
    return Anchors(page.file.src_uri, page.present_anchor_ids or set(), links)


def _page(file: File) -> Page:
    assert file.page
    return file.page


class _Lines(logging.Handler):
    """What was logged, to be told to the first process."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append((record.name, record.levelno, record.getMessage()))

    def taken(self) -> list[tuple[str, int, str]]:
        taken, self._lines = self._lines, []
        return taken
