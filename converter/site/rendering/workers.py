"""Who makes the pages of a site: this process alone, unless the site is large and several may share it."""

from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from converter.side_by_side import cores
from converter.site.rendering.complaints import Complaints
from converter.site.rendering.cross_links import anchors_of, check
from converter.site.rendering.forked import Written, fork
from converter.site.rendering.page_shares import Shared
from converter.site.rendering.search_index import Parts

_WORTH = 100
"""Pages; fewer are made sooner by one process than shared out."""


class Workers(Protocol):
    """Those who make the pages, as the build sees them from the moment all files are known."""

    @property
    def speak(self) -> bool:
        """True in the process that tells people how far the build is."""

    def written(self, made: Parts, files: Files, config: MkDocsConfig) -> Written:
        """The pages of this process are written: what all collected for the search, its own (``made``) first."""

    def failed(self, error: Exception) -> None:
        """The site cannot be made: nobody goes on."""


class Alone:
    """This process makes everything: the plain way."""

    speak = True

    def written(self, made: Parts, files: Files, config: MkDocsConfig) -> Written:
        """All is written already."""
        anchors = [anchors_of(file, files) for file in files.documentation_pages()]
        check(anchors, files, config)
        return Written([made], anchors)

    def failed(self, error: Exception) -> None:
        """Nobody else is at work."""


def workers(files: Files, config: MkDocsConfig, complaints: Complaints) -> Workers:
    """Who makes ``files``; where there are several, each comes back from here with its own share of them.

    From here on ``complaints`` hears what is said of pages.

    A preview that serves has threads already, so it is made by one process.
    """
    complaints.listen()
    processes = cores()
    if processes < 2 or not isinstance(files, Shared) or len(files.documentation_pages()) < _WORTH:
        return Alone()
    return fork(files, config, processes, complaints)
