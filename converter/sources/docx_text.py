"""The lines of a Word file: a line a paragraph, a line a row of a table, in the order of the document."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from converter.sources.docx_numerals import bullet
from converter.sources.docx_package import W
from converter.sources.docx_styles import Style, number, style_of, value
from converter.sources.layout import LayoutLine, Placed, rows_of
from converter.sources.spanning import MOST

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
# Properties hold no text; a text box's paragraphs follow the paragraph it is fixed to.
_APART = {
    W + "pPr",
    W + "rPr",
    W + "tblPr",
    W + "trPr",
    W + "tcPr",
    W + "sectPr",
    W + "sdtPr",
    W + "txbxContent",
}
_LONGEST_CELL = 400  # characters; what is longer is a text in a frame


class WordContext(Struct, frozen=True):
    """What the lines are read with: each paragraph's list number, each note's number, the styles."""

    labels: Mapping[ET.Element, str]
    notes: Mapping[tuple[str, str], int]
    styles: Mapping[str, Style]


def note_numbers(document: ET.Element) -> Mapping[tuple[str, str], int]:
    """Footnotes and endnotes by kind and id, counted together from 1 in the order of their marks."""
    found = [(_NOTES[e.tag], e.get(W + "id", "")) for e in document.iter() if e.tag in _NOTES]
    return {key: place for place, key in enumerate(dict.fromkeys(found), 1)}


def body_lines(parent: ET.Element, page: WordContext) -> Iterator[LayoutLine]:
    """The lines of everything below ``parent``: paragraphs, rows, text boxes, contents of controls."""
    for child in parent:
        if child.tag == W + "p":
            yield from _paragraph(child, page)
        elif child.tag == W + "tbl":
            yield from _table(child, page)
        elif child.tag not in _APART:
            reason = "contents" if _is_contents(child) else None
            yield from (line._replace(furniture=reason or line.furniture) for line in body_lines(child, page))


def note_lines(footnotes: ET.Element, endnotes: ET.Element, page: WordContext) -> Iterator[LayoutLine]:
    """A line ``[1] …`` for each note, in the order of the marks."""
    kinds = (("footnote", footnotes), ("endnote", endnotes))
    found = {(kind, note.get(W + "id", "")): note for kind, root in kinds for note in root.iter(W + kind)}
    for key, place in page.notes.items():
        if key in found:
            yield LayoutLine(f"[{place}] {_joined(body_lines(found[key], page))}".rstrip())


def _paragraph(paragraph: ET.Element, page: WordContext) -> Iterator[LayoutLine]:
    style = style_of(paragraph, page.styles)
    if style.hidden:
        return
    text = "".join(_pieces(paragraph, page))
    label = page.labels.get(paragraph, "") if text.strip() else ""
    reason = "contents" if re.match(r"(?i)toc (?:\d|heading)", style.name) else None
    for line in (label + text).split("\n"):
        yield LayoutLine(line.rstrip(), reason)
    for box in _nearest(paragraph, W + "txbxContent"):
        yield from body_lines(box, page)


def _nearest(node: ET.Element, tag: str) -> Iterator[ET.Element]:
    """The elements of a kind below ``node``, without those inside one another."""
    for child in node:
        if child.tag == tag:
            yield child
        else:
            yield from _nearest(child, tag)


def _table(table: ET.Element, page: WordContext) -> Iterator[LayoutLine]:
    """A line a row; the cells of a table that only lays out a text are lines of their own."""
    rows = [_row(row, page) for row in _nearest(table, W + "tr")]
    cells = [cell for row in rows for cell in row]
    if not any(len(row) > 1 for row in rows) or any(map(_holds_text, cells)):
        for cell in cells:
            yield from cell.lines
        return
    yield from rows_of(_placed(rows))


class _Cell(Struct, frozen=True):
    """A cell's column, how many it spans, whether it goes on from the row above, and what stands in it."""

    column: int
    width: int
    goes_on: bool
    lines: tuple[LayoutLine, ...]


def _row(row: ET.Element, page: WordContext) -> list[_Cell]:
    found: list[_Cell] = []
    column = number(value(row.find(f"{W}trPr/{W}gridBefore"))) or 0
    for cell in _nearest(row, W + "tc"):
        goes_on, width = _span(cell)
        found.append(_Cell(column, width, goes_on, tuple(body_lines(cell, page))))
        column += width
    return found


def _holds_text(cell: _Cell) -> bool:
    """Whether a cell is too much for one: a text, or a table of its own."""
    return any(line.row for line in cell.lines) or sum(len(line.text) for line in cell.lines) > _LONGEST_CELL


def _placed(rows: list[list[_Cell]]) -> Iterator[Placed]:
    begun: dict[int, Placed] = {}  # column → the cell that may go on below
    for n, row in enumerate(rows):
        for cell in row:
            above = begun.get(cell.column)
            if cell.goes_on and above:
                begun[cell.column] = above._replace(height=n + 1 - above.row)
                continue
            if above:
                yield above
            begun[cell.column] = Placed(n, cell.column, 1, cell.width, _joined(cell.lines))
    yield from begun.values()


def _span(cell: ET.Element) -> tuple[bool, int]:
    """Whether a cell goes on from the row above, and over how many columns it reaches."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    columns = number(value(cell.find(f"{W}tcPr/{W}gridSpan"))) or 1
    return merge is not None and value(merge) != "restart", min(columns, MOST)


def _joined(lines: Iterable[LayoutLine]) -> str:
    return " ".join(line.text.strip() for line in lines if line.text.strip())


def _pieces(node: ET.Element, page: WordContext) -> Iterator[str]:
    for child in node:
        if child.tag in (W + "t", _MATH_TEXT):
            yield (child.text or "").replace("\n", " ")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag in _NOTES:
            yield f"[{page.notes[_NOTES[child.tag], child.get(W + 'id', '')]}]"
        elif child.tag == W + "sym":
            yield _symbol(child)
        elif child.tag not in _APART:
            yield from _pieces(child, page)


def _symbol(element: ET.Element) -> str:
    code = element.get(W + "char", "")
    return bullet(chr(int(code, 16))) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""


def _is_contents(control: ET.Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"
