"""A PDF's characters with their places, page by page, through PDFium (which runs no script and fetches nothing)."""

import ctypes
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from converter.caching import kept
from converter.errors import InputError, SlipError
from converter.knowledge import Record, Table

_PAGES = 2_000
_GLYPHS = 1_000_000  # of a file
_SHAPES = 4_000  # of a page; a map or a chart has more, a table has not
_REPAIRED = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF))
_UPRIGHT = 0.05  # radians


class _Radicals(Record, frozen=True):
    pairs: str

    def __post_init__(self) -> None:
        for pair in self.pairs.split():
            if len(pair) != 2:
                raise SlipError("table_length", field=pair, wanted=2)


RADICALS = Table(__package__, "pdf_radicals.toml", _Radicals)


class Glyph(NamedTuple):
    """One character; lengths are points, counted from the lower left corner of the page, ``base`` is its line's foot."""

    char: str
    left: float
    right: float
    base: float
    height: float
    oblique: bool


class Box(NamedTuple):
    """A drawn shape by its edges, in points; a rule of a table is a thin one."""

    left: float
    bottom: float
    right: float
    top: float


class PdfPage(NamedTuple):
    """The characters of a page in the order the file draws them, the shapes drawn, and whether it has pictures."""

    width: float
    glyphs: tuple[Glyph, ...]
    shapes: tuple[Box, ...]
    pictures: bool


def read_pages(data: bytes, name: str) -> list[PdfPage]:
    """All pages of a PDF.

    Raises InputError ``encrypted``, ``damaged`` and, for more than 2,000 pages or a million characters, ``too_large``.
    """
    try:
        document = pdfium.PdfDocument(data)
        try:
            if len(document) > _PAGES:
                raise InputError("too_large", path=name)
            return list(_pages(document, name))
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError("encrypted" if locked else "damaged", path=name) from error


def _pages(document: pdfium.PdfDocument, name: str) -> Iterator[PdfPage]:
    left = _GLYPHS
    for page in document:
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise InputError("too_large", path=name)
        paths = islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]), _SHAPES)
        shapes = tuple(Box(*path.get_bounds()) for path in paths)
        pictures = next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
        yield PdfPage(page.get_width(), tuple(_glyphs(text)), shapes, pictures)
        text.close()
        page.close()


def _glyphs(text: pdfium.PdfTextPage) -> Iterator[Glyph]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = ""
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        # White space that PDFium adds is a guess from gaps; ours is made from the same gaps, knowing Chinese.
        if raw.FPDFText_IsGenerated(text, index) or code < 0x20 or code in (0xFFFE, 0xFFFF):
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        char = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high = ""
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        oblique = _is_oblique(raw.FPDFText_GetCharAngle(text, index))
        left, right, base = map(_point, (min(x.value, box.left), box.right, y.value))
        yield Glyph(repaired(char), left, right, base, _point(box.top - box.bottom), oblique)


def _point(value: float) -> float:
    """A length as it is, or 0 where a damaged file gives none that a page could have."""
    return value if abs(value) < 1e6 else 0.0


def _is_oblique(angle: float) -> bool:
    """Whether writing is slanted across the page, as a watermark is."""
    quarter = angle % 1.5707963
    return angle >= 0 and _UPRIGHT < quarter < 1.5707963 - _UPRIGHT


def repaired(text: str) -> str:
    """``text`` with radicals as the characters they stand for, one for one."""
    return text.translate(_radicals())


@kept
def _radicals() -> Mapping[int, str]:
    mapped = {ord(pair[0]): pair[1] for pair in RADICALS.load().pairs.split()}
    for first, last in _REPAIRED:
        normal = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(first, last + 1)}
        mapped |= {code: character for code, character in normal.items() if len(character) == 1}
    return mapped
