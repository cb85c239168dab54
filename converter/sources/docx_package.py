"""A Word file as the few parts of it that carry text: a zip of XML, opened without trusting it.

Only named parts are unpacked, each up to a size that no report reaches, so that a zip bomb costs nothing.  Office
files have no document type declaration (ECMA-376 part 2, 9.1.4); one that has is refused, and with it entities.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from converter.errors import InputError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LIMIT = 24 << 20  # bytes of one part; a thousand pages of text have a third of it
_MARKS = 1_200_000  # tags of one part; a hundred thousand characters, each in a run of its own, have as many
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
    KeyError, IndexError, ET.ParseError, MemoryError,
)  # fmt: skip

PARTS = ("styles", "numbering", "footnotes", "endnotes")
_NONE = ET.Element("none")


def open_package(data: bytes, name: str) -> Mapping[str, ET.Element]:
    """The roots of the ``document`` and of its ``PARTS``; a part the file does not have is an empty element.

    Raises InputError ``damaged`` where the file is no readable Word file and ``too_large`` for a part of over 24 MB or 1.2 million tags.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _targets(archive, "").get("officeDocument", "word/document.xml")
            targets = _targets(archive, main)
            paths = {"document": main} | {part: targets[part] for part in PARTS if part in targets}
            return dict.fromkeys(PARTS, _NONE) | {part: _root(archive, path) for part, path in paths.items()}
    except OverflowError as error:
        raise InputError("too_large", path=name) from error
    except _BROKEN as error:
        raise InputError("damaged", path=name) from error


def _targets(archive: zipfile.ZipFile, part: str) -> Mapping[str, str]:
    """Where ``part``'s relations lead, by the last word of their type; relations outside the file are left alone."""
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    if path not in archive.NameToInfo:
        return {}
    return {
        relation.get("Type", "").rpartition("/")[2]: _inside(folder, relation.get("Target", ""))
        for relation in _root(archive, path).iter(_R)
        if relation.get("TargetMode") != "External"
    }


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _root(archive: zipfile.ZipFile, path: str) -> ET.Element:
    with archive.open(path) as file:
        data = file.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise OverflowError(path)
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    if "<!DOCTYPE" in text:
        raise ValueError(path)
    if text.count("<") > _MARKS:
        raise OverflowError(path)
    return ET.fromstring(text.replace(_STRICT, W[1:-1]))
