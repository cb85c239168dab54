"""A Word file's tree as a reader of the finished document sees it: changes accepted, hidden text gone, nothing twice."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from converter.sources.docx_package import W
from converter.sources.docx_styles import Style, is_on, style_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHANGES = tuple(W + tag for tag in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
# What was deleted or moved away, a field's instruction beside its result, the reading above a character.
_UNSEEN = {W + tag for tag in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt")}
_PROPERTIES = {W + tag for tag in ("rPr", "trPr", "tcPr", "numPr")}


def make_final(root: ET.Element, styles: Mapping[str, Style]) -> bool:
    """Remove from the tree what the finished document does not show; return whether it held tracked changes."""
    tracked = any(next(root.iter(tag), None) is not None for tag in _CHANGES)
    for parent in [element for element in root.iter() if element.tag not in _PROPERTIES]:
        seen = [child for child in parent if not _is_unseen(child, parent, styles)]
        if len(seen) < len(parent):
            parent[:] = seen
    if tracked:
        for parent in list(root.iter()):
            if any(child.tag == W + "p" and _mark_is_deleted(child) for child in parent):
                parent[:] = _run_together(parent)
    return tracked


def _is_unseen(child: ET.Element, parent: ET.Element, styles: Mapping[str, Style]) -> bool:
    match child.tag.removeprefix(W):
        case "r":
            return _is_hidden(child, styles)
        case "tr":
            return child.find(f"{W}trPr/{W}del") is not None
        case "tc":
            return child.find(f"{W}tcPr/{W}cellDel") is not None
    return child.tag in _UNSEEN or _is_second_best(child, parent)


def _is_second_best(child: ET.Element, parent: ET.Element) -> bool:
    # Word writes a text box twice, for itself and for its older versions.
    return child.tag == _MC + "Fallback" and parent.find(_MC + "Choice") is not None


def _is_hidden(run: ET.Element, styles: Mapping[str, Style]) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    return style_of(run, styles).hidden if own is None else is_on(own)


def _run_together(children: Iterable[ET.Element]) -> list[ET.Element]:
    """A paragraph whose mark was deleted runs into the next one and takes its looks, but not across a table."""
    kept: list[ET.Element] = []
    moved: list[ET.Element] = []
    for child in children:
        if child.tag == W + "p":
            own = [part for part in child if part.tag != W + "pPr"]
            if _mark_is_deleted(child):
                moved += own
                continue
            child[len(child) - len(own) :] = [*moved, *own]
            moved = []
        elif child.tag == W + "tbl":
            kept += _as_paragraph(moved)
            moved = []
        kept.append(child)
    return kept + _as_paragraph(moved)


def _as_paragraph(parts: Iterable[ET.Element]) -> list[ET.Element]:
    paragraph = ET.Element(W + "p")
    paragraph.extend(parts)
    return [paragraph] if len(paragraph) else []


def _mark_is_deleted(paragraph: ET.Element) -> bool:
    marks = (paragraph.find(f"{W}pPr/{W}rPr/{W}{tag}") for tag in ("del", "moveFrom"))
    return any(mark is not None for mark in marks)
