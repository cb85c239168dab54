"""Annexes: their number on one line, their heading on the next, and the list of them under the text."""

from converter.model import Span
from converter.segment.part import Part, Text

_TITLE = 40  # characters
_NO_TITLE = set("。;!?|")


def join_annexes(folded: str, root: Part) -> None:
    """Give each annex the heading on the line after its number; a mere list of annexes becomes text."""
    _demote_lists(root)
    _join_headings(root)
    for part in root.parts:
        first = part.texts[0].span if part.texts else Span(0, 0)
        words = folded[first.start : first.end]
        is_title = 0 < len(words) <= _TITLE and not _NO_TITLE & set(words)
        if _is_annex(part) and not part.heading and is_title:
            part.heading, part.lead = first, Span(part.lead.start, first.end)
            part.texts.pop(0)


def _demote_lists(root: Part) -> None:
    """A line that names an annex before the annex itself starts is the last of the text above."""
    for before, part, after in zip(root.parts, root.parts[1:], root.parts[2:], strict=False):
        if _is_annex(part) and _is_annex(after) and part.heading and not part.texts and not part.parts:
            last = before
            while last.parts:
                last = last.parts[-1]
            last.texts.append(Text(part.lead, closes_parent=True))
            root.parts.remove(part)


def _is_annex(part: Part) -> bool:
    return part.role == "other" and part.num is not None


def _join_headings(root: Part) -> None:
    for part, after in zip(root.parts, root.parts[1:], strict=False):
        alone = part.num and not part.heading and not part.texts and not part.parts
        if alone and after.num is None and after.heading:
            after.num, after.lead, after.role = part.num, Span(part.lead.start, after.lead.end), "other"
            root.parts.remove(part)
