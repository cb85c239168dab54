"""What a page prints under a report: from a line that only a page's foot starts with, all that follows is the page's."""

import re
from collections.abc import Iterator, Sequence

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
    first = _first_of_foot(folded, lines)
    if glued := _glued(folded, lines):
        n, foot = glued
        yield foot
        # What a flattened foot keeps below its first line is the foot's.
        first = min(first, n + 1) if _is_short(folded, foot.end) else first
    for line in lines[first:]:
        words = line[0].strip(" ")
        if words:
            start = line.start() + line[0].index(words)
            yield Dropped(start, start + len(words), reason_of_line(words) or "page_foot")


def _first_of_foot(folded: str, lines: Sequence[re.Match[str]]) -> int:
    """The index of the line that a foot starts with; their number where none does."""
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
    return first


def _is_short(folded: str, at: int) -> bool:
    """Whether no sentence stands behind ``at``."""
    return "。" not in folded[at:] and len(folded) - at <= _LONGEST


def _glued(folded: str, lines: Sequence[re.Match[str]]) -> tuple[int, Dropped] | None:
    """The foot at the end of a line that holds most of a text, with the line's index."""
    for n, line in enumerate(lines):
        if holds_several(len(line[0]), len(folded)):
            latest = max(line.start(), line.end() - int(min(_LONGEST, _MOST * len(line[0]))))
            match = glued_foot().search(folded, latest, line.end())
            if match:
                return n, Dropped(match.start(), line.end(), "page_foot")
    return None
