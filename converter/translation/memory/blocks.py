"""A Markdown page as its blocks, each with a key that the same block has in the other language.

A heading's key is its id (``c2-s1``), a paragraph's its part and its place there (``c2-s1-p2``), as the site
numbers them; both languages have the same headings, so the same keys mean the same place.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from converter.caching import kept_latest

_FRONT = re.compile(r"\A---\n.*?^---\n", re.S | re.M)
_MARKS = re.compile("#{1,6}(?= )")
_OF_HEADING = re.compile(r" \{([^{}\n]*)\}\Z")
_OF_PARAGRAPH = re.compile(r"\n\{:([^{}\n]*)\}\Z")
_ID = re.compile(r"#([\w.-]+)")
_OF_PART = re.compile(r"(c\d+(?:-s\d+)*)-p(\d+)")
_OF_TABLE = re.compile(r"c\d+(?:-s\d+)*-t\d+")
PREFACE = "index"
"""The page of a report on which its preface stands."""
_CHAPTER = re.compile(r"c\d+")


class Block(Struct, frozen=True):
    """One block: ``text`` is its Markdown without marks of a heading (``##``) and without attributes.

    ``marks`` is empty for what is no heading; ``attributes`` are the words of its attribute list.
    """

    key: str
    text: str
    marks: str = ""
    attributes: str = ""

    def markdown(self, text: str | None = None, more: str = "") -> str:
        """The block as Markdown again, with another ``text`` and ``more`` attributes where given."""
        said = self.text if text is None else text
        attributes = " ".join(filter(None, (self.attributes, more)))
        if self.marks:
            return f"{self.marks} {said}" + (f" {{ {attributes} }}" if attributes else "")
        return said + (f"\n{{: {attributes} }}" if attributes else "")

    @property
    def part(self) -> str:
        """The chapter or section the block belongs to (``c2-s1``), itself where it is a heading."""
        return place_of(self.key)[0]


def place_of(key: str) -> tuple[str, bool]:
    """The chapter or section that a block with this key belongs to, and whether it is a paragraph there."""
    found = _OF_PART.fullmatch(key)
    return (found[1], True) if found else (key, False)


class PageBlocks(Struct, frozen=True):
    """A page: its front matter as it stands (with its fences, or empty) and its blocks in order."""

    front: str
    blocks: tuple[Block, ...]


@kept_latest(32)  # the page, its copy as the program wrote it, and the page of the whole report
def page_blocks(markdown: str) -> PageBlocks:
    """Cut a page at its empty lines.  Joining the front matter and ``markdown()`` of each block gives its text."""
    found = _FRONT.match(markdown)
    front = found[0] if found else ""
    return PageBlocks(front, blocks_of(markdown[len(front) :]))


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks of a page without front matter; keys are unique."""
    part, count, found, used = "", 0, [], set[str]()
    for text in filter(None, (piece.strip("\n") for piece in re.split(r"\n\s*\n", body))):
        block = _read(text)
        own = _ID.search(block.attributes)
        if own and _OF_TABLE.fullmatch(own[1]):
            count, key = count + 1, own[1]
        elif own:
            part, count, key = own[1], 0, own[1]
            if numbered := _OF_PART.fullmatch(key):
                part, count = numbered[1], int(numbered[2])
        elif "editorial" in block.attributes.split(".") or block.marks:
            key = f"{part}-e"
        else:
            count += 1
            key = f"{part}-p{count}"
        while key in used:
            key += "+"
        used.add(key)
        found.append(Block(key, block.text, block.marks, block.attributes))
    return tuple(found)


def is_translated(page: str) -> bool:
    """True for the pages whose blocks are translated one by one: the chapters, and the page with the preface."""
    return page == PREFACE or bool(_CHAPTER.fullmatch(page))


def translated_blocks(page: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of ``page`` that are translated one by one: of a chapter all, else those of the preface."""
    if page != PREFACE:
        return tuple(blocks)
    return tuple(block for block in blocks if block.part == "c0" and not block.marks)


def _read(text: str) -> Block:
    marks = _MARKS.match(text)
    said = text[marks.end() + 1 :] if marks else text
    own = (_OF_HEADING if marks else _OF_PARAGRAPH).search(said) if said.endswith("}") else None
    said, attributes = (said[: own.start()], own[1].strip()) if own else (said, "")
    return Block("", said.strip(), marks[0] if marks else "", attributes)
