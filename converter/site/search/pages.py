"""The pages of a built site, in the order of the search."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from converter.layout import LANGUAGES, language_of
from converter.site.search.page import SearchEntry, entries_of, text_of, told_of

_PIECES = re.compile(r"(\d+)")


class BuiltPage(Struct, frozen=True):
    """A page to be found: its address from the site's root, the name of its report, what it says.

    ``kind`` is what the page calls itself in its front matter, ``role`` what a chapter is about.
    """

    address: str
    language: str
    report: str
    entries: tuple[SearchEntry, ...]
    kind: str = ""
    role: str = ""

    @property
    def title(self) -> str:
        return self.entries[0].heading or self.address


def addresses_in(site: Path) -> list[str]:
    """The addresses of all pages of the site, from its root."""
    return [path.relative_to(site).as_posix() for path in site.rglob("*.html")]


def numbered(addresses: Iterable[str]) -> dict[str, int]:
    """The number by which the search knows each page: by language, then by report, its own home first."""
    return {address: number for number, address in enumerate(sorted(addresses, key=_order))}


def pages_of(site: Path, addresses: Iterable[str]) -> Iterator[BuiltPage]:
    """Those of the pages with something to be searched, in the order of the search.  Of a report all must be there, or none."""
    report: tuple[str, str] = "", ""
    for address in sorted(addresses, key=_order):
        built = (site / address).read_text(encoding="utf-8")
        text = text_of(built)
        if not text:
            continue
        folder, name = _split(address)
        entries = tuple(entries_of(text))
        if name == "index.html":
            report = folder, entries[0].heading
        of_report = report[1] if folder == report[0] and "/" in folder and name != "index.html" else ""
        yield BuiltPage(address, language_of(address), of_report, entries, *told_of(built))


def _split(address: str) -> tuple[str, str]:
    folder, _, name = address.rpartition("/")
    return folder, name


def _order(address: str) -> tuple[int, str, bool, list[str]]:
    folder, name = _split(address)
    # c10 comes after c9.
    pieces = [piece.rjust(9, "0") if piece.isdigit() else piece for piece in _PIECES.split(name)]
    return LANGUAGES.index(language_of(address)), folder, name != "index.html", pieces
