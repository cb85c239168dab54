"""An element tree as the stream a reader meets: boxes that open and close, line breaks, texts.

Nothing here recurses: a page may be nested as deep as it likes.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Literal, NamedTuple

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement

from converter.sources.html.grid import data_rows, tells_facts
from converter.sources.html.rules import attribute, folded, has_name, pattern
from converter.sources.layout import LayoutLine, Row

Kind = Literal["article", "page", "hidden", "plain"]

_BOXES = {
    "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl", "fieldset",
    "footer", "form", "header", "html", "main", "menu", "nav", "ol", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_LINES = {
    "address", "br", "caption", "dd", "dir", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "legend", "li", "p", "pre", "summary",
}  # fmt: skip
_NEVER_SHOWN = {
    "head", "script", "style", "noscript", "template", "iframe", "frame", "frameset", "object", "embed",
    "applet", "param", "select", "option", "input", "button", "textarea", "svg", "math", "canvas", "audio",
    "video", "map", "rt", "rp", "title", "datalist",
}  # fmt: skip
_PAGE_TAGS, _PAGE_ROLES = (
    ("nav", "footer", "aside"),
    ("navigation", "banner", "contentinfo", "search", "dialog"),
)
_LARGE = ("h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "center", "caption")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
# A link leads elsewhere unless it leads to a place in this page or to a file of its own.
_OWN_LINK = re.compile(r"\s*(?:#|$)|[^\n]*\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|zip|rar)\W*$", re.I)


class Mark(Enum):
    """A box ends; a line ends."""

    CLOSE = 1
    BREAK = 2


class Open(NamedTuple):
    """A box begins; a line ends."""

    kind: Kind


class Text(NamedTuple):
    """Characters as the file has them; ``linked`` in a link elsewhere, ``large`` shown as headings are."""

    text: str
    linked: bool = False
    large: bool = False
    row: Row | None = None
    """What the text is in a table, where it is a row of one: then it is a line as it stands."""


class _Shown(NamedTuple):
    linked: bool = False
    large: bool = False
    preformatted: bool = False


Token = Open | Text | Mark


def tokens(root: Tag) -> Iterator[Token]:
    """All that ``root`` shows, in order.  Scripts, styles, comments and form fields are no part of it."""
    stack: list[tuple[PageElement | Token, _Shown]] = [(root, _Shown())]
    while stack:
        node, shown = stack.pop()
        if isinstance(node, Tag):
            stack.extend(reversed(list(_inside(node, shown))))
        elif type(node) in (NavigableString, CData):
            yield from _text(str(node), shown)
        elif isinstance(node, Open | Text | Mark):
            yield node


def _text(text: str, shown: _Shown) -> Iterator[Token]:
    lines = text.split("\n") if shown.preformatted else [text]
    for n, line in enumerate(lines):
        if n:
            yield Mark.BREAK
        yield Text(line, shown.linked, shown.large)


def _inside(tag: Tag, outside: _Shown) -> Iterator[tuple[PageElement | Token, _Shown]]:
    if tag.name in _NEVER_SHOWN:
        return
    shown = _shown(tag, outside)
    kind = _kind(tag)
    rows = data_rows(tag) if tag.name == "table" and kind != "page" else None
    content: list[PageElement | Token] = _rows(rows) if rows else list(tag.contents)
    if tag.name == "img":
        content = [Text(_alternative(tag), shown.linked)]
    if tag.name in _BOXES or kind != "plain":
        content = [Open(kind), *content, Mark.CLOSE]
    elif tag.name in _LINES:
        content = [Mark.BREAK, *content, Mark.BREAK]
    yield from ((item, shown) for item in content)


def _shown(tag: Tag, outside: _Shown) -> _Shown:
    centred = attribute(tag, "align").lower() == "center" or _CENTRED.search(attribute(tag, "style"))
    size = tag.name == "font" and attribute(tag, "size") > "3"
    large = outside.large or tag.name in _LARGE or bool(centred) or size or has_name(tag, "title")
    linked = outside.linked or (tag.name == "a" and not _OWN_LINK.match(attribute(tag, "href")))
    return _Shown(linked, large, outside.preformatted or tag.name == "pre")


def _kind(tag: Tag) -> Kind:
    if tag.has_attr("hidden") or _HIDDEN.search(attribute(tag, "style")):
        return "hidden"
    if has_name(tag, "article"):
        return "article"
    around = tag.name in _PAGE_TAGS or attribute(tag, "role").lower() in _PAGE_ROLES
    around = around or (tag.name == "table" and tells_facts(tag))
    return "page" if around or has_name(tag, "page") else "plain"


def _rows(rows: list[LayoutLine]) -> list[PageElement | Token]:
    return [token for line in rows for token in (Text(line.text, row=line.row), Mark.BREAK)]


def _alternative(image: Tag) -> str:
    words = attribute(image, "alt")
    return "" if pattern("images", "empty").fullmatch(folded(words)) else words
