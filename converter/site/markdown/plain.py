"""Text without a mark of Markdown's is let through as it is: most cells of a table and most Chinese paragraphs.

Python-Markdown would look in each of them for each of its marks in turn.
"""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What begins one of Python-Markdown's own inline patterns: code, escapes, links, images, HTML, entities, emphasis, line breaks.
_MARK = re.compile(r"[`\\\[<&*_]|  \n")


class Plain(Treeprocessor):
    """Tells the inline patterns which texts have nothing for them."""

    def run(self, root: Element) -> None:
        """Every text without a mark is atomic, as Python-Markdown calls it."""
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = AtomicString(element.text)
