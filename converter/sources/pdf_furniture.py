"""What a PDF prints around the text of its pages: page numbers, running heads and feet, watermarks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from statistics import median

from converter.sources.pdf_lines import PdfLine

_APART = 1.3  # usual distances of rows; what stands nearer to the text is text, whatever it says
_NUMBER = re.compile(r"\W*第? ?\d{1,4} ?页?\W*(?:[/／共] ?\d{1,4} ?页?)?\W*")
_DECORATED = re.compile(r"\W+ ?\d{1,4} ?\W+|.*页.*|\d+ ?[/／] ?\d+")


def furniture_of(lines: Sequence[PdfLine]) -> dict[PdfLine, str]:
    """The lines that are none of the text, each with its reason (a key of ``noise.toml``)."""
    watermarks = {line: "watermark" for line in lines if line.oblique}
    upright = [line for line in lines if not line.oblique]
    pages = [list(page) for _, page in groupby(upright, key=lambda line: line.page)]
    gaps = [high - low for page in pages for high, low in pairwise(_rows(page))]
    apart = median(gaps or [0]) * _APART
    edges = [_edges(page, apart) for page in pages]
    return watermarks | _running_heads(edges) | _page_numbers(edges)


def _rows(page: Iterable[PdfLine]) -> list[int]:
    return sorted({round(line.base) for line in page}, reverse=True)


def _edges(page: Sequence[PdfLine], apart: float) -> list[PdfLine]:
    """The lines above and below the text: at most two rows, which stand ``apart`` points or more from it."""
    rows = _rows(page)
    outer = {*_outer(rows, apart), *_outer([-row for row in reversed(rows)], apart)}
    return [line for line in page if round(line.base) in outer or -round(line.base) in outer]


def _outer(rows: Sequence[int], apart: float) -> Sequence[int]:
    ends = (end for end in (1, 2) if end < len(rows) and rows[end - 1] - rows[end] > apart)
    return rows[: max(ends, default=0)]


def _page_numbers(edges: Sequence[Sequence[PdfLine]]) -> dict[PdfLine, str]:
    """Numbers at the edge of pages that look like page numbers or count on with the pages."""
    found = [line for page in edges for line in page if _NUMBER.fullmatch(line.text)]
    ahead = Counter(_number(line) - line.page for line in found)
    counting = {offset for offset, pages in ahead.items() if pages > 1}
    return {
        line: "page_number"
        for line in found
        if _DECORATED.fullmatch(line.text) or _number(line) - line.page in counting
    }


def _number(line: PdfLine) -> int:
    return int(re.findall(r"\d+", line.text)[0])


def _running_heads(edges: Sequence[Sequence[PdfLine]]) -> dict[PdfLine, str]:
    """Lines that stand at the same height with the same words, digits aside, on several pages."""
    places: dict[tuple[str, int], list[PdfLine]] = defaultdict(list)
    for page in edges:
        for line in page:
            places[re.sub(r"\d+", "0", line.text), round(line.base / 2)].append(line)
    enough = max(2, len(edges) // 3)
    return {line: "running_head" for lines in places.values() if len(lines) >= enough for line in lines}
