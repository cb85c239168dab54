"""Pages set in two columns, as a government's gazette is: the right column is moved under the left one."""

from collections.abc import Sequence
from statistics import median

from msgspec.structs import replace

from converter.sources.pdf_lines import PdfLine

_SHARE = 0.3  # of all lines, on each side of the middle
_ACROSS = 0.15


def as_one_column(lines: Sequence[PdfLine], width: float) -> tuple[list[PdfLine], float]:
    """The lines as if pages had one column, with the width that a page would then have.

    Nothing changes where lines run across the middle of pages ``width`` points wide, as they do in most documents.
    """
    middle = width / 2
    left = [line for line in lines if line.right < middle + line.em]
    right = [line for line in lines if line.left > middle - line.em]
    across = len(lines) - len(left) - len(right)
    if min(len(left), len(right)) <= _SHARE * len(lines) or across > _ACROSS * len(lines):
        return list(lines), width
    edge = median(line.left for line in left)
    shift = median(line.left for line in right) - edge
    moved = [_moved(line, shift) if line.left > middle - line.em else line for line in lines]
    return moved, 2 * edge + shift


def _moved(line: PdfLine, shift: float) -> PdfLine:
    return replace(line, left=line.left - shift, right=line.right - shift, column=1)
