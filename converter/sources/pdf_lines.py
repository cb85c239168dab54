"""From glyphs to the lines of a page, in reading order, with blanks only where a reader would type one."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from converter.sources.layout import Row
from converter.sources.pdf_glyphs import Box, Glyph, PdfPage
from converter.sources.pdf_rules import RuledCell, Rules, parted

_CJK = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"), ("\U00020000", "\U0003ffff"))
_NEVER_FIRST = frozenset("，。、；：！？）》〉”’』】〕…—％,.;:!?)%]")
_NEVER_LAST = frozenset("（《〈“‘『【〔([")
_QUOTES = frozenset("“”‘’\"'")  # no line breaks on either side of one (UAX 14, LB19)
_DIGITS = frozenset("0123456789")
_TYPED = 0.2  # em; as narrow as a blank is, between characters that stand close
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class PdfCell(NamedTuple):
    """A cell of a ruled table with what stands in it."""

    cell: RuledCell
    text: str

    @property
    def box(self) -> Box:
        """Where it stands on its page."""
        return self.cell.box


class PdfLine(Struct, frozen=True):
    """A printed line.  Lengths are points; ``em`` is the width of a Chinese character of its size.

    ``unit`` is the width of its first word or character with the marks that cannot be parted from it: had it
    fitted on the line before, the typesetter would have put it there.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    em: float
    unit: float
    oblique: bool
    whole: bool = False
    """True for a row of a table, which goes on in no other line."""
    column: int = 0
    cells: tuple[PdfCell, ...] = ()
    row: Row | None = None
    """What it is in its table, once that is known."""


def is_cjk(char: str) -> bool:
    """Whether a character is as wide as a Chinese one, punctuation included."""
    return any(first <= char <= last for first, last in _CJK)


def page_lines(page: PdfPage, number: int, rules: Rules) -> list[PdfLine]:
    """The lines of one page as the file draws them; blocks that it draws too late are put where they stand."""
    pieces = (piece for row in _rows(page.glyphs) for piece in parted(row, rules))
    usual = _Gaps(_usual_gap(page.glyphs, _is_beside), _usual_gap(page.glyphs, _is_behind_sign))
    lines = [line for line in (_line(glyphs, number, usual) for glyphs in pieces) if line.text]
    placed: list[list[PdfLine]] = []
    for block in _blocks(lines):
        below = (at for at, other in enumerate(placed) if _top(other) < block[-1].base)
        placed.insert(next(below, len(placed)), block)
    return [line for block in placed for line in block]


def _top(block: Sequence[PdfLine]) -> float:
    return max(line.base for line in block)


def _blocks(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Lines drawn one below the other, or beside the other; a step up begins a new block."""
    block: list[PdfLine] = []
    for line in lines:
        if block and line.base > block[-1].base + line.em:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and not _follows(glyph, row):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _follows(glyph: Glyph, row: Sequence[Glyph]) -> bool:
    if glyph.oblique or row[-1].oblique:
        return glyph.oblique and row[-1].oblique
    size = max(glyph.height, row[-1].height)
    near = abs(glyph.base - row[0].base) < size / 2 or abs(glyph.base - row[-1].base) < size / 4
    return near and glyph.left > row[-1].right - size


def _line(glyphs: Sequence[Glyph], number: int, usual: "_Gaps") -> PdfLine:
    seen = [glyph for glyph in glyphs if not glyph.char.isspace()] or list(glyphs)
    em = max(_em(seen), 1)  # a file can claim that its characters have no width
    foot = median(glyph.base for glyph in seen)
    return PdfLine(
        text=_text(glyphs, em, foot, usual),
        page=number,
        left=seen[0].left,
        right=max(seen[-1].right, seen[0].left),
        base=foot,
        em=em,
        unit=_first_unit(seen),
        oblique=seen[0].oblique,
    )


def _em(glyphs: Sequence[Glyph]) -> float:
    wide = [glyph.right - glyph.left for glyph in glyphs if is_cjk(glyph.char)]
    return median(wide) if wide else median(glyph.right - glyph.left for glyph in glyphs) * 1.8


def _text(glyphs: Sequence[Glyph], em: float, foot: float, usual: "_Gaps") -> str:
    stretched = _usual_gap(glyphs, _are_chinese)
    blanks = ["", *(_blank(a, b, em, stretched, usual) for a, b in pairwise(glyphs))]
    pieces = ["", ""]
    for raised, group in groupby(
        zip(blanks, glyphs, strict=True), lambda pair: _is_raised(pair[1], em, foot)
    ):
        text = "".join(blank + glyph.char for blank, glyph in group)
        pieces.append(_raised(text.strip(), pieces[-1][-1:]) if raised else text)
    return "".join(pieces).strip()


def _is_raised(glyph: Glyph, em: float, foot: float) -> bool:
    return glyph.char in _DIGITS and glyph.base > foot + em / 5


def _raised(digits: str, before: str) -> str:
    """Raised digits are a power after a letter (m²) and the mark of a note elsewhere."""
    return digits.translate(_POWERS) if before.isascii() and before.isalpha() else f"[{digits}]"


class _Gaps(NamedTuple):
    """The usual gaps of a page beside numbers and letters, and behind the signs of a sentence."""

    beside: float
    behind_sign: float


def _usual_gap(glyphs: Sequence[Glyph], counts: Callable[[str, str], bool]) -> float:
    gaps = [b.left - a.right for a, b in pairwise(glyphs) if counts(a.char, b.char) and b.left > a.left]
    return max(median(gaps), 0) if gaps else 0


def _are_chinese(first: str, second: str) -> bool:
    return is_cjk(first) and is_cjk(second)


def _is_beside(first: str, second: str) -> bool:
    """Whether a number or a letter stands beside a Chinese character: word processors set them apart."""
    return first.isalnum() and second.isalnum() and first.isascii() != second.isascii()


def _is_behind_sign(first: str, second: str) -> bool:
    return first in _NEVER_FIRST and not second.isspace()


def _blank(first: Glyph, second: Glyph, em: float, stretched: float, usual: _Gaps) -> str:
    if first.char.isspace() or second.char.isspace():
        return ""
    gap = second.left - first.right
    if first.char.isascii() and second.char.isascii():
        return " " if gap > em * 0.15 else ""
    # A raised digit stands as it likes.
    typed = _TYPED if abs(first.base - second.base) < em * _TYPED else 1
    loose = stretched
    if _is_beside(first.char, second.char):
        loose = usual.beside
    elif _is_behind_sign(first.char, second.char):
        loose = max(stretched, usual.behind_sign)
    return " " if gap > loose + typed * em or gap > em else ""


def _first_unit(glyphs: Sequence[Glyph]) -> float:
    end = 0
    while end < len(glyphs) - 1 and _hold_together(glyphs[end].char, glyphs[end + 1].char):
        end += 1
    return glyphs[end].right - glyphs[0].left


def _hold_together(first: str, second: str) -> bool:
    bound = first in _NEVER_LAST or second in _NEVER_FIRST or not _QUOTES.isdisjoint((first, second))
    return bound or (first.isascii() and second.isascii())
