"""Chinese words on an English page, marked as such, so that they are drawn and read aloud as Chinese."""

import re
from xml.etree.ElementTree import Element

from converter.layout import HTML_LANGUAGE
from converter.site.markdown.inline import fill

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = "\uff01-\uff5e"  # ，（％＋ and the like: none of them ends what is Chinese
_OPENING, _CLOSING = "《“「‘（", "）》”」’%％"
# Numbers belong to the Chinese behind them (119家), and chapter / section are one name.
_CHINESE = re.compile(
    rf"((?:[{_OPENING}]{{0,3}}(?:\d[\d.,]{{0,20}})?[{_HAN}](?:(?:[\w{_HAN}{_WIDE}、。《》“”‘’「」·.%—-]| / (?=[{_OPENING}]?[{_HAN}]))*[{_HAN}{_CLOSING}])?[。；]?”?))"
)
# What can be Chinese as a whole: none of their attributes is read aloud.
_INLINE = {"a", "q", "span", "th"}
_SAID = ("title", "aria-label", "aria-description")
_OPAQUE = {"code", "pre", "script", "style", "svg"}


def mark_chinese(element: Element) -> None:
    """Wrap each run of Chinese in ``element`` that does not yet say its language."""
    if element.get("lang", "").startswith("zh") or element.tag in _OPAQUE:
        return
    children = list(element)
    for child in children:
        mark_chinese(child)
    texts = (element.text, *(child.tail for child in children))
    if not any(text and not text.isascii() and _CHINESE.search(text) for text in texts):
        return
    if not children and _is_chinese(element):
        element.set("lang", HTML_LANGUAGE["zh"])
        return
    pieces = _pieces(element.text)
    for child in children:
        tail, child.tail = child.tail, None
        pieces += [child, *_pieces(tail)]
    del element[:]
    element.text = None
    fill(element, pieces)


def _is_chinese(element: Element) -> bool:
    """True for an element all of whose text is one run, so that it can say the language itself."""
    alone = element.tag in _INLINE and not any(element.get(name) for name in _SAID)
    return alone and _CHINESE.fullmatch(element.text or "") is not None


def _pieces(text: str | None) -> list[str | Element]:
    parts = _CHINESE.split(text or "")
    return [_span(part) if at % 2 else part for at, part in enumerate(parts) if part]


def _span(text: str) -> Element:
    span = Element("span", {"lang": HTML_LANGUAGE["zh"]})
    span.text = text
    return span
