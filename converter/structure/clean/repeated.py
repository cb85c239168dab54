"""A page that holds its text twice, for a screen and for a telephone: the second time is noise."""

import re
from collections.abc import Iterator

from converter.model import Dropped
from converter.structure.clean.line_ends import holds_several
from converter.structure.clean.noise import reason_of_line

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]*")
_LONG = 40  # characters; shorter lines repeat in any report
_ENOUGH = 1500  # characters that repeat before the text is one printed again


def repeated(folded: str) -> Iterator[Dropped]:
    """The lines that repeat a long stretch of earlier lines in their order."""
    # The number of a page that stands between two lines is no line of its own.
    lines = [match for match in _lines(folded) if match[0].strip() and not _is_number(match[0].strip())]
    words = [line[0].strip() for line in lines]
    first: dict[str, int] = {}
    n = 0
    while n < len(lines):
        start, length = _again(words, first.get(words[n]), n)
        if sum(map(len, words[start : start + length])) >= _ENOUGH:
            # Its title and date stand above it and may be printed another way.
            while start and lines[start].start() > 0 and _is_head(words[start - 1]):
                start, length = start - 1, length + 1
            yield from (_dropped(line) for line in lines[start : start + length])
            n = start + length
            continue
        if len(words[n]) >= _LONG:
            first.setdefault(words[n], n)
        n += 1


def _lines(folded: str) -> Iterator[re.Match[str]]:
    """The lines of a text, and the sentences of one that holds several lines."""
    for line in _LINE.finditer(folded):
        if holds_several(len(line[0]), len(folded)):
            yield from _SENTENCE.finditer(folded, *line.span())
        else:
            yield line


def _is_number(words: str) -> bool:
    return len(words) < _LONG and reason_of_line(words) == "page_number"


def _again(words: list[str], earlier: int | None, later: int) -> tuple[int, int]:
    """Where a stretch around line ``later`` starts that repeats one around ``earlier``, and how many lines it has."""
    if earlier is None:
        return later, 0
    start = later
    while earlier and start - 1 > earlier and words[start - 1] == words[earlier - 1]:
        start, earlier = start - 1, earlier - 1
    length = 0
    while (
        start + length < len(words)
        and earlier + length < start
        and words[earlier + length] == words[start + length]
    ):
        length += 1
    return start, length


def _is_head(words: str) -> bool:
    return len(words) < _LONG and not words.endswith(("。", "！", "!", "”"))


def _dropped(line: re.Match[str]) -> Dropped:
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    return Dropped(start, start + len(line[0].strip()), "repeated")
