"""The editing on the server of a preview: where it may be, and what it is told of the site."""

import os
from collections.abc import Callable, Collection
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from converter.layout import DOCS
from converter.site.editing.app import Editing
from converter.site.mkdocs.builds import Builds, wake
from converter.site.mkdocs.preview import Live
from converter.site.rendering.page_shares import every_page

READ_ONLY = "GONGKAI_READ_ONLY"
"""Set in the environment where a preview is only to be looked at."""
_HERE = ("127.0.0.1", "localhost", "::1")


def may_edit(root: Path, host: str) -> bool:
    """Whether a preview of the project in ``root`` may be edited: on this machine alone, from the project's own folder."""
    return host in _HERE and Path.cwd() == root and not os.environ.get(READ_ONLY)


def editing(
    server: LiveReloadServer, live: Live, builds: Builds, root: Path, files: Callable[[], Files]
) -> Editing:
    """The editing of a preview; ``files`` are those of the last build."""
    builds.on(server, root / DOCS)

    known: dict[str, str] = {}

    def page_at(address: str) -> str:
        # While a build begins it has no files yet.
        known.update({file.url: file.src_uri for file in every_page(files())})
        return known.get(address, "")

    def done(reports: Collection[str]) -> None:
        for report in reports:
            live.is_done(root, report)
        wake(server)

    return Editing(server.mount_path, page_at, done, builds.wait)
