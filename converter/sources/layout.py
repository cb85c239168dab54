"""From laid-out lines to one text: what is none of the report stays in the text, with its place and its reason."""

from collections.abc import Iterable
from typing import NamedTuple

from converter.model import Dropped

CELL_END = " | "
"""What stands between the cells of a table's row."""


class LayoutLine(NamedTuple):
    """A line of text; ``furniture`` is a reason (a key of ``noise.toml``) where the line is none of the report."""

    text: str
    furniture: str | None = None


def assemble(lines: Iterable[LayoutLine]) -> tuple[str, tuple[Dropped, ...]]:
    """The lines, each with its line feed, and where those stand in the text that are furniture."""
    pieces: list[str] = []
    furniture: list[Dropped] = []
    at = 0
    for text, reason in lines:
        start = at + len(text) - len(text.lstrip())
        if reason and text.strip():
            furniture.append(Dropped(start, at + len(text.rstrip()), reason))
        pieces.append(f"{text}\n")
        at += len(pieces[-1])
    return "".join(pieces), tuple(furniture)
