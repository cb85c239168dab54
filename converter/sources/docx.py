"""Word files (.docx): bytes in, the finished document's text out, a line a paragraph.

Numbers that Word keeps in list definitions are printed, tracked changes are taken as final, notes follow at the
end, text boxes follow their paragraph.  Heads and feet of pages, comments and hidden text are left out.  Macros
and outside relations are never looked at.
"""

import hashlib

from converter.errors import InputError
from converter.model import Source
from converter.sources.docx_final import make_final
from converter.sources.docx_lists import labels
from converter.sources.docx_package import open_package
from converter.sources.docx_styles import read_styles
from converter.sources.docx_text import WordContext, body_lines, note_lines, note_numbers
from converter.sources.layout import LayoutLine, assemble


def read_docx(data: bytes, name: str) -> Source:
    """Read a Word file.  Its warnings may be ``tracked_changes``.

    Raises InputError ``damaged``, ``too_large`` and, where the file holds no characters, ``no_text``.
    """
    try:
        lines, tracked = _read(data, name)
    except RecursionError as error:  # nested deeper than a person can write
        raise InputError("damaged", path=name) from error
    text, furniture, tables = assemble(lines)
    if not text.strip():
        raise InputError("no_text", path=name)
    warnings = ("tracked_changes",) if tracked else ()
    return Source(
        name,
        "docx",
        text,
        hashlib.sha256(data).hexdigest(),
        furniture=furniture,
        warnings=warnings,
        tables=tables,
    )


def _read(data: bytes, name: str) -> tuple[list[LayoutLine], bool]:
    parts = open_package(data, name)
    styles = read_styles(parts["styles"])
    tracked = [make_final(parts[part], styles) for part in ("document", "footnotes", "endnotes")]
    document = parts["document"]
    page = WordContext(labels(document, parts["numbering"], styles), note_numbers(document), styles)
    notes = note_lines(parts["footnotes"], parts["endnotes"], page)
    return [*body_lines(document, page), *notes], any(tracked)
