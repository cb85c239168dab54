"""Translations that nobody has reviewed, marked where they stand alone: a name in a table, a title, a place."""

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_ALONE = {"td", "th", "p", "li", "dd", "a", "strong", "h1", "h2", "h3", "h4", "h5", "h6"}


class Drafts(Treeprocessor):
    """Mark what says one of ``drafts`` and no more, with ``word`` behind it."""

    def __init__(self, md: Markdown, drafts: Collection[str], word: str) -> None:
        super().__init__(md)
        self.drafts, self.word = frozenset(drafts), word

    def run(self, root: Element) -> None:
        """Mark each place once, the innermost element that says it."""
        for element in list(self._found(root)) if self.drafts else ():
            element.set("class", f"{element.get('class', '')} draft".strip())
            last = element[-1] if len(element) else None
            if last is None:
                element.text = f"{element.text} "
            else:
                last.tail = f"{last.tail or ''} "
            SubElement(element, "span", {"class": "state"}).text = self.word

    def _found(self, element: Element) -> Iterator[Element]:
        inner = [found for child in element for found in self._found(child)]
        yield from inner
        if not inner and element.tag in _ALONE and self._says(element):
            yield element

    def _says(self, element: Element) -> bool:
        texts = ("".join(element.itertext()), element.text or "")
        return any(" ".join(text.split()) in self.drafts for text in texts)
