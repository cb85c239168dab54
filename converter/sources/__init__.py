"""Readers: the bytes of a document in, one text out.  Only readers raise on their input."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from converter.errors import InputError
from converter.model import Fact, Source
from converter.sources.sidecar import read_sidecar
from converter.sources.text import decode_text

SUFFIXES = (".txt",)


def read_source(path: Path, shown_as: str | None = None) -> Source:
    """Read the raw report at ``path`` with its sidecar.  ``shown_as`` is the path to print, ``path`` if None.

    Raises InputError: ``missing``, ``unreadable``, ``format``, ``empty``, ``binary``, ``sidecar``.
    """
    name = shown_as or str(path)
    if not path.is_file():
        raise InputError("folder" if path.is_dir() else "missing", path=name)
    if path.suffix.lower() not in SUFFIXES:
        raise InputError("format", path=name, suffix=path.suffix or "—", known=" ".join(SUFFIXES))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("unreadable", path=name, why=error.strerror) from error
    return source_of(data, name, read_sidecar(path))


def source_of(data: bytes, name: str, facts: Mapping[str, Fact] = MappingProxyType({})) -> Source:
    """Make the Source of a text's bytes, from wherever they came."""
    return Source(name, "text", decode_text(data, name), hashlib.sha256(data).hexdigest(), facts)
