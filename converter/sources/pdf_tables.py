"""Ruled tables of a PDF: the lines inside their cells become one line a row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.sources.layout import CELL_END
from converter.sources.pdf_glyphs import Box
from converter.sources.pdf_lines import PdfLine
from converter.sources.pdf_rules import Rules, cell_at

_NEAR = 3  # points; neighbouring cells may draw the rule between them twice


def with_rows(lines: Sequence[PdfLine], rules: Rules) -> Iterator[PdfLine]:
    """The lines of a page, those in cells put together by rows; a frame of one cell is no table."""
    placed = [(line, cell_at((line.left + line.right) / 2, line.base + line.em / 3, rules)) for line in lines]
    for in_cell, group in groupby(placed, key=lambda pair: pair[1] is not None):
        pairs = list(group)
        cells = {cell for _, cell in pairs}
        if in_cell and len(cells) > 1:
            yield from _rows((line, cell) for line, cell in pairs if cell is not None)
        else:
            yield from (line for line, _ in pairs)


def _rows(pairs: Iterable[tuple[PdfLine, Box]]) -> Iterator[PdfLine]:
    rows: dict[int, list[tuple[Box, PdfLine]]] = defaultdict(list)
    for line, cell in pairs:
        rows[-round(cell.top / _NEAR)].append((cell, line))
    for _, row in sorted(rows.items()):
        yield _row(row)


def _row(row: Sequence[tuple[Box, PdfLine]]) -> PdfLine:
    texts: dict[int, str] = defaultdict(str)
    for cell, line in sorted(row, key=lambda pair: round(pair[0].left)):
        texts[round(cell.left)] += line.text
    first = row[0][1]
    return replace(
        first,
        text=CELL_END.join(texts.values()),
        left=min(line.left for _, line in row),
        right=max(line.right for _, line in row),
        whole=True,
    )
