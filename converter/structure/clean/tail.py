"""What a page prints under a report: from a line that only a page's foot starts with, all that follows is the page's."""

import re
from collections.abc import Iterator

from converter.model import Dropped
from converter.structure.clean.line_ends import holds_several
from converter.structure.clean.noise import foot_lines, glued_foot, reason_of_line

_LINE = re.compile(r"[^\n]+")
_LONGEST = 1500  # characters; a glossary under the editor's name is longer
_MOST = 1 / 4  # of the text
_SENTENCES = 3  # a licence has as many
_SENTENCE = 40  # characters


def tail(folded: str) -> Iterator[Dropped]:
    """The lines of a page's foot, each as noise; none where no foot is found."""
    lines = list(_LINE.finditer(folded))
    yield from _glued(folded, lines)
    first = len(lines)
    sentences = 0
    for n in range(len(lines) - 1, -1, -1):
        words = lines[n][0].strip(" |")
        sentences += len(words) > _SENTENCE and words.endswith("。")
        left = len(folded) - lines[n].start()
        if sentences > _SENTENCES or left > min(_LONGEST, _MOST * len(folded)):
            break
        if foot_lines().fullmatch(words):
            first = n
    for line in lines[first:]:
        words = line[0].strip(" ")
        if words:
            start = line.start() + line[0].index(words)
            yield Dropped(start, start + len(words), reason_of_line(words) or "page_foot")


def _glued(folded: str, lines: list[re.Match[str]]) -> Iterator[Dropped]:
    """The foot at the end of a line that holds most of a text."""
    for line in lines:
        if holds_several(len(line[0]), len(folded)):
            latest = max(line.start(), line.end() - int(min(_LONGEST, _MOST * len(line[0]))))
            match = glued_foot().search(folded, latest, line.end())
            if match:
                yield Dropped(match.start(), line.end(), "page_foot")
