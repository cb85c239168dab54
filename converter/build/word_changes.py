"""How the words of one block of a page were changed, told as new words at places of the text."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from converter.corrections import NewWords
from converter.model import Span
from converter.text.fold import fold
from converter.text.markdown import read_again

_NUMERIC = frozenset("0123456789.,")


def grid(block: str) -> list[list[str]]:
    """The cells of a Markdown table, row by row, as Markdown."""
    return [cells_of(line) for line in block.split("\n")]


def cells_of(row: str) -> list[str]:
    """The cells of a row of a Markdown table, as Markdown."""
    pieces = row.replace("\\|", "\x00").strip().removeprefix("|").removesuffix("|").split("|")
    return [piece.replace("\x00", "|").strip() for piece in pieces]


def squeezed(markdown: str) -> str:
    """The words that Markdown shows, folded, without blanks."""
    return "".join(fold(read_again(markdown)).split())


def word_changes(run: Sequence[int], ours: str, theirs: str) -> Iterator[NewWords]:
    """How the words of a block were changed: whole numbers, and never nothing in the place of nothing."""
    at = [place for place, char in enumerate(theirs) if not char.isspace()]
    old, new = squeezed(ours), "".join(fold(theirs[place]) for place in at)
    if len(old) != len(run) or old == new:
        return
    for i1, i2, j1, j2 in _widened(old, new):
        words = theirs[at[j1] : at[j2 - 1] + 1] if j1 < j2 else ""
        yield NewWords(Span(run[i1], run[i2 - 1] + 1), words)


def _widened(old: str, new: str) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        start, end = i1, i2
        if _NUMERIC & {*old[start:end][:1], *new[j1:j2][:1]} or start == end:
            while start > 0 and old[start - 1] in _NUMERIC:
                start -= 1
        if _NUMERIC & {*old[i1:i2][-1:], *new[j1:j2][-1:]} or start == end:
            while end < len(old) and old[end] in _NUMERIC:
                end += 1
        if start == end:
            start, end = (start - 1, end) if start else (start, end + 1)
        span = (start, end, j1 - (i1 - start), j2 + (end - i2))
        if found and span[0] < found[-1][1]:
            last = found.pop()
            span = (last[0], max(last[1], span[1]), last[2], max(last[3], span[3]))
        found.append(span)
    return found
