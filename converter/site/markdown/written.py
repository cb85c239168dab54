"""A page's elements as HTML, as Python-Markdown writes them in twice the time, but for line feeds that mean nothing."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

_SPECIAL = re.compile('[&<>"]')
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.I)  # that begins no entity
_OPAQUE = {"script", "style"}
# Between the children of these no white space is text.
_FRAMES = {"table", "thead", "tbody", "tr", "ul", "ol", "dl"}


class Unescape(UnescapeTreeprocessor):
    """What was escaped is text again: Python-Markdown would look for it with a pattern in each text and attribute."""

    def run(self, root: Element) -> None:
        """Look at all elements, and set only what changes."""
        for element in root.iter():
            if element.text and STX in element.text and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and STX in element.tail:
                element.tail = self.unescape(element.tail)
            for key, value in element.attrib.items():
                if value and STX in value:
                    element.set(key, self.unescape(value))


class _Levels(dict[object, bool]):
    """Whether a tag is of a block, asked for every element of a page several times; a page has few kinds."""

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self._ask = md.is_block_level

    def __missing__(self, tag: object) -> bool:
        self[tag] = self._ask(tag)
        return self[tag]


def register(md: Markdown) -> None:
    """Pages are written by ``written``."""
    vars(md)["output_formats"] = {**md.output_formats, "xhtml": written}
    vars(md)["is_block_level"] = _Levels(md).__getitem__


def written(root: Element) -> str:
    """The HTML of ``root`` and all it holds."""
    pieces: list[str] = []
    _write(root, pieces.append, False)
    return "".join(pieces)


def _write(element: Element, write: Callable[[str], object], framed: bool) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    attributes = element.items()  # its ``attrib`` would make a dictionary for each that has none
    # A comment or the like, or an attribute without a value, which foreign extensions make.
    if not isinstance(tag, str) or (attributes and any(value is None for _, value in attributes)):
        write(to_xhtml_string(element))
        return
    named = (
        "".join([f' {name}="{_quoted(value)}"' for name, value in sorted(attributes)]) if attributes else ""
    )
    if tag in HTML_EMPTY:
        write(f"<{tag}{named} />")
    else:
        write(f"<{tag}{named}>")
        frames = tag in _FRAMES
        if text and not (frames and text.isspace()):
            write(_escaped(text) if tag not in _OPAQUE and _SPECIAL.search(text) else text)
        for child in element:
            _write(child, write, frames)
        write(f"</{tag}>")
    if tail and not (framed and tail.isspace()):
        write(_escaped(tail) if _SPECIAL.search(tail) else tail)


def _escaped(text: str) -> str:
    return _AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;") if _SPECIAL.search(value) else value
