"""Which pages a build complained of: what is said of them has to be said again by each build, so they are made again."""

import logging
import re
from typing import NamedTuple

_MKDOCS = logging.getLogger("mkdocs")
_PATH = re.compile(r"'((?:[a-z]+)/[^']+\.md)'")


class Complained(NamedTuple):
    """The paths of the pages that something was said of; ``unknown`` if it was said of no page that is known."""

    pages: frozenset[str] = frozenset()
    unknown: bool = False


class Complaints(logging.Handler):
    """Hears all warnings of one process."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.page = ""
        """The path of the page that is being made."""
        self.heard = Complained()
        self._quiet: tuple[int, list[tuple[logging.Handler, int]]] | None = None

    def listen(self) -> None:
        """Hear from now on what MkDocs and the plugin say, warnings as well that nobody else is to hear (``--quiet``)."""
        if self._quiet is None and not _MKDOCS.isEnabledFor(logging.WARNING):
            self._quiet = _MKDOCS.level, [(other, other.level) for other in _MKDOCS.handlers]
            for other, level in self._quiet[1]:
                other.setLevel(max(level, _MKDOCS.level))
            _MKDOCS.setLevel(logging.WARNING)
        _MKDOCS.addHandler(self)

    def close(self) -> None:
        """Hear nothing more."""
        _MKDOCS.removeHandler(self)
        if self._quiet is not None:
            (level, others), self._quiet = self._quiet, None
            _MKDOCS.setLevel(level)
            for other, own in others:
                other.setLevel(own)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember of which page this is."""
        pages = frozenset({self.page} if self.page else _PATH.findall(record.getMessage()))
        self.add(Complained(pages, unknown=not pages))

    def add(self, other: Complained) -> None:
        """What another process heard belongs to it."""
        self.heard = Complained(self.heard.pages | other.pages, self.heard.unknown or other.unknown)
