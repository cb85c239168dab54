"""Annexes: their number on one line, their heading on the next, and the list of them under the text."""

import re

from converter.model import Span
from converter.structure.segment.part import Part, Text

_TITLE = 40  # characters
_PAGE = re.compile(r"[\s\d-]+")  # blanks, and the number of a page
_NO_TITLE = set("。;!?|")


def join_annexes(folded: str, root: Part) -> None:
    """Give each annex the heading on the line after its number; a mere list of annexes becomes text."""
    _demote_lists(root)
    _join_headings(folded, root)
    for part in root.parts:
        first = part.texts[0].span if part.texts else Span(0, 0)
        words = folded[first.start : first.end]
        next_line = not _PAGE.sub("", folded[part.lead.end : first.start])
        is_title = next_line and 0 < len(words) <= _TITLE and not _NO_TITLE & set(words)
        if _is_annex(part) and not part.heading and is_title:
            part.heading, part.lead = first, Span(part.lead.start, first.end)
            part.texts.pop(0)


def _demote_lists(root: Part) -> None:
    """A line that names an annex before the annex itself starts is the last of the text above."""
    kept: list[Part] = []
    for part, after in zip(root.parts, [*root.parts[1:], None], strict=False):
        named_only = not part.texts and not part.parts
        if kept and named_only and _is_annex(part) and after is not None and _is_annex(after):
            last = kept[-1]
            while last.parts:
                last = last.parts[-1]
            last.texts.append(Text(part.lead, closes_parent=True))
        else:
            kept.append(part)
    root.parts = kept


def _is_annex(part: Part) -> bool:
    return part.role == "other" and part.num is not None


def _join_headings(folded: str, root: Part) -> None:
    kept: list[Part] = []
    for part, after in zip(root.parts, [*root.parts[1:], None], strict=False):
        alone = part.role == "other" and part.num and not part.heading and not part.texts and not part.parts
        heads = alone and after is not None and after.num is None and after.heading is not None
        if heads and after and not _PAGE.sub("", folded[part.lead.end : after.lead.start]):
            after.num, after.lead, after.role = part.num, Span(part.lead.start, after.lead.end), "other"
        else:
            kept.append(part)
    root.parts = kept
