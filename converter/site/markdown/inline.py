"""Changes to one block of a page (a paragraph, a list item, a cell) as Markdown's element tree holds it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from converter.model import Span
from converter.site.content.observations import Figure
from converter.site.markdown.prose import ends_sentence, sentences

BLOCKS = frozenset({"p", "li", "td", "dd"})
# A figure inside a link cannot become one, and code is quoted rather than said.
_OPAQUE = frozenset({"a", "code", "pre", "ul", "ol", "dl", "table", "blockquote"}) | BLOCKS


class Run(Struct, frozen=True):
    """A string of the tree: the text of ``owner``, or what follows its child ``after``."""

    owner: Element
    after: Element | None

    @property
    def text(self) -> str:
        """The characters of the run as they are now."""
        return (self.owner.text if self.after is None else self.after.tail) or ""


def runs(block: Element) -> Iterator[Run]:
    """The strings of a block in reading order, without those inside links, code and further blocks."""
    yield Run(block, None)
    for child in block:
        if child.tag not in _OPAQUE:
            yield from runs(child)
        yield Run(block, child)


def mark(run: Run, span: Span, figure: Figure, href: str) -> None:
    """Make the characters ``span`` of ``run`` the anchor of ``figure``; what follows them leaves the run.

    Of several figures in one run the last must be marked first.
    """
    data = Element("data", {"id": figure.id, "value": figure.value})
    link = Element("a", {"href": href})
    link.text = span.of(run.text)
    data.append(link)
    put(run, span, data)


def put(run: Run, span: Span, *elements: Element) -> None:
    """Put ``elements`` in the place of the characters ``span`` of ``run``; what follows them leaves the run."""
    text = run.text
    elements[-1].tail = text[span.end :]
    if run.after is None:
        run.owner.text, at = text[: span.start], 0
    else:
        run.after.tail, at = text[: span.start], list(run.owner).index(run.after) + 1
    for element in reversed(elements):
        run.owner.insert(at, element)


def anchor_part(root: Element, figure: Figure) -> None:
    """Put an empty anchor for ``figure`` where its paragraph, or else its part, begins."""
    by_id = {element.get("id"): element for element in root.iter()}
    block = by_id.get(figure.paragraph, by_id.get(figure.part))
    if block is not None:
        # Rows hold cells, and only these hold text.
        block = block[0] if block.tag == "tr" and len(block) else block
        anchor = Element("data", {"class": "anchor", "id": figure.id, "value": figure.value})
        anchor.tail, block.text = block.text, None
        block.insert(0, anchor)


def wrap_sentences(block: Element) -> None:
    """Put each sentence of ``block`` that holds a figure into a ``<span class="sentence">`` of its own."""
    groups = list(_grouped(block))
    block.text = None
    for child in list(block):
        block.remove(child)
    for group in groups:
        if any(isinstance(piece, Element) and holds_figure(piece) for piece in group):
            span = Element("span", {"class": "sentence"})
            fill(span, group)
            block.append(span)
        else:
            fill(block, group)


def _pieces(block: Element) -> Iterator[str | Element]:
    yield from sentences(block.text or "")
    for child in block:
        tail, child.tail = child.tail, None
        yield child
        yield from sentences(tail or "")


def _grouped(block: Element) -> Iterator[list[str | Element]]:
    group: list[str | Element] = []
    for piece in _pieces(block):
        group.append(piece)
        if ends_sentence(piece if isinstance(piece, str) else "".join(piece.itertext())):
            yield group
            group = []
    if group:
        yield group


def holds_figure(element: Element) -> bool:
    """Whether a figure is marked in ``element``; an anchor alone is none."""
    return any(data.get("class") is None for data in element.iter("data"))


def fill(element: Element, pieces: list[str | Element]) -> None:
    """Add strings and elements to an element, in order."""
    for piece in pieces:
        if isinstance(piece, Element):
            element.append(piece)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + piece
        else:
            element.text = (element.text or "") + piece
