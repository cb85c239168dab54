"""From printed lines back to paragraphs.

A line goes on in the next one where the typesetter had to break it: the next word would not have fitted, and the next
line neither steps in, as a paragraph does, nor stands off.  Where a document does neither, the end of a sentence
at the end of a full line decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import quantiles

from msgspec import Struct

from converter.sources.layout import LayoutLine
from converter.sources.pdf_lines import PdfLine
from converter.text.numerals import spelled

_ITEM = re.compile(
    spelled(
        r"[（(]?[{chinese}]{1,3}[、）)]|第[{chinese}]+(?:[、，]|部分|章)|[{chinese}]是|[（(]?\d{1,2}[.、）)]|[{enclosed}]|—— ?"
    )
)
_STOPS = tuple("。！？；：.!?;:”")
_STEP = 0.7  # em; what counts as stepping in
_APART = 1.3  # line distances; what counts as standing off
_FEWEST = 3  # lines that must show it, however few there are
_FEW = 8  # a way of beginning paragraphs is the document's own where one line in so many shows it


class Setting(Struct, frozen=True):
    """How the text is set: its ``left`` and ``right`` edge in points and its line distance in em.

    ``indented`` and ``spaced`` say how paragraphs begin: by stepping in, by standing off.
    """

    left: float
    right: float
    distance: float
    indented: bool
    spaced: bool


def paragraphs(
    lines: Sequence[PdfLine], furniture: Mapping[PdfLine, str], width: float
) -> Iterator[LayoutLine]:
    """The paragraphs in order, of pages ``width`` points wide; what is none of the text follows the paragraph it interrupts."""
    body = [line for line in lines if line not in furniture and not line.whole]
    setting = _setting(body, width)
    waiting: list[LayoutLine] = []
    text, last = "", None
    for line in lines:
        if line in furniture:
            waiting.append(LayoutLine(line.text, furniture[line]))
        elif line.row:
            yield from _closed(text, waiting)
            yield LayoutLine(line.text, row=line.row)
            waiting, text, last = [], "", None
        elif last is not None and _goes_on(last, line, setting):
            text, last = _joined(text, line.text), line
        else:
            yield from _closed(text, waiting)
            waiting, text, last = [], line.text, line
    yield from _closed(text, waiting)


def _closed(text: str, waiting: Iterable[LayoutLine]) -> Iterator[LayoutLine]:
    if text:
        yield LayoutLine(text)
    yield from waiting


def _setting(body: Sequence[PdfLine], width: float) -> Setting:
    if len(body) < 2:
        return Setting(0, 0, 1, indented=False, spaced=False)
    widest = max(line.right - line.left for line in body)
    long = [line for line in body if line.right - line.left >= widest * 0.6]
    steps = [
        b
        for a, b in pairwise(body)
        if _STEP < (a.left - b.left) / b.em < 4 and a.right - a.left > widest * 0.6
    ]
    gaps = [(a.base - b.base) / a.em for a, b in pairwise(body) if _same_place(a, b)]
    gaps = [gap for gap in gaps if 0 < gap < 4] or [1.0]
    distance = _quantile(gaps, 3)
    # Centred lines stand inside the left edge, and so do paragraphs of one line: take what most lines do, or else
    # those that a line stepped in stands before.
    left = min(_quantile([line.left for line in found], 2) for found in (long, steps) if found)
    right = _right_edge(long, width - left)
    return Setting(
        left=left,
        right=right,
        distance=distance,
        indented=len(steps) * _FEW > len(long) or bool(steps and _all_step_in(body, left, right)),
        spaced=sum(gap > distance * _APART for gap in gaps) * _FEW > len(gaps),
    )


def _all_step_in(body: Sequence[PdfLine], left: float, right: float) -> bool:
    """Whether every line behind one that is not full, which so begins a paragraph, steps in."""
    begins = [b for a, b in pairwise(body) if a.right + max(b.unit, 2 * a.em) < right]
    return len(begins) >= _FEWEST and all(line.left > left + _STEP * line.em for line in begins)


def _right_edge(long: Sequence[PdfLine], symmetric: float) -> float:
    """Where full lines end: where many do, or else where the left margin has its like on the right."""
    right, em = _quantile([line.right for line in long], 8), long[0].em
    near = sum(abs(line.right - right) < 1.5 * em for line in long)
    return right if near * 2 > len(long) >= 10 else max(right, symmetric - 2 * em)


def _quantile(values: Sequence[float], tenth: int) -> float:
    return quantiles([*values, *values], n=10, method="inclusive")[tenth - 1]


def _goes_on(line: PdfLine, following: PdfLine, setting: Setting) -> bool:
    if line.whole or following.whole:
        return False
    if not (0.85 < following.em / line.em < 1.18 and _is_broken(line, following, setting)):
        return False
    if following.left > line.left + _STEP * line.em or _stands_off(line, following, setting):
        return False
    if setting.indented:
        return following.left <= setting.left + _STEP * line.em
    if setting.spaced and _same_place(line, following):
        return True
    return not (
        line.text.endswith(_STOPS) and (not _same_place(line, following) or _ITEM.match(following.text))
    )


def _is_broken(line: PdfLine, following: PdfLine, setting: Setting) -> bool:
    """Whether the line ends because it is full, by the word that follows or, inside a sentence, nearly."""
    nearly = 0 if line.text.endswith(_STOPS) or _ITEM.match(following.text) else 4 * line.em
    return line.right + max(following.unit, nearly) > setting.right - line.em / 10


def _stands_off(line: PdfLine, following: PdfLine, setting: Setting) -> bool:
    return _same_place(line, following) and line.base - following.base > setting.distance * _APART * line.em


def _same_place(line: PdfLine, following: PdfLine) -> bool:
    return (line.page, line.column) == (following.page, following.column)


def _joined(text: str, more: str) -> str:
    words = text[-1:].isascii() and more[:1].isascii() and text[-1:].isalpha() and more[:1].isalnum()
    return f"{text} {more}" if words else text + more
