"""A table of contents in a text: lines under 目录 that all come again further down."""

import re
from collections.abc import Iterator

from converter.model import Dropped

_LINE = re.compile(r"[^\n]+")
_TITLE = re.compile(r"目 *录 *:?")
_PAGE = re.compile(r"[ .·…-]*(?:\d{1,3})?[ )]*$")
_FEWEST = 2
_MOST = 300  # entries
_ENTRY = 200  # characters


def contents(folded: str) -> Iterator[Dropped]:
    """The title and the entries of a table of contents, none where its entries are no headings of the text."""
    lines = [match for match in _LINE.finditer(folded) if match[0].strip()]
    if not any(_TITLE.fullmatch(line[0].strip()) for line in lines):
        return
    bare = [_bare(line[0]) for line in lines]
    for n, line in enumerate(lines):
        if not _TITLE.fullmatch(line[0].strip()):
            continue
        length = _entries(bare, n + 1)
        if length >= _FEWEST:
            for entry in lines[n : n + 1 + length]:
                words = entry[0].strip()
                start = entry.start() + entry[0].index(words)
                yield Dropped(start, start + len(words), "contents")
        return


def _entries(bare: list[str], first: int) -> int:
    """How many lines from ``first`` on come again below, in their order."""
    seen: set[str] = set()
    length = 0
    for n in range(first, min(first + _MOST, len(bare))):
        again = any(line.startswith(bare[n]) for line in bare[n + 1 :])
        if not bare[n] or bare[n] in seen or not again:
            break
        seen.add(bare[n])
        length += 1
    return length


def _bare(line: str) -> str:
    return _PAGE.sub("", line.strip()[:_ENTRY]).replace(" ", "")
