"""The lines of a Word file: a line a paragraph, a line a row of a table, in the order of the document."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from converter.sources.docx_numerals import bullet
from converter.sources.docx_package import W
from converter.sources.docx_styles import Style, number, style_of, value
from converter.sources.layout import CELL_END, LayoutLine

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
_WIDEST = 60  # columns that one cell may span; a table can claim any number


@dataclass(frozen=True, slots=True)
class WordContext:
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
            yield from (LayoutLine(text, reason or own) for text, own in body_lines(child, page))


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
    """A line a row.  A cell that spans rows or columns is repeated in each; a row that is one cell is text in a frame."""
    above: list[str] = []
    for row in _nearest(table, W + "tr"):
        cells = list(_nearest(row, W + "tc"))
        if len(cells) == 1:
            yield from body_lines(cells[0], page)
            continue
        texts: list[str] = []
        for cell in cells:
            down, columns = _span(cell)
            inherited = above[len(texts)] if down and len(texts) < len(above) else ""
            texts += [_joined(body_lines(cell, page)) or inherited] * columns
        above = texts
        if any(texts):
            yield LayoutLine(CELL_END.join(texts))


def _span(cell: ET.Element) -> tuple[bool, int]:
    """Whether a cell goes on from the row above, and over how many columns it reaches."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    columns = number(value(cell.find(f"{W}tcPr/{W}gridSpan"))) or 1
    return merge is not None and value(merge) != "restart", min(columns, _WIDEST)


def _joined(lines: Iterable[LayoutLine]) -> str:
    return " ".join(text.strip() for text, _ in lines if text.strip())


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
