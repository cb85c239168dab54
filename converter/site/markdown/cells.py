"""The cells of a report's tables that state figures, found again in the page's tables, whoever edited them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from converter.layout import FIGURES
from converter.model import Span
from converter.site.content.observations import Figure
from converter.site.markdown.inline import Run, mark
from converter.text.fold import fold

_OF_TABLE = re.compile(r"c\d+(?:-s\d+)*-t\d+")
_ASIDE = {"twin", "state"}  # the other language's, and what is said of a translation


def mark_cells(root: Element, figures: Sequence[Figure]) -> list[Figure]:
    """Anchor each of ``figures``, which tables state, in its cell; return those whose cell is no longer there.

    The cells behind a table's caption, in order, are matched with the figures of that table by what they print.
    """
    own: dict[str, list[Figure]] = {}
    for figure in figures:
        own.setdefault(figure.paragraph, []).append(figure)
    cells = dict(_cells(root))
    missing: list[Figure] = []
    for table, told in own.items():
        found = cells.get(table, [])
        said = [fold("".join(cell.itertext())).strip() for cell in found]
        pairs = _pairs([fold(figure.surface).strip() for figure in told], said)
        for at, of in pairs.items():
            _mark(found[of], told[at])
        missing += (figure for at, figure in enumerate(told) if at not in pairs)
    return missing


def _cells(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """The cells of the tables behind each caption, up to the next thing that is no part of the table."""
    caption, found = "", list[Element]()
    for element in root:
        classes = element.get("class", "").split()
        if not _ASIDE.isdisjoint(classes):
            continue
        if element.tag == "p" and "table" in classes:
            if _OF_TABLE.fullmatch(name := element.get("id", "")):
                yield caption, found
                caption, found = name, []
        elif element.tag == "table" and caption:
            found += (cell for row in element.iter("tr") for cell in list(row)[1:] if cell.tag == "td")
        elif caption:
            yield caption, found
            caption, found = "", []
    yield caption, found


def _pairs(told: Sequence[str], said: Sequence[str]) -> Mapping[int, int]:
    """Which cell prints each figure, by their places."""
    if [words for words in said if words in {*told}] == [*told]:
        places = [n for n, words in enumerate(said) if words in {*told}]
        return dict(enumerate(places))
    matcher = SequenceMatcher(None, told, said, autojunk=False)
    return {block.a + n: block.b + n for block in matcher.get_matching_blocks() for n in range(block.size)}


def _mark(cell: Element, figure: Figure) -> None:
    words = cell.text or ""
    start = len(words) - len(words.lstrip())
    if words.strip():
        mark(Run(cell, None), Span(start, len(words.rstrip())), figure, f"{FIGURES}.md#{figure.id}")
