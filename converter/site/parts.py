"""Which part of the report each block of a page belongs to."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from converter.clean.fold import fold
from converter.site.inline import BLOCKS

_PART = re.compile(r"c\d+(?:-s\d+)*")
_PARAGRAPH = re.compile(r"(c\d+(?:-s\d+)*)-p(\d+)")
# Ours, or the other language's.
_ASIDE = {"editorial", "twin", "state"}


def parts_of(
    root: Element, paragraphs: Mapping[str, str], points: Mapping[str, str]
) -> Iterator[tuple[str, Element]]:
    """The blocks of a page in reading order, each with its part (``c2-s1``); what is of no part is left out.

    Paragraphs without an id get theirs (``c2-s1-p1``), counted within the part.  ``paragraphs`` are those of
    the report, folded, by id; ``points`` what the report's own language says in each block of the page, by id, where the
    page is a translation.
    """
    part, count = "", 0
    for element in root.iter():
        name = element.get("id", "")
        if not _ASIDE.isdisjoint(element.get("class", "").split()):
            continue
        if paragraph := _PARAGRAPH.fullmatch(name):
            part, count = paragraph[1], int(paragraph[2])
        elif _PART.fullmatch(name):
            said = points.get(name) or "".join(element.itertext())
            part, count = name, int(element.tag == "p" and _tells(said, paragraphs.get(f"{name}-p1")))
        elif re.fullmatch("h[1-6]", element.tag) and name:
            part, count = "", 0
        elif element.tag == "p" and part and not name:
            count += 1
            element.set("id", f"{part}-p{count}")
        if part and element.tag in BLOCKS:
            yield part, element


def _tells(said: str, first: str | None) -> bool:
    """True where a point runs on into the first paragraph of its part."""
    return first is not None and fold(said).strip().endswith(first)
