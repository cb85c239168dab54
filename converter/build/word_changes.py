"""How the words of one block of a page were changed, told as new words at places of the text."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from converter.corrections import NewWords
from converter.model import Span
from converter.text.fold import fold
from converter.text.markdown import read_again

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|.", re.S)


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
    """The places in ``old`` and ``new`` between which they differ: whole numbers, and none of nothing in ``old``."""
    ours, theirs = _tokens(old), _tokens(new)
    words = [old[slice(*token)] for token in ours], [new[slice(*token)] for token in theirs]
    found: list[tuple[int, int, int, int]] = []
    for kind, *places in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if kind != "equal":
            _add(found, *places)
    return [(*_reach(ours, i1, i2), *_reach(theirs, j1, j2)) for i1, i2, j1, j2 in found]


def _add(found: list[tuple[int, int, int, int]], i1: int, i2: int, j1: int, j2: int) -> None:
    """Add a difference; one where nothing stood takes in the token beside it, which is the same on both sides."""
    if i1 < i2:
        found.append((i1, i2, j1, j2))
    elif not i1:
        found.append((0, 1, 0, j2 + 1))
    elif found and i1 == found[-1][1]:  # the token before is in the difference before
        found[-1] = (*found[-1][:3], j2)
    else:
        found.append((i1 - 1, i2, j1 - 1, j2))


def _tokens(text: str) -> list[tuple[int, int]]:
    """Where each number of a text stands, and each other character."""
    return [match.span() for match in _TOKEN.finditer(text)]


def _reach(tokens: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """Where the tokens from ``first`` up to ``last`` stand together; the same place twice where there are none."""
    return (tokens[first][0], tokens[last - 1][1]) if first < last else (0, 0)
