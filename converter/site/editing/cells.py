"""A cell of a table on a page."""

from collections.abc import Iterator

from converter.build.word_changes import cells_of
from converter.site.editing.blocks import with_text
from converter.site.editing.forms import Ask, EditingError, Field, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import PageStep, Step
from converter.text.markdown import in_cell, shown, written
from converter.translation.memory import Block, page_blocks

_RULE = 1  # the line below the heads of a table, which is no row


def form(seen: Seen, ask: Ask) -> Form:
    """The form about the cell at a place: ``id`` is the table's, with the number of its part, the row and the column."""
    _, text = seen.page(ask.page, ask.edition)
    block, row, column = _place(text, ask)
    cells = cells_of(block.text.split("\n")[row])
    # The number that a cell says leads to others with its row alone.
    label = shown(cells[0]) if column else ""
    return Form(
        "cell", (Field("text", shown(cells[column]), language=ask.edition),), quote=label, state=block.key
    )


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """The page with what was typed in the cell."""
    path, text = seen.page(ask.page, ask.edition)
    block, row, column = _place(text, ask)
    lines = block.text.split("\n")
    cells, typed = cells_of(lines[row]), written(ask.said.get("text", ""))
    if typed == cells[column]:
        return
    cells[column] = typed
    lines[row] = f"| {' | '.join(map(in_cell, cells))} |"
    told = "\n".join(lines)
    yield PageStep(path, text, with_text(text, block, told), block.key, block.text, told)


def _place(page: str, ask: Ask) -> tuple[Block, int, int]:
    """The table's block, and the line and the column of the cell in it.  Raises EditingError ``no_block``."""
    table, part, row, column = [*ask.id.split("/"), "", "", ""][:4]
    blocks = list(page_blocks(page).blocks)
    at = next((n for n, one in enumerate(blocks) if one.key == table), len(blocks))
    behind = (one for one in blocks[at:] if one.text.startswith("|"))
    if part.isdecimal() and row.isdecimal() and column.isdecimal():
        for n, block in enumerate(behind):
            if n == int(part):
                lines = block.text.split("\n")
                line = int(row) + (int(row) >= _RULE)
                if line < len(lines) and int(column) < len(cells_of(lines[line])):
                    return block, line, int(column)
                break
    raise EditingError("no_block")
