"""What a Word file's styles say of a paragraph: the list it belongs to, whether it is hidden, what it is called."""

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from msgspec import Struct

from converter.sources.docx_package import W


class ListPlace(NamedTuple):
    """A list by its ``numId`` and the level in it, from 0; None is what nothing is said of."""

    number: str | None
    level: int | None


class Style(Struct, frozen=True):
    """A paragraph or character style with what it takes over from the styles it is based on."""

    name: str
    place: ListPlace
    hidden: bool


_PLAIN = Style("", ListPlace(None, None), False)
_DEPTH = 20  # styles based on one another; Word itself stops at eleven


def read_styles(root: ET.Element) -> Mapping[str, Style]:
    """All styles by id; the default paragraph style also under the empty id."""
    found = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    styles = {key: _resolved(style, found, _DEPTH) for key, style in found.items()}
    default = next((key for key, style in found.items() if _is_default(style)), None)
    return styles | {"": styles[default] if default else _PLAIN}


def style_of(element: ET.Element, styles: Mapping[str, Style]) -> Style:
    """The style of a paragraph or a run; a run that names none has a plain one."""
    if element.tag == W + "p":
        return styles.get(value(element.find(f"{W}pPr/{W}pStyle")), _PLAIN)
    return styles.get(value(element.find(f"{W}rPr/{W}rStyle")) or "none", _PLAIN)


def value(element: ET.Element | None) -> str:
    """An element's ``w:val``, empty where there is none."""
    return "" if element is None else element.get(W + "val", "")


def is_on(element: ET.Element | None) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return element is not None and element.get(W + "val", "true") not in ("0", "false", "off")


def number(text: str) -> int | None:
    """A whole number of an attribute; None where it is none, or one no document means."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def place_of(properties: ET.Element | None) -> ListPlace:
    """The list that a ``w:pPr`` itself names."""
    found = None if properties is None else properties.find(W + "numPr")
    if found is None:
        return ListPlace(None, None)
    return ListPlace(value(found.find(W + "numId")) or None, number(value(found.find(W + "ilvl"))))


def _is_default(style: ET.Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _resolved(style: ET.Element, found: Mapping[str, ET.Element], depth: int) -> Style:
    parent = found.get(value(style.find(W + "basedOn")))
    base = _resolved(parent, found, depth - 1) if parent is not None and depth else _PLAIN
    own, vanish = place_of(style.find(W + "pPr")), style.find(f"{W}rPr/{W}vanish")
    return Style(
        value(style.find(W + "name")),
        ListPlace(own.number or base.place.number, base.place.level if own.level is None else own.level),
        base.hidden if vanish is None else is_on(vanish),
    )
