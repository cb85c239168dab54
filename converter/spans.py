"""Places in a text: half-open ranges of its characters, and what was found there."""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace


class Span(NamedTuple):
    """Characters ``start`` up to but not including ``end``; ``0 <= start <= end <= len(text)``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]


class Dropped(NamedTuple):
    """Characters that belong to no heading and no paragraph, and why (a reason's key in ``noise.toml``)."""

    start: int
    end: int
    reason: str


class Doubt(NamedTuple):
    """About what the program is not sure, why (a key of ``data/doubts.toml``), and where (nowhere: in all of it).

    ``answer`` is what somebody said who looked into it.
    """

    about: str
    why: str
    start: int
    end: int
    answer: str | None = None


class Cut(NamedTuple):
    """Characters that stood before place ``at`` of a source's text, and why they are out (a key in ``noise.toml``)."""

    at: int
    text: str
    reason: str


class Edit(NamedTuple):
    """Characters of a text that people put in the place of others: ``was`` stood where ``start`` to ``end`` is now."""

    start: int
    end: int
    was: str


class Cell(NamedTuple):
    """A cell of a table: the row and column it begins in (from 0), how many it covers, and its words' place."""

    row: int
    column: int
    height: int
    width: int
    span: Span


class Table(Struct, frozen=True):
    """A table as one block of the text; no two of its ``cells`` cover the same place, blank ones have empty spans.

    ``unread`` is true for what was a table and cannot be read again: its one cell is all of its text.  ``caption`` and
    ``unit``, the line that says what it counts, stand above its cells; they may be one line.
    """

    span: Span
    cells: tuple[Cell, ...]
    id: str = ""
    unread: bool = False
    caption: Span | None = None
    unit: Span | None = None

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.height for cell in self.cells)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.width for cell in self.cells)


def moved(table: Table, by: int) -> Table:
    """The table ``by`` characters further on."""

    def further(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    cells = tuple(cell._replace(span=further(cell.span)) for cell in table.cells)
    caption, unit = (span and further(span) for span in (table.caption, table.unit))
    return replace(table, span=further(table.span), cells=cells, caption=caption, unit=unit)
