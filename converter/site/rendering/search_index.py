"""The search index of the site: of what each process made, and anew only of what was made anew."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from zlib import crc32

import msgspec
from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES, name_in
from converter.site import search
from converter.site.content.glossary import address_of
from converter.site.rendering.page_shares import Shared, every_page, in_library
from converter.site.rendering.unchanged import checksum
from converter.site.search import KnownTerm, Part
from converter.translation.terms import Term, terms

Parts = Mapping[str, Part]
"""What was collected for the index: of each report, of the library's pages by some of them, and of the site's own under an empty name."""
_LIBRARY = 32
_RECORD = "parts.msgpack"


class _Record(msgspec.Struct, frozen=True):
    """Which pages had which numbers, in a checksum, and the checksums of the parts in the folder, by their names."""

    numbers: str
    parts: Mapping[str, str]


class Index:
    """Writes the index of each build from parts that lie in ``folder``, where the next build finds them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers: Mapping[str, int] = {}

    def collect(self, site: Path, files: Files) -> Parts:
        """Collect from the pages that are this process's to make; a part of which all pages were kept is kept as well."""
        self._numbers = search.numbered(file.dest_uri for file in every_page(files))
        known = self._known()
        changed = {_part(file) for file in files.documentation_pages()}
        parts: dict[str, Part] = {}
        for name, pages in _parts(files).items():
            content = None if name in changed else self._read(name, known)
            if content is not None and (part := search.reuse_part(site, self._file(name), content)):
                parts[name] = part
            else:
                numbers = {uri: self._numbers[uri] for uri in pages}
                parts[name] = search.index_part(site, numbers, self._file(name))
        return parts

    def write(self, site: Path, told: Iterable[Parts], kept: bool) -> None:
        """Write the index of what all processes collected; keep that for the next one, or let it go."""
        parts = {name: part for made in told for name, part in made.items()}
        known = [known_term(term) for term in terms()]
        search.join_index(site, list(parts.values()), self._numbers, known)
        if not kept:
            shutil.rmtree(self._folder, ignore_errors=True)
            return
        record = _Record(self._digest(), {name: part.checksum for name, part in parts.items()})
        (self._folder / _RECORD).write_bytes(msgspec.msgpack.encode(record))
        used = {self._file(name) for name in parts} | {self._folder / _RECORD}
        for file in set(self._folder.iterdir()) - used:
            file.unlink()

    def _known(self) -> Mapping[str, str]:
        try:
            record = msgspec.msgpack.decode((self._folder / _RECORD).read_bytes(), type=_Record)
        except (OSError, msgspec.MsgspecError):
            return {}
        return record.parts if record.numbers == self._digest() else {}

    def _read(self, name: str, known: Mapping[str, str]) -> bytes | None:
        try:
            content = self._file(name).read_bytes() if name in known else None
        except OSError:
            return None
        return content if content is not None and checksum(content) == known[name] else None

    def _file(self, name: str) -> Path:
        return self._folder / checksum(name.encode())[:32]

    def _digest(self) -> str:
        return checksum("\n".join(self._numbers).encode())


def known_term(term: Term) -> KnownTerm:
    """A term as the search knows it."""
    meanings = {language: term.explanation(language) for language in LANGUAGES}
    return KnownTerm(term.forms, term.whole_renderings, address_of(term), meanings)


def _parts(files: Files) -> dict[str, list[str]]:
    """The addresses of the pages that are this process's to read, by part."""
    elsewhere = files.elsewhere if isinstance(files, Shared) else ()
    parts: dict[str, list[str]] = {}
    for file in every_page(files):
        if file.src_uri not in elsewhere:
            parts.setdefault(_part(file), []).append(file.dest_uri)
    return parts


def _part(file: File) -> str:
    if name := name_in(file.src_uri):
        return name
    return f"{crc32(file.src_uri.encode()) % _LIBRARY}/" if in_library(file) else ""
