"""Every link inside a built site leads somewhere: to a file, and where it names a place in a page, to that place."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_ANYWHERE = "404.html"
_ADDRESSES = ("href", "src", "poster", "data")


class BrokenLink(Struct, frozen=True, order=True):
    """``page`` (its path in the site) has the link ``target``, as written there, and it leads nowhere."""

    page: str
    target: str


@dataclass
class _Page:
    targets: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _ADDRESSES and value is not None:
                self.page.targets.append(value)
            elif value and (name == "id" or (name == "name" and tag == "a")):
                self.page.places.add(value)


def broken_links(site: Path) -> list[BrokenLink]:
    """The links of all pages of ``site`` that lead nowhere, in order.

    A link that starts at the server's root counts as broken, as the site may lie below any path; but for those of the
    page that a server shows for any address, which can start nowhere else.  Links to other sites are not followed.
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    pages = {path: _read(site / path) for path in sorted(files) if path.endswith(".html")}
    links = {BrokenLink(path, target) for path, page in pages.items() for target in page.targets}
    return sorted(link for link in links if _is_broken(link, files, pages))


def _read(file: Path) -> _Page:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader.page


def _is_broken(link: BrokenLink, files: set[str], pages: Mapping[str, _Page]) -> bool:
    parts = urlsplit(link.target)
    if parts.scheme or parts.netloc:
        return False
    path = _path(link.page, unquote(parts.path))
    place = unquote(parts.fragment)
    if path not in files:
        return True
    return bool(place) and path in pages and place not in pages[path].places


def _path(page: str, address: str) -> str:
    """The path in the site that ``address`` on ``page`` means; a folder means its index page."""
    if not address:
        return page
    if page == _ANYWHERE:
        address = address.removeprefix("/") or "."
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    folder = address.endswith(("/", "/.", "/..")) or address in (".", "..")
    return posixpath.normpath(posixpath.join(path, "index.html")) if folder else path
