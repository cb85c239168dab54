"""Translations as TMX 1.4, the exchange format of translation memories, in and out."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, indent, tostring

from converter.errors import InputError
from converter.translation.memory.po import Memory, Unit, state_of
from converter.translation.memory.shared import Known

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What stands in these is mark-up of the tool that wrote the file.
_CODES = ("bpt", "ept", "it", "ph", "ut")


def tmx(memories: Iterable[tuple[str, Memory]], version: str) -> bytes:
    """All reviewed translations as TMX 1.4, the exchange format of translation memories; no date, so same bytes."""
    root = Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": "Gongkai",
        "creationtoolversion": version,
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": "zh-Hans",
        "datatype": "plaintext",
    }
    SubElement(root, "header", header)
    body = SubElement(root, "body")
    for report, memory in memories:
        for unit in memory.units:
            if state_of(unit) == "reviewed":
                _unit(body, report, unit)
    indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return head + bytes(tostring(root, encoding="utf-8")) + b"\n"


def _unit(body: Element, report: str, unit: Unit) -> None:
    entry = SubElement(body, "tu")
    SubElement(entry, "prop", {"type": "x-context"}).text = f"{report}/{unit.page}#{unit.key}"
    for language, text in (("zh-Hans", unit.zh), ("en", unit.en)):
        variant = SubElement(entry, "tuv", {_LANG: language})
        SubElement(variant, "seg").text = text


def read_tmx(data: bytes, path: str) -> tuple[Known, ...]:
    """The translations of Chinese into English that a TMX file holds, whichever tool wrote it.

    Raises InputError ``broken_tmx`` (``path`` is the file to name) where it is no TMX or defines entities of its own.
    """
    if b"<!ENTITY" in data:
        raise InputError("broken_tmx", path=path, why="<!ENTITY")
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        raise InputError("broken_tmx", path=path, why=error) from error
    if root.tag != "tmx":
        raise InputError("broken_tmx", path=path, why=f"<{root.tag[:40]}>")
    return tuple(_pairs(root, path))


def _pairs(root: Element, path: str) -> Iterator[Known]:
    for entry in root.iter("tu"):
        said = {_language(variant): _said(variant.find("seg")) for variant in entry.iter("tuv")}
        if said.get("zh") and said.get("en"):
            context = (
                next((prop.text for prop in entry.iter("prop") if prop.get("type") == "x-context"), "") or ""
            )
            yield Known(said["zh"], said["en"], f"{path} {context}".strip(), _kind(context))


def _kind(context: str) -> str:
    """Of a string of ours what it is; what other tools write is a text of a page."""
    place, hash_, key = context.partition("#")
    return place.rpartition("/")[2] if hash_ and not key else ""


def _language(variant: Element) -> str:
    tag = variant.get(_LANG) or variant.get("lang") or ""
    return tag.lower().replace("_", "-").partition("-")[0]


def _said(segment: Element | None) -> str:
    if segment is None:
        return ""
    inner = "".join(("" if one.tag in _CODES else _said(one)) + (one.tail or "") for one in segment)
    return ((segment.text or "") + inner).strip()
