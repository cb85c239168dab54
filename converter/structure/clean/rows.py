"""Rows of a table as readers give them (``a | b | c``), told from the rows of a page's layout, which hold one text each."""

import re

_LINE = re.compile(r"[^\n]+")


def row_starts(folded: str) -> set[int]:
    """Where the lines start that are rows of a table: with two texts at least, or as wide as such a row beside them."""
    lines = [(match.start(), match[0]) for match in _LINE.finditer(folded)]
    texts = [sum(bool(cell.strip()) for cell in words.split("|")) for _, words in lines]
    widths = [words.count("|") for _, words in lines]
    found: set[int] = set()
    for step in (1, -1):
        before = None
        for n in range(len(lines))[::step]:
            in_table = before is not None and widths[n] == widths[before] and lines[before][0] in found
            if widths[n] and (texts[n] > 1 or in_table):
                found.add(lines[n][0])
            before = n
    return found
