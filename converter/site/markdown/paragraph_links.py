"""A quiet link at the end of each paragraph: its address, and for readers with scripts its citation."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from converter.site.markdown.paragraphs import NUMBERED


def mark_pins(root: Element, words: Mapping[str, Any]) -> None:
    """Give each paragraph with an id, and each row that is one, a link to itself.

    The link has no text of its own, so that what is searched and copied is the report's.
    """
    for element in list(root.iter()):
        name = _name(element) if element.tag in ("p", "tr") else ""
        if name:
            pin = Element("a", {"class": "pin", "href": f"#{name}", "aria-label": words["cite_paragraph"]})
            (element if element.tag == "p" else element[-1]).append(pin)


def _name(element: Element) -> str:
    own = [element.get("id", ""), *(child.get("id", "") for child in element.findall("span"))]
    return next((name for name in own if NUMBERED.fullmatch(name)), "")
