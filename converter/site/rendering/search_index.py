"""The search index of the site: of what each process made, and anew only of what was made anew."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
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
_FEW = 4
"""Where more than one part of so many is another, all are joined anew."""
_RECORD = "parts.msgpack"


class _Record(msgspec.Struct, frozen=True):
    """What all parts rest on, in a checksum, and the checksums of the parts by their names, and of the ranges they were joined into."""

    rests_on: str
    parts: Mapping[str, str]
    joined: tuple[str, ...]


class Index:
    """Writes the index of each build from parts that lie in ``folder``, where the next build finds them.

    ``program`` stands for all that is no page; ``last`` is the folder of the last index, if it is there.
    """

    def __init__(self, folder: Path, program: str, last: Path | None) -> None:
        self._folder, self._program, self._last = folder, program, last
        self._numbers: Mapping[str, int] = {}

    def collect(self, site: Path, files: Files) -> Parts:
        """Collect from the pages that are this process's to make; a part of which all pages were kept is kept as well."""
        self._numbers = search.numbered(file.dest_uri for file in every_page(files))
        known = self._record().parts
        changed = {_part(file) for file in files.documentation_pages()}
        parts: dict[str, Part] = {}
        for name, pages in _parts(files).items():
            file = self._file(name)
            content = self._read(file, known.get(name))
            if (
                content
                and name not in changed
                and (part := search.reuse_part(site, file, content, self._last))
            ):
                parts[name] = part
                continue
            if content:
                file.replace(self._was(name))
            parts[name] = search.index_part(
                site, {uri: self._numbers[uri] for uri in pages}, file, self._last
            )
        return parts

    def write(self, site: Path, told: Iterable[Parts], kept: bool) -> None:
        """Write the index of what all processes collected; keep that for the next one, or let it go."""
        parts = {name: part for made in told for name, part in made.items()}
        known = [known_term(term) for term in terms()]
        last = search.Last(self._last, self._before(parts))
        joined = search.join_index(site, list(parts.values()), self._numbers, known, last)
        if not kept:
            shutil.rmtree(self._folder, ignore_errors=True)
            return
        self._keep(parts, joined)

    def _keep(self, parts: Parts, joined: Sequence[bytes]) -> None:
        sums = {name: part.checksum for name, part in parts.items()}
        record = _Record(self._rests_on(), sums, tuple(map(checksum, joined)))
        for sum_of, content in zip(record.joined, joined, strict=True):
            (self._folder / sum_of).write_bytes(content)
        (self._folder / _RECORD).write_bytes(msgspec.msgpack.encode(record))
        used = {self._file(name) for name in parts} | {
            self._folder / name for name in (_RECORD, *record.joined)
        }
        for file in set(self._folder.iterdir()) - used:
            file.unlink()

    def _record(self) -> _Record:
        nothing = _Record("", {}, ())
        try:
            record = msgspec.msgpack.decode((self._folder / _RECORD).read_bytes(), type=_Record)
        except (OSError, msgspec.MsgspecError):
            return nothing
        return record if record.rests_on == self._rests_on() else nothing

    def _before(self, parts: Parts) -> search.Before | None:
        """What the last index was joined into, where few of its parts are others now and all that is needed of them is there."""
        record = self._record()
        other = [name for name, part in parts.items() if record.parts.get(name) != part.checksum]
        if record.parts.keys() != parts.keys() or len(other) > len(parts) // _FEW:
            return None
        joined = [self._read(self._folder / known, known) for known in record.joined]
        if not all(joined) or not all(self._read(self._was(name), record.parts[name]) for name in other):
            return None
        replaced = [search.Replaced(self._was(name), self._file(name)) for name in other]
        return search.Before([content for content in joined if content], replaced)

    def _read(self, file: Path, known: str | None) -> bytes | None:
        """What is in ``file``, if it has the checksum it should have."""
        try:
            content = file.read_bytes() if known else b""
        except OSError:
            return None
        return content if checksum(content) == known else None

    def _file(self, name: str) -> Path:
        return self._folder / checksum(name.encode())[:32]

    def _was(self, name: str) -> Path:
        """Where a part is, as it was, while it is made anew."""
        return self._file(name).with_suffix(".was")

    def _rests_on(self) -> str:
        return checksum("\n".join((self._program, *self._numbers)).encode())


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
