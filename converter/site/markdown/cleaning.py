"""Mark-up that stands in a page is cleaned while the page is made: HTML, attribute lists (``{ … }``) and links.

What is not allowed (``markup/allowed.toml``) is taken out before the program adds elements of its own.  Each thing taken
out is told, so that ``mkdocs build`` and ``gongkai check`` can name it.
"""

import html
import logging
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from converter.knowledge import Bilingual, Table
from converter.text.markup import clean_block, clean_inline, is_allowed, is_safe
from converter.text.markup.allowed import allowed

# Warnings count for `mkdocs build --strict` only below MkDocs' own logger.
CLEANING = Table(__package__, "cleaning.toml", dict[str, Bilingual])
_LOG = logging.getLogger("mkdocs.gongkai")
_HEADING = re.compile("h[1-6]")
_LEADING = {"a": "href", "img": "src"}
_MOST = 60


class Removed(NamedTuple):
    """Something of a page that readers do not get: ``kind`` is ``html``, ``attribute`` or ``link`` (``cleaning.toml``)."""

    kind: str
    what: str


Tell = Callable[[Removed], None]


def warns_of(page: str) -> Tell:
    """Warns of what is taken out of ``page`` (a path without suffix); says nothing where that is empty."""

    def warn(removed: Removed) -> None:
        if page:
            _LOG.warning("%s.md：%s。 %s", page, *told(removed))

    return warn


def told(removed: Removed) -> tuple[str, str]:
    """What was taken out and what to do, in Chinese and English."""
    texts, what = CLEANING.load()[removed.kind], " ".join(removed.what.split())
    what = what if len(what) <= _MOST else f"{what[:_MOST]}…"
    return texts["zh"].format(what=what), texts["en"].format(what=what)


def register(md: Markdown, tell: Tell) -> None:
    """Clean what stands before the inline patterns (20), what they find, and what attribute lists (8) set."""
    blocks = _Blocks(md)
    blocks.tell = tell
    md.treeprocessors.register(blocks, "gongkai_clean_blocks", 26)
    md.treeprocessors.register(_Inline(md, blocks), "gongkai_clean", 7.5)


class _Blocks(Treeprocessor):
    """Blocks of HTML, and of code with attributes: all that Python-Markdown put aside so far."""

    tell: Tell
    count = 0

    def run(self, root: Element) -> None:  # noqa: ARG002
        kept = self.md.htmlStash.rawHtmlBlocks
        for at, piece in enumerate(kept):
            if isinstance(piece, str):
                cleaned = clean_block(piece)
                kept[at] = cleaned.left
                if cleaned.changed:
                    self.tell(Removed("html", cleaned.written))
        self.count = len(kept)


class _Inline(Treeprocessor):
    """Tags between words, then every element's attributes."""

    def __init__(self, md: Markdown, blocks: _Blocks) -> None:
        super().__init__(md)
        self.blocks, self.tell = blocks, blocks.tell
        self.text = UnescapeTreeprocessor(md)

    def run(self, root: Element) -> None:
        kept = self.md.htmlStash.rawHtmlBlocks
        pieces = [piece if isinstance(piece, str) else "" for piece in kept[self.blocks.count :]]
        cleaned = clean_inline(pieces)
        kept[self.blocks.count :] = [piece.left for piece in cleaned]
        for piece in cleaned:
            if piece.changed:
                self.tell(Removed("html", piece.written))
        for element in root.iter():
            for removed in self._bad(element):
                self.tell(removed)
            _unlink(element)
            _name(element)

    def _bad(self, element: Element) -> Iterator[Removed]:
        for attribute, said in list(element.attrib.items()):
            value = html.unescape(self.text.unescape(str(said)).replace(AMP_SUBSTITUTE, "&"))
            # HTML put aside may not come back inside an attribute, which it could close.
            if not is_allowed(str(element.tag), attribute, value) or HTML_PLACEHOLDER_RE.search(value):
                del element.attrib[attribute]
                yield Removed("attribute", f'{attribute}="{value}"')
            elif attribute in allowed().addresses and not is_safe(value):
                del element.attrib[attribute]
                yield Removed("link", value)


def _unlink(element: Element) -> None:
    """What leads nowhere now is just its words."""
    tag = str(element.tag)
    if tag in _LEADING and _LEADING[tag] not in element.attrib:
        element.text = element.get("alt", "") if tag == "img" else element.text
        element.tag = "span"
        for attribute in ("alt", "hreflang"):
            element.attrib.pop(attribute, None)


def _name(element: Element) -> None:
    """Give a heading an id of its own where the one made of its text is reserved."""
    if "id" not in element.attrib and _HEADING.fullmatch(str(element.tag)):
        made = slugify("".join(element.itertext()), "-")
        if allowed().reserved.fullmatch(made):
            element.set("id", f"h-{made.strip('_')}")
