"""Paragraphs and their sentences."""

import re
from collections.abc import Iterator

from converter.model import Paragraph, Span

_OPENING, _CLOSING = "(《“‘「『【[", ")》”’」』】]"
_END = "。!?;"
_CLOSED = re.compile(r"[)》”’」』】\]]")
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_ENDS = re.compile(f"[{_END}]+")
_GOES_ALONG = frozenset(_END + _CLOSING)
_SIGN = re.compile(f"[{re.escape(_OPENING + _CLOSING + _END)}]")


def paragraph(part: str, number: int, span: Span, folded: str, closes_parent: bool = False) -> Paragraph:
    """The paragraph of ``part`` (an id such as ``c2-s1``) with this number, counted from 1."""
    return Paragraph(f"{part}-p{number}", span, tuple(sentences(folded, span)), closes_parent)


def sentences(folded: str, span: Span) -> Iterator[Span]:
    """Cut a paragraph after 。！？； where no bracket or quotation is open; together the sentences are the paragraph.

    A bracket that is never closed stops mattering at the next 。, so that one slip does not join a whole page.
    """
    start, depth = span.start, 0
    if not _BRACKET.search(folded, *span):
        for ends in _ENDS.finditer(folded, *span):
            yield Span(start, ends.end())
            start = ends.end()
        if start < span.end:
            yield Span(start, span.end)
        return
    for sign in _SIGN.finditer(folded, *span):
        at, char = sign.start(), sign[0]
        if at < start:
            continue  # one of several ends (？！”), which the sentence before took along
        depth += (char in _OPENING) - (char in _CLOSING and depth > 0)
        if char not in _END or (depth and not (char == "。" and not _closes_soon(folded, at, span.end))):
            continue
        end = at + 1
        while end < span.end and folded[end] in _GOES_ALONG:
            end += 1
        yield Span(start, end)
        start, depth = end, 0
    if start < span.end:
        yield Span(start, span.end)


def _closes_soon(folded: str, at: int, end: int) -> bool:
    return bool(_CLOSED.search(folded, at, min(end, at + 120)))
