"""What a file is, by its bytes: names lie often enough (a .doc that is a web page, a .docx that is an old .doc)."""

import io
import re
import zipfile
from pathlib import PurePath

from converter.errors import InputError

# Formats that are known and not read; the words are names, the same in both languages.
_OLD_WORD = "Word 97–2003 / WPS (.doc, .wps)"
_BY_NAME = {".rtf": "RTF", ".doc": _OLD_WORD, ".wps": _OLD_WORD}
_BY_ENTRY = {
    "OFD.xml": "OFD",
    "content.xml": "OpenDocument",
    "xl/workbook.xml": "Excel (.xlsx)",
    "ppt/presentation.xml": "PowerPoint (.pptx)",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r")
_SAVED = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
_VERSION = re.compile(rb"^mime-version:", re.I | re.M)
_ABOVE_PART = 8192  # bytes that the lines above the first part of a saved page may take
_WEB_PAGES = (".html", ".htm", ".shtml")
OTHER_SUFFIXES = (*_BY_NAME, ".ofd", ".odt")


def kind_of(data: bytes, name: str) -> str:
    """The reader that ``data`` is for: ``docx``, ``pdf``, ``mht``, ``html`` or ``text``.

    Raises InputError ``empty``, ``save_as`` for a format that is known and not read, ``encrypted`` and ``damaged``.
    """
    if not data:
        raise InputError("empty", path=name)
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_COMPOUND):
        # Office locks a document by putting it, encrypted, into a container of the old format.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError("encrypted", path=name)
        raise InputError("save_as", path=name, kind_name=_OLD_WORD)
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data, name)
    if data.startswith(b"{\\rtf"):
        raise InputError("save_as", path=name, kind_name="RTF")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _kind_of_text(data, name, suffix)


def _kind_of_archive(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, IndexError) as error:
        raise InputError("damaged", path=name) from error
    for entry, kind in _BY_ENTRY.items():
        if entry in entries:
            raise InputError("save_as", path=name, kind_name=kind)
    return "docx"


def _kind_of_text(data: bytes, name: str, suffix: str) -> str:
    head = data[:2048].replace(b"\0", b"")  # UTF-16 is ASCII with zeros between
    if _is_mht(data):
        return "mht"
    if suffix in _WEB_PAGES or _HTML.search(head):
        return "html"
    if suffix in (".docx", ".pdf", ".ofd", ".odt"):
        raise InputError("damaged", path=name)
    if suffix in _BY_NAME:
        raise InputError("save_as", path=name, kind_name=_BY_NAME[suffix])
    return "text"


def _is_mht(data: bytes) -> bool:
    """Whether bytes begin with the lines that a browser or Word puts above a page saved as one file."""
    head = _BLANK.split(data[:_ABOVE_PART].lstrip(), maxsplit=1)[0]
    return bool(_VERSION.search(head) and _SAVED.search(head))
