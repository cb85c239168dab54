"""Readers: the bytes of a document in, one text out.  Only readers raise on their input."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import InputError
from converter.model import Fact, Source
from converter.sources.recognise import OTHER_SUFFIXES, kind_of
from converter.sources.sidecar import parse_sidecar, sidecar_of
from converter.sources.text import decode_text

_LARGEST = 100 << 20  # bytes of a file
_LONGEST = 1_000_000  # characters of a text; the longest reports have a tenth of it


def _read_text(data: bytes, name: str) -> Source:
    return Source(name, "text", decode_text(data, name), hashlib.sha256(data).hexdigest())


# The libraries for a format are loaded when a document of it comes.
def _read_html(data: bytes, name: str) -> Source:
    from converter.sources.html import read_html

    return read_html(data, name)


def _read_mht(data: bytes, name: str) -> Source:
    from converter.sources.mht import read_mht

    return read_mht(data, name)


def _read_docx(data: bytes, name: str) -> Source:
    from converter.sources.docx import read_docx

    return read_docx(data, name)


def _read_pdf(data: bytes, name: str) -> Source:
    from converter.sources.pdf import read_pdf

    return read_pdf(data, name)


class Reader(NamedTuple):
    """How a kind of document is read, and the suffixes its files have; what is one, its bytes tell (``recognise``)."""

    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Source]


READERS: Mapping[str, Reader] = {
    "text": Reader((".txt",), _read_text),
    "html": Reader((".html", ".htm", ".shtml"), _read_html),
    "mht": Reader((".mht", ".mhtml"), _read_mht),
    "docx": Reader((".docx",), _read_docx),
    "pdf": Reader((".pdf",), _read_pdf),
}
"""The readers by the kinds of documents that ``recognise`` tells apart."""
SUFFIXES = tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)


class Raw(Struct, frozen=True):
    """A raw report and its sidecar as they lie on disk, unread: all that a conversion needs, wherever it runs."""

    path: Path
    shown_as: str
    data: bytes
    sidecar: bytes | None
    editor: str = ""
    """Who sits at the keyboard: what a build writes into the sidecar is signed so."""


def read_source(path: Path, shown_as: str | None = None) -> Source:
    """Read the raw report at ``path`` with its sidecar.  ``shown_as`` is the path to print, ``path`` if None.

    Raises InputError: those of ``read_raw``, ``sidecar``, and those of ``source_of``.
    """
    return source_of_raw(read_raw(path, shown_as))


def read_raw(path: Path, shown_as: str | None = None) -> Raw:
    """Take the bytes of the raw report at ``path`` and of its sidecar.

    Raises InputError: ``missing``, ``unreadable``, ``format``, ``too_large``.
    """
    name = shown_as or str(path)
    try:
        if not path.is_file():
            raise InputError("folder" if path.is_dir() else "missing", path=name)
        if path.suffix.lower() not in (*SUFFIXES, *OTHER_SUFFIXES):
            raise InputError("format", path=name, suffix=path.suffix or "—", known=" ".join(SUFFIXES))
        beside = sidecar_of(path)
        if path.stat().st_size > _LARGEST:
            raise InputError("too_large", path=name)
        return Raw(path, name, path.read_bytes(), beside.read_bytes() if beside.is_file() else None)
    except OSError as error:
        raise InputError("unreadable", path=name, why=error.strerror) from error
    except ValueError as error:  # a name with a zero in it
        raise InputError("missing", path=name) from error


def source_of_raw(raw: Raw) -> Source:
    """Make the Source of a raw report with what its sidecar says.  Raises InputError ``sidecar``, those of ``source_of``."""
    sidecar = parse_sidecar(raw.sidecar, sidecar_of(raw.path))
    source = source_of(raw.data, raw.shown_as, sidecar.facts)
    return replace(
        source, dismissed=sidecar.dismissed, corrections=sidecar.corrections, entries=sidecar.entries
    )


def source_of(data: bytes, name: str, facts: Mapping[str, Fact] = MappingProxyType({})) -> Source:
    """Make the Source of a document's bytes, from wherever they came; the bytes say what they are, not the name.

    Raises InputError ``save_as``, ``encrypted``, ``damaged``, ``too_large`` and those of the reader.
    """
    source = READERS[kind_of(data, name)].read(data, name)
    if len(source.text) > _LONGEST:
        raise InputError("too_large", path=name)
    return replace(source, facts=facts)
