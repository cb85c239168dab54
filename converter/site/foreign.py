"""Chinese words on an English page, marked as such, so that they are drawn and read aloud as Chinese."""

import re
from xml.etree.ElementTree import Element

from converter.site.inline import fill
from converter.site.words import HTML_LANGUAGE

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = re.compile(
    rf"((?:[《“「]?[{_HAN}](?:[\w{_HAN}、，。；：？！（）《》“”「」·.%—-]*[{_HAN}）》”」%])?[。；]?))"
)
_OPAQUE = {"code", "pre", "script", "style", "svg"}


def mark_chinese(element: Element) -> None:
    """Wrap each run of Chinese in ``element`` that does not yet say its language."""
    if element.get("lang", "").startswith("zh") or element.tag in _OPAQUE:
        return
    pieces = _pieces(element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        mark_chinese(child)
        element.remove(child)
        pieces += [child, *_pieces(tail)]
    element.text = None
    fill(element, pieces)


def _pieces(text: str | None) -> list[str | Element]:
    parts = _CHINESE.split(text or "")
    return [_span(part) if at % 2 else part for at, part in enumerate(parts) if part]


def _span(text: str) -> Element:
    span = Element("span", {"lang": HTML_LANGUAGE["zh"]})
    span.text = text
    return span
