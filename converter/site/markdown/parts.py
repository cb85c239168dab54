"""Which part of the report each block of a page belongs to, and which paragraph it is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from converter.site.markdown.inline import BLOCKS
from converter.site.markdown.paragraphs import NUMBERED, addresses
from converter.text.fold import fold

_PART = re.compile(r"c\d+(?:-s\d+)*")
# Ours, or the other language's.
_ASIDE = {"editorial", "twin", "state"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_COUNTED = {"p", "table", "ul", "ol", "blockquote", "pre"}


class _Block(Struct, frozen=True):
    """``said`` is its text in the report's own language, folded; None where it is no paragraph of its own."""

    part: str
    element: Element
    said: str | None


def parts_of(
    root: Element, paragraphs: Mapping[str, str], chinese: Mapping[str, str]
) -> Iterator[tuple[str, Element]]:
    """The blocks of a page in reading order, each with its part (``c2-s1``); what is of no part is left out.

    Paragraphs and the rows of a report's tables get their ids (``c2-s1-p1``).  ``paragraphs`` are those of the
    report, folded, by id; ``chinese`` what the report's own language says in each block of the page, by id, where
    the page is a translation.
    """
    blocks = list(_blocks(root, paragraphs, chinese))
    told, inside = defaultdict[str, dict[str, str]](dict), defaultdict[str, list[_Block]](list)
    for name, text in paragraphs.items():
        told[name.rpartition("-p")[0]][name] = text
    for block in blocks:
        inside[block.part].append(block)
    for part, own in inside.items():
        _name(part, own, told[part])
    yield from ((block.part, block.element) for block in blocks if block.element.tag in BLOCKS)


def _name(part: str, blocks: Sequence[_Block], told: Mapping[str, str]) -> None:
    taken = [name for block in blocks if NUMBERED.fullmatch(name := block.element.get("id", ""))]
    own = [(block.element, block.said) for block in blocks if block.said is not None]
    names = addresses(part, [said for _, said in own if said is not None], told, taken)
    for (element, _), name in zip(own, names, strict=True):
        if not element.get("id"):
            element.set("id", name)
        elif name in told:
            # A point has its own id, and the paragraph it runs on into stands inside it.
            _anchor(element, name)


def _anchor(element: Element, name: str) -> None:
    inside = Element("span", {"class": "anchor", "id": name})
    inside.tail, element.text = element.text, None
    element.insert(0, inside)


def _blocks(root: Element, paragraphs: Mapping[str, str], chinese: Mapping[str, str]) -> Iterator[_Block]:
    part, count, top = "", 0, set(root)
    for element in root.iter():
        name = element.get("id", "")
        if not _ASIDE.isdisjoint(element.get("class", "").split()):
            continue
        said = None
        if name and (numbered := NUMBERED.fullmatch(name)):
            part, count = numbered[1], int(numbered[2])
        elif name and _PART.fullmatch(name):
            part, count = name, 0
            point = chinese.get(name) or "".join(element.itertext())
            said = _point(point, paragraphs.get(f"{name}-p1")) if element.tag == "p" else None
        elif name and element.tag in _HEADINGS:
            part, count = "", 0
        elif part:
            count += element in top and element.tag in _COUNTED
            if not name and element.tag == "p":
                said = fold(chinese.get(f"{part}-p{count}") or "".join(element.itertext())).strip()
            elif not name and element.tag == "tr":
                said = _row(element)
        if part:
            yield _Block(part, element, said)


def _point(text: str, first: str | None) -> str | None:
    """What a point says of the first paragraph of its part, which it runs on into; None where there is none."""
    said = fold(text).strip()
    return first if first is not None and said.endswith(first) else first and said


def _row(element: Element) -> str:
    return fold(" | ".join("".join(cell.itertext()) for cell in element)).strip()
