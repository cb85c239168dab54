"""Chinese words on an English page, marked as such, so that they are drawn and read aloud as Chinese."""

import re
from xml.etree.ElementTree import Element

from converter.layout import HTML_LANGUAGE
from converter.site.markdown.inline import fill

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = re.compile(
    rf"((?:[《“「]?[{_HAN}](?:[\w{_HAN}、，。；：？！（）《》“”「」·.%—-]*[{_HAN}）》”」%])?[。；]?))"
)
_OPAQUE = {"code", "pre", "script", "style", "svg"}


def mark_chinese(element: Element) -> None:
    """Wrap each run of Chinese in ``element`` that does not yet say its language."""
    if element.get("lang", "").startswith("zh") or element.tag in _OPAQUE:
        return
    children = list(element)
    for child in children:
        mark_chinese(child)
    texts = (element.text, *(child.tail for child in children))
    if not any(text and _CHINESE.search(text) for text in texts):
        return
    pieces = _pieces(element.text)
    for child in children:
        tail, child.tail = child.tail, None
        pieces += [child, *_pieces(tail)]
    del element[:]
    element.text = None
    fill(element, pieces)


def _pieces(text: str | None) -> list[str | Element]:
    parts = _CHINESE.split(text or "")
    return [_span(part) if at % 2 else part for at, part in enumerate(parts) if part]


def _span(text: str) -> Element:
    span = Element("span", {"lang": HTML_LANGUAGE["zh"]})
    span.text = text
    return span
