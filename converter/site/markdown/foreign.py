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
_SOME_HAN = re.compile(f"[{_HAN}]")
_ENGLISH = re.compile("[A-Za-z][a-z]")  # as in a word; PM2.5 and A类 are of the Chinese around them
# What can be Chinese as a whole: none of their attributes is read aloud.
_INLINE = {"a", "q", "span", "th"}
_SAID = ("title", "aria-label", "aria-description")
_OPAQUE = {"code", "pre", "script", "style", "svg"}


def mark_chinese(element: Element) -> None:
    """Wrap each run of Chinese in ``element`` that does not yet say its language."""
    if element.get("lang", "").startswith("zh") or element.tag in _OPAQUE:
        return
    if _is_chinese(element):
        element.set("lang", HTML_LANGUAGE["zh"])
        return
    children = list(element)
    for child in children:
        mark_chinese(child)
    texts = (element.text, *(child.tail for child in children))
    if not any(text and not text.isascii() and _CHINESE.search(text) for text in texts):
        return
    pieces = _pieces(element.text)
    for child in children:
        tail, child.tail = child.tail, None
        pieces += [child, *_pieces(tail)]
    del element[:]
    element.text = None
    fill(element, pieces)


def _is_chinese(element: Element) -> bool:
    """True for an element that says nothing but Chinese, so that it can say the language itself."""
    if element.tag not in _INLINE:
        return False
    text = "".join(element.itertext())
    if not _SOME_HAN.search(text) or _ENGLISH.search(text):
        return False
    return not any(inside.get(name) for inside in element.iter() for name in (*_SAID, "lang"))


def _pieces(text: str | None) -> list[str | Element]:
    parts = _CHINESE.split(text or "")
    return [_span(part) if at % 2 else part for at, part in enumerate(parts) if part]


def _span(text: str) -> Element:
    span = Element("span", {"lang": HTML_LANGUAGE["zh"]})
    span.text = text
    return span
