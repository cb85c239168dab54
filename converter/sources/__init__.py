"""Readers: the bytes of a document in, one text out.  Only readers raise on their input."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from converter.errors import InputError
from converter.model import Fact, Source
from converter.sources.docx import read_docx
from converter.sources.html import read_html
from converter.sources.pdf import read_pdf
from converter.sources.recognise import OTHER_SUFFIXES, kind_of
from converter.sources.sidecar import read_sidecar
from converter.sources.text import decode_text

SUFFIXES = (".txt", ".html", ".htm", ".shtml", ".docx", ".pdf")
_LARGEST = 100 << 20  # bytes of a file
_LONGEST = 1_000_000  # characters of a text; the longest reports have a tenth of it


def read_source(path: Path, shown_as: str | None = None) -> Source:
    """Read the raw report at ``path`` with its sidecar.  ``shown_as`` is the path to print, ``path`` if None.

    Raises InputError: ``missing``, ``unreadable``, ``format``, ``too_large``, ``sidecar``, and those of ``source_of``.
    """
    name = shown_as or str(path)
    if not path.is_file():
        raise InputError("folder" if path.is_dir() else "missing", path=name)
    if path.suffix.lower() not in (*SUFFIXES, *OTHER_SUFFIXES):
        raise InputError("format", path=name, suffix=path.suffix or "—", known=" ".join(SUFFIXES))
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("too_large", path=name)
        data = path.read_bytes()
    except OSError as error:
        raise InputError("unreadable", path=name, why=error.strerror) from error
    sidecar = read_sidecar(path)
    return replace(
        source_of(data, name, sidecar.facts), dismissed=sidecar.dismissed, corrections=sidecar.corrections
    )


def source_of(data: bytes, name: str, facts: Mapping[str, Fact] = MappingProxyType({})) -> Source:
    """Make the Source of a document's bytes, from wherever they came; the bytes say what they are, not the name.

    Raises InputError ``save_as``, ``encrypted``, ``damaged``, ``too_large`` and those of the reader.
    """
    source = _READERS[kind_of(data, name)](data, name)
    if len(source.text) > _LONGEST:
        raise InputError("too_large", path=name)
    return replace(source, facts=facts)


def _read_text(data: bytes, name: str) -> Source:
    return Source(name, "text", decode_text(data, name), hashlib.sha256(data).hexdigest())


_READERS: Mapping[str, Callable[[bytes, str], Source]] = {
    "text": _read_text,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
}
