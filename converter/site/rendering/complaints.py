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

    def listen(self) -> None:
        """Hear from now on what MkDocs and the plugin say; where warnings are not even said, nothing can be known."""
        _MKDOCS.addHandler(self)
        if not _MKDOCS.isEnabledFor(logging.WARNING):
            self.add(Complained(unknown=True))

    def close(self) -> None:
        """Hear nothing more."""
        _MKDOCS.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember of which page this is."""
        pages = frozenset({self.page} if self.page else _PATH.findall(record.getMessage()))
        self.add(Complained(pages, unknown=not pages))

    def add(self, other: Complained) -> None:
        """What another process heard belongs to it."""
        self.heard = Complained(self.heard.pages | other.pages, self.heard.unknown or other.unknown)
