"""Text without a mark of Markdown's is let through as it is: most cells of a table and most Chinese paragraphs.

Python-Markdown would look in each of them for each of its marks in turn.  The rows of a table of figures hold links
besides, with nothing in them but words and an address: these are made at once.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What begins one of Python-Markdown's own inline patterns: code, escapes, links, images, HTML, entities, emphasis, line breaks.
_MARK = re.compile(r"[`\\\[<&*_]|  \n")
# A link of words without a mark; behind ! it would be an image.
_LINK = re.compile(r"(?<!!)\[([^\[\]`\\<&*_\n]+)\]\(([^\s\[\]()<>`\\&\"'\x02]+)\)")
_PIECES = 3  # of a text split at its links: the words before one, those in it, its address


class Plain(Treeprocessor):
    """Tells the inline patterns which texts have nothing for them."""

    def run(self, root: Element) -> None:
        """Every text without a mark is atomic, as Python-Markdown calls it, and so are the texts around and in plain links."""
        for element in list(root.iter()):
            if not element.text:
                continue
            if not _MARK.search(element.text):
                element.text = AtomicString(element.text)
            elif not len(element):
                pieces = _LINK.split(element.text)
                if len(pieces) > 1 and not any(map(_MARK.search, pieces[::_PIECES])):
                    _fill(element, pieces)


def _fill(element: Element, pieces: Sequence[str]) -> None:
    element.text = AtomicString(pieces[0])
    for said, address, after in zip(*(pieces[start::_PIECES] for start in (1, 2, 3)), strict=True):
        link = SubElement(element, "a", {"href": address})
        link.text, link.tail = AtomicString(said), AtomicString(after)
