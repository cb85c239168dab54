"""PDF files with a text layer: bytes in, paragraphs out, page numbers and running heads marked as furniture."""

import hashlib
from collections.abc import Sequence
from statistics import median

from converter.errors import InputError
from converter.model import Source
from converter.sources.layout import LayoutLine, assemble
from converter.sources.pdf_columns import as_one_column
from converter.sources.pdf_furniture import furniture_of
from converter.sources.pdf_glyphs import PdfPage, read_pages
from converter.sources.pdf_lines import PdfLine, page_lines
from converter.sources.pdf_paragraphs import paragraphs
from converter.sources.pdf_rules import rules_of
from converter.sources.pdf_tables import as_tables, with_rows


def read_pdf(data: bytes, name: str) -> Source:
    """Read a PDF.  Its warnings may be ``pages_without_text``.

    Raises InputError ``encrypted``, ``damaged``, ``too_large`` and, where it holds pictures of text only, ``scanned``.
    """
    pages = read_pages(data, name)
    if not _is_readable(pages):
        raise InputError("scanned", path=name)
    text, places, tables = assemble(text_lines(pages))
    empty = any(page.pictures and not page.glyphs for page in pages)
    return Source(
        name,
        "pdf",
        text,
        hashlib.sha256(data).hexdigest(),
        furniture=places,
        warnings=("pages_without_text",) if empty else (),
        tables=tables,
    )


def text_lines(pages: Sequence[PdfPage]) -> list[LayoutLine]:
    """The paragraphs, rows and furniture of at least one page; none of their characters is lost."""
    drawn = [line for number, page in enumerate(pages) for line in _lines(page, number)]
    lines, width = as_one_column(drawn, median(page.width for page in pages))
    furniture = furniture_of(lines)
    return list(paragraphs(as_tables(lines, furniture), furniture, width))


def _lines(page: PdfPage, number: int) -> list[PdfLine]:
    rules = rules_of(page.shapes)
    return list(with_rows(page_lines(page, number, rules), rules))


def _is_readable(pages: Sequence[PdfPage]) -> bool:
    """Whether most characters are characters: a font may draw them without saying which they are."""
    chars = [glyph.char for page in pages for glyph in page.glyphs if not glyph.char.isspace()]
    known = [char for char in chars if char != "\ufffd" and not "\ue000" <= char <= "\uf8ff"]
    return len(known) >= max(len(pages), len(chars) * 0.7, 1)
