"""A page as a reader sees it: its lines in order, and the boxes they stand in."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from converter.sources.html.tokens import Kind, Mark, Open, Text, Token
from converter.sources.layout import Row

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’"
# A line break of the file inside a sentence is a blank between words, and between Chinese characters nothing.
_FILE_BREAK = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n]\s*|[ \t]*[\r\n]\s*(?=[{_CJK}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# The indent of a paragraph right after a sentence: what typists do who know neither <p> nor <br>.
_INDENT = re.compile(r"(?<=[。；！？：…”）])(?:\u3000{2,}|\xa0{4,})")
_NOTHING = "\ufeff\u200b\u200c\u200d\u2060\xad"


class PageLine(NamedTuple):
    """A line: its text, how many of its characters are links elsewhere, whether it is shown as headings are."""

    text: str
    linked: int
    large: bool
    row: Row | None = None


class Box(NamedTuple):
    """An element with the lines from ``start`` up to not including ``end``; ``parent`` is a box's index, -1 none."""

    start: int
    end: int
    parent: int
    kind: Kind


class HtmlPage(Struct, frozen=True):
    """``boxes`` are in the order they open: a parent stands before its children."""

    lines: tuple[PageLine, ...]
    boxes: tuple[Box, ...]


def read_page(tokens: Iterable[Token]) -> HtmlPage:
    """Gather a stream of tokens into lines and boxes."""
    lines: list[PageLine] = []
    boxes: list[Box] = []
    opened: list[int] = []
    pieces: list[Text] = []
    for token in tokens:
        if isinstance(token, Text):
            pieces.append(token)
            continue
        if pieces:
            lines += _lines(pieces)
            pieces.clear()
        if isinstance(token, Open):
            boxes.append(Box(len(lines), len(lines), opened[-1] if opened else -1, token.kind))
            opened.append(len(boxes) - 1)
        elif token is Mark.CLOSE:
            at = opened.pop()
            boxes[at] = boxes[at]._replace(end=len(lines))
    return HtmlPage((*lines, *_lines(pieces)), tuple(boxes))


def _lines(pieces: list[Text]) -> Iterator[PageLine]:
    if pieces and pieces[0].row:
        yield PageLine(pieces[0].text, 0, False, pieces[0].row)
        return
    text = "".join(piece.text for piece in pieces)
    linked = sum(len("".join(piece.text.split())) for piece in pieces if piece.linked)
    large = sum(len("".join(piece.text.split())) for piece in pieces if piece.large)
    for part in _INDENT.split(_BLANKS.sub(" ", _FILE_BREAK.sub("", text))):
        words = part.strip().strip(_NOTHING).strip()
        if words:
            yield PageLine(words, min(linked, len(words)), 2 * large > len(words))
