"""Ruled tables of a PDF: the lines inside their cells become one line a row."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from msgspec.structs import replace

from converter.sources.layout import CELL_END, Placed, rows_of
from converter.sources.pdf_lines import PdfCell, PdfLine
from converter.sources.pdf_rules import RuledCell, Rules, cell_at

_NEAR = 3  # points; neighbouring cells may draw the rule between them twice


def with_rows(lines: Sequence[PdfLine], rules: Rules) -> Iterator[PdfLine]:
    """The lines of a page, those in cells put together by rows; a frame of one cell is no table."""
    placed: list[tuple[PdfLine, RuledCell | None]] = []
    for line in lines:
        cell = cell_at((line.left + line.right) / 2, line.base + line.em / 3, rules)
        placed.append((line, cell or (placed[-1][1] if placed and _hangs_over(*placed[-1], line) else None)))
    for in_cell, group in groupby(placed, key=lambda pair: pair[1] is not None):
        pairs = list(group)
        cells = {cell for _, cell in pairs}
        if in_cell and len(cells) > 1:
            yield from _rows((line, cell) for line, cell in pairs if cell is not None)
        else:
            yield from (line for line, _ in pairs)


def _hangs_over(above: PdfLine, cell: RuledCell | None, line: PdfLine) -> bool:
    """Whether a line goes on below a cell that the page's end cut off."""
    if cell is None or cell.below:
        return False
    inside = cell.box.left <= line.left and line.right <= cell.box.right
    return inside and 0 < above.base - line.base < 2 * line.em


def _rows(pairs: Iterable[tuple[PdfLine, RuledCell]]) -> Iterator[PdfLine]:
    """The cells by rows, a line each: a cell stands in the row of its upper rule."""
    cells: dict[tuple[int, int], list[tuple[RuledCell, PdfLine]]] = defaultdict(list)
    for line, cell in pairs:
        cells[-round(cell.box.top / _NEAR), round(cell.box.left / _NEAR)].append((cell, line))
    for _, row in groupby(sorted(cells), key=lambda place: place[0]):
        yield _row([cells[place] for place in row])


def _row(row: Sequence[Sequence[tuple[RuledCell, PdfLine]]]) -> PdfLine:
    lines = [line for cell in row for _, line in cell]
    texts = tuple(PdfCell(cell[0][0], "".join(line.text for _, line in cell)) for cell in row)
    return replace(
        lines[0],
        text=CELL_END.join(cell.text for cell in texts),
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        whole=True,
        cells=texts,
    )


def as_tables(lines: Sequence[PdfLine], furniture: Container[PdfLine]) -> list[PdfLine]:
    """The lines with the rows of tables told as such; a table goes on behind what a page prints at its ends."""
    told: dict[int, PdfLine | None] = dict(enumerate(lines))
    rows: list[int] = []
    for n, line in enumerate([*lines, None]):
        if line is not None and line.cells and _goes_on(lines, rows, n):
            rows.append(n)
        elif line is None or line not in furniture:
            told |= zip(rows, _table([lines[at] for at in rows]), strict=True)
            rows = [n] if line is not None and line.cells else []
    return [line for _, line in sorted(told.items(), key=lambda item: item[0]) if line]


def _goes_on(lines: Sequence[PdfLine], rows: Sequence[int], n: int) -> bool:
    """Whether the row ``n`` belongs to the table of ``rows`` before it: on the next page, where it reaches as far."""
    page = lines[n].page
    if not rows or lines[rows[-1]].page == page:
        return True
    below = takewhile(lambda row: row.cells and row.page == page, lines[n:])
    return abs(_right(lines[at] for at in rows) - _right(below)) < 2 * _NEAR


def _right(rows: Iterable[PdfLine]) -> float:
    return max(row.cells[-1].box.right for row in rows)


def _table(rows: Sequence[PdfLine]) -> list[PdfLine | None]:
    """The rows of one table, None for one that holds only the rest of cells begun on the page before."""
    placed = _placed(rows)
    lines = dict(zip(sorted({cell.row for cell in placed}), rows_of(placed), strict=True))
    return [
        replace(row, text=lines[n].text, row=lines[n].row) if n in lines else None
        for n, row in enumerate(rows)
    ]


def _placed(rows: Sequence[PdfLine]) -> list[Placed]:
    lefts = _edges(cell.box.left for row in rows for cell in row.cells)
    placed: list[Placed] = []
    goes_on: dict[int, int] = {}  # column → which of the placed no rule closes
    for n, row in enumerate(rows):
        tops = _edges(-cell.box.top for other in rows if other.page == row.page for cell in other.cells)
        for (box, above, below), text in row.cells:
            column = _before(lefts, box.left)
            width = max(_before(lefts, box.right - 2 * _NEAR) + 1 - column, 1)
            height = max(_before(tops, -box.bottom - 2 * _NEAR) + 1 - _before(tops, -box.top), 1)
            if not above and column in goes_on:
                begun = placed[goes_on[column]]
                placed[goes_on[column]] = begun._replace(
                    height=n + height - begun.row, words=begun.words + text
                )
            else:
                goes_on.pop(column, None)
                placed.append(Placed(n, column, height, width, text))
                if not below:
                    goes_on[column] = len(placed) - 1
    return placed


def _edges(places: Iterable[float]) -> list[float]:
    """Where rules stand, those drawn twice once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _before(edges: Sequence[float], place: float) -> int:
    """The last edge that does not stand behind ``place``."""
    return max(bisect_right(edges, place + _NEAR) - 1, 0)
