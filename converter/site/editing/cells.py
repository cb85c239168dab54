"""A cell of a table as a page shows it, and where its words stand in the text of the report."""

import re
from collections.abc import Iterator
from itertools import takewhile

from converter.build.word_changes import grid, squeezed
from converter.model import Report, Span
from converter.site.editing.entries import words_within
from converter.site.editing.forms import Ask, EditingError
from converter.site.editing.rows import row_at
from converter.site.editing.seen import Seen
from converter.structure.segment import all_tables
from converter.translation.memory import page_blocks

_CAPTION = re.compile(r".+-t\d+")
_RULE = 1


def is_cell(id_: str) -> bool:
    """Whether an id is that of a cell: its table's, with the numbers of piece, row and column."""
    return id_.count("/") == 3


def marked_in_cell(seen: Seen, ask: Ask, words: str) -> Span:
    """Where the words that were marked in a cell stand in the text.

    Raises EditingError ``no_block`` for a cell that is none, ``no_words`` where it does not have the words, or cannot be
    told from another that says the same.
    """
    _, page = seen.page(ask.page, ask.edition)
    row_id, _, column = ask.id.rpartition("/")
    row = row_at(page, row_id)
    if not column.isdecimal() or int(column[:6]) >= len(row.cells):
        raise EditingError("no_block")
    told = squeezed(row.cells[int(column)])
    shown = list(_shown(page, ask.id.partition("/")[0]))
    place = (*map(int, row_id.split("/")[1:]), int(column))
    same = [at for at, text in shown if text == told]
    found = list(_spans(seen.reading.report, ask.id.partition("/")[0], told))
    if len(found) != len(same):
        raise EditingError("no_words", words=words[:40])
    return words_within(seen.reading.report, found[same.index(place)], words, "")


def _shown(page: str, table: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """All cells of a table on its page, by piece, row and column, with what they say."""
    blocks = page_blocks(page).blocks
    at = next((n for n, one in enumerate(blocks, 1) if one.key == table), len(blocks))
    own = takewhile(lambda one: not (one.marks or _CAPTION.fullmatch(one.key)), blocks[at:])
    for piece, block in enumerate(one for one in own if one.text.startswith("|")):
        lines = grid(block.text)
        for row, cells in enumerate([*lines[:_RULE], *lines[_RULE + 1 :]]):
            for column, cell in enumerate(cells):
                yield (piece, row, column), squeezed(cell)


def _spans(report: Report, table: str, told: str) -> Iterator[Span]:
    for one in all_tables(report):
        if one.id == table:
            for cell in one.cells:
                if "".join(cell.span.of(report.folded).split()) == told:
                    yield cell.span
