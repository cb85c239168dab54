"""The editing on the server of a preview: where it may be, and what it is told of the site."""

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from converter.site.mkdocs.builds import Builds, wake
from converter.site.mkdocs.preview import Live
from converter.site.rendering.page_shares import every_page
from converter.site.search import FOLDER

if TYPE_CHECKING:
    from converter.site.editing.app import Editing, Environ, Serve, StartResponse

READ_ONLY = "GONGKAI_READ_ONLY"
"""Set in the environment where a preview is only to be looked at."""
_HERE = ("127.0.0.1", "localhost", "::1")


def may_edit(root: Path, host: str) -> bool:
    """Whether a preview of the project in ``root`` may be edited: on this machine alone, from the project's own folder."""
    return host in _HERE and Path.cwd() == root and not os.environ.get(READ_ONLY)


def served(server: LiveReloadServer, builds: Builds) -> "Serve":
    """What ``server`` serves; of the search only an index that belongs to the pages."""
    index = f"{server.mount_path}{FOLDER}/"

    def serve(environ: "Environ", start_response: "StartResponse") -> Iterable[bytes]:
        if str(environ.get("PATH_INFO", "")).startswith(index):
            builds.wait_for_search()
        return server.serve_request(environ, start_response)

    return serve


def addresses(files: Files) -> dict[str, str]:
    """The paths of all pages by their addresses, as a server is asked for them: names in Chinese as they are."""
    return {unquote(file.url): file.src_uri for file in every_page(files)}


def editing(
    server: LiveReloadServer, live: Live, builds: Builds, root: Path, files: Callable[[], Files]
) -> "Editing":
    """The editing of a preview; ``files`` are those of the last build."""
    # What edits reads reports as well: a site is built without it.
    from converter.site.editing.app import Editing  # noqa: PLC0415
    from converter.site.editing.elsewhere import catch_up  # noqa: PLC0415

    # Who saved is not to wait for more changes; a build that began between two is followed by another.
    server.build_delay = 0.02
    # What is changed from now on is somebody's act of today.
    catch_up()
    known: dict[str, str] = {}

    def page_at(address: str) -> str:
        # While a build begins it has no files yet.
        known.update(addresses(files()))
        return known.get(address, "")

    def done(reports: Collection[str]) -> None:
        for report in reports:
            live.is_done(root, report)
        wake(server)

    return Editing(server.mount_path, page_at, done, builds.wait)
