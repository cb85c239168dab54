"""A row of a table on a page, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.build.word_changes import cells_of
from converter.site.editing.blocks import with_text
from converter.site.editing.forms import Ask, EditingError, Field, Form, ask_first
from converter.site.editing.seen import Seen
from converter.site.editing.steps import PageStep, Step
from converter.text.fold import fold
from converter.text.markdown import in_cell, shown, written
from converter.translation.memory import Block, page_blocks

_NUMBER = re.compile(r"[-+−]?\d[\d,，. ]*\s*%?")
_RULE = 1  # the line below the heads of a table, which is no row


class Row(NamedTuple):
    """A row of a table on a page: the Markdown of the table, the line it is, its cells and the heads above them."""

    block: Block
    line: int
    cells: list[str]
    heads: list[str]


def form(seen: Seen, ask: Ask) -> Form:
    """The form about a row: ``id`` is the table's, with the number of its piece behind the caption, and of the row."""
    row = row_at(seen.page(ask.page, ask.edition)[1], ask.id)
    fields = (
        Field(f"cell{n}", shown(cell), label=shown(head) or str(n + 1), language=ask.edition)
        for n, (cell, head) in enumerate(zip(row.cells, row.heads, strict=True))
    )
    return Form("row", tuple(fields), state=row.block.text)


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """The page with what was typed in the cells."""
    path, text = seen.page(ask.page, ask.edition)
    row = row_at(text, ask.id)
    said = (ask.said.get(f"cell{n}", shown(cell)) for n, cell in enumerate(row.cells))
    now = [
        cell if words.strip() == shown(cell).strip() else written(words)
        for words, cell in zip(said, row.cells, strict=True)
    ]
    _ask_of_letters(ask, row, now)
    if now != row.cells:
        lines = row.block.text.split("\n")
        lines[row.line] = f"| {' | '.join(map(in_cell, now))} |"
        told = "\n".join(lines)
        yield PageStep(path, text, with_text(text, row.block, told), row.cells[0], " ".join(now))


def _ask_of_letters(ask: Ask, row: Row, now: Sequence[str]) -> None:
    """Ask where a cell had a number, and what is typed there is none."""
    for was, typed in zip(row.cells, now, strict=True):
        if typed != was and _is_number(was) and typed.strip() and not _is_number(typed):
            ask_first(ask, "no_number", was=shown(was), typed=shown(typed)[:40])


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(fold(shown(cell)).strip()) is not None


def row_at(page: str, id_: str) -> Row:
    """The row that was pointed at.  Raises EditingError ``no_block``."""
    table, piece, number = [*id_.split("/"), "", ""][:3]
    blocks = page_blocks(page).blocks
    at = next((n for n, one in enumerate(blocks) if one.key == table), len(blocks))
    pieces = [one for one in blocks[at:] if one.text.startswith("|")]
    if _is_below(piece, len(pieces)):
        lines = pieces[int(piece)].text.split("\n")
        if _is_below(number, len(lines) - 1):
            line = int(number) + (int(number) >= _RULE)
            cells, heads = cells_of(lines[line]), cells_of(lines[0])
            if len(cells) == len(heads):
                return Row(pieces[int(piece)], line, cells, heads)
    raise EditingError("no_block")


def _is_below(number: str, most: int) -> bool:
    return number.isascii() and number.isdecimal() and int(number[:6]) < most and len(number) <= 6
