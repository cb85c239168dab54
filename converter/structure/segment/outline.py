"""From lines to parts within parts: a part holds what follows it with a higher rank (``ranks.py``).

Some parts no line starts: a first chapter whose heading is missing, last chapters that have none, notes at the end,
sections that only their sentences show.
"""

import re
from collections.abc import Mapping, Sequence

from converter.model import Role, Span
from converter.structure.lines.cut import Line
from converter.structure.segment.annex import join_annexes
from converter.structure.segment.chapter_roles import give_roles, told_apart
from converter.structure.segment.closing import mark_closing
from converter.structure.segment.head import is_close
from converter.structure.segment.heading import heading_and_rest, is_annex, squeezed, text_start
from converter.structure.segment.hidden_ends import Hidden
from converter.structure.segment.inner_lists import without_inner_lists
from converter.structure.segment.part import Part, Text
from converter.structure.segment.ranks import (
    UNNUMBERED,
    Ranks,
    annex_number_end,
    is_heading_line,
    is_point,
    ranks,
    top_rank,
)
from converter.structure.segment.roles import role_of_heading, role_of_opening
from converter.structure.segment.unmarked import with_unmarked_sections

_FIGURE = re.compile(r"(?<!\d)\d+(?!\d|年)")
_MOST = 150  # chapters; a text with more is a list, and has no end without a heading
_TRAILING = 2500  # characters; the parts at the end that have no heading are short


def outline(folded: str, lines: Sequence[Line], hidden: Mapping[int, Hidden], year: int | None) -> Part:
    """The root part of a report's lines: its ``texts`` are the preface, its ``parts`` the chapters.

    ``hidden`` has where headings end that nothing marks.
    """
    found = ranks(folded, lines)
    top = top_rank(lines, found)
    last = max((i for i, rank in found.items() if rank == top), default=len(lines))
    root = Part(-2, Span(0, 0))
    stack = [root, *_missing_first(root, lines, found, top)]
    for i, line in enumerate(lines):
        part = _part(folded, lines, i, found, hidden.get(i))
        if part is None and last < i:
            part = _trailing(folded, line, root.parts, top, year)
        elif part and last < i and _starts_notes(lines, i, root.parts):
            stack = [root, *_open(root, Part(top or 0, Span(line.span.start, line.span.start), role="other"))]
        if part is None or (part.point and len(stack) == 1 and top is not None):
            _add_text(folded, line, stack)
            continue
        while stack[-1].rank >= part.rank or (part.point and _is_over(stack[-1])):
            stack.pop()
        stack[-1].parts.append(part)
        stack.append(part)
    _demote_points(root)
    without_inner_lists(folded, root)
    if top is None:
        root = Part(-2, Span(0, 0), parts=told_apart(folded, _whole(root), year))
    join_annexes(folded, root)
    with_unmarked_sections(folded, root.parts)
    if top is None:
        root = _lifted(folded, root, year)
    give_roles(folded, root, year)
    mark_closing(folded, root)
    return root


def _lifted(folded: str, root: Part, year: int | None) -> Part:
    """In a text without any number, the sections that its sentences show are its chapters."""
    whole, *rest = root.parts
    if whole.heading or not whole.parts or any(part.num for part in whole.parts):
        return root
    lifted = Part(root.rank, root.lead, texts=whole.texts, parts=whole.parts)
    last = whole.parts[-1]
    told: set[Role] = set()
    texts, last.texts = last.texts, []
    for text in texts:
        role = role_of_opening(text.span.of(folded)[:120], year)
        if role and role not in told and lifted.parts[-1].texts:
            told.add(role)
            start = text.span.start
            lifted.parts.append(Part(last.rank, Span(start, start), role=role))
        lifted.parts[-1].texts.append(Text(text.span))
    lifted.parts += rest
    return lifted


def _is_over(part: Part) -> bool:
    """True where a point was followed by what speaks of all points: another kind of points stands beside it."""
    return part.point and any(text.closes_parent for text in part.texts)


def _open(root: Part, part: Part) -> list[Part]:
    root.parts.append(part)
    return [part]


def _missing_first(root: Part, lines: Sequence[Line], found: Ranks, top: int | None) -> list[Part]:
    """The first chapter of a text that begins with the number 二、: its heading was lost, its text was not."""
    first = next((lines[i] for i, rank in sorted(found.items()) if rank == top), None)
    missing = first is not None and first.mark is not None and first.mark.n == 2 and first is not lines[0]
    start = lines[0].span.start if lines else 0
    return _open(root, Part(top or 0, Span(start, start))) if missing else []


def _part(folded: str, lines: Sequence[Line], i: int, found: Ranks, hidden: Hidden | None) -> Part | None:
    line, rank = lines[i], found.get(i)
    if rank is None:
        return None
    if line.mark is None:
        return _unnumbered(folded, line, rank)
    heading, rest = heading_and_rest(folded, line, line.mark, hidden and hidden.end)
    guessed = line.flattened and (hidden is not None or rest >= line.span.end)
    if guessed and heading and _FIGURE.search(folded, *heading):
        heading, rest = (
            None,
            text_start(folded, line, line.mark),
        )  # no heading rather than one that takes a figure
    start = line.mark.span.start
    printed = line.mark.span.of(folded).rstrip("、,: ")
    point = is_point(line.mark, rank)
    num = Span(start, start + len(printed))
    inline = line.mark.place != "line start"
    part = Part(rank, Span(start, rest), num, heading, point=point, inline=inline, n=line.mark.n)
    part.flattened = line.flattened or line.span == line.mark.span
    if rest < line.span.end:
        part.texts.append(Text(Span(rest, line.span.end)))
    return part


def _unnumbered(folded: str, line: Line, rank: int) -> Part:
    words = line.span.of(folded)
    number = annex_number_end(words) if is_annex(words) else 0
    start = line.span.start
    if not number:
        return Part(rank, line.span, heading=Span(start, start + len(words.rstrip(": "))))
    title = words[number:].strip(":： ")
    heading = Span(start + words.rindex(title), start + words.rindex(title) + len(title)) if title else None
    return Part(rank, line.span, Span(start, start + number), heading, role="other")


def _starts_notes(lines: Sequence[Line], i: int, chapters: Sequence[Part]) -> bool:
    """True at the first of the notes that end a report and have no heading above them."""
    mark = lines[i].mark
    if mark is None or not mark.style.note or (chapters and chapters[-1].role == "other"):
        return False
    return all(line.mark is None or line.mark.style.note for line in lines[i:])


def _trailing(
    folded: str, line: Line, chapters: Sequence[Part], top: int | None, year: int | None
) -> Part | None:
    """The chapter without a number that an unmarked line after the last numbered chapter starts, if it does."""
    words = squeezed(line.span.of(folded))
    if top is None or line.mark or is_close(words) or len(chapters) > _MOST:
        return None
    if is_heading_line(folded, line) or (words.endswith(":") and role_of_heading(words, year) == "other"):
        role = role_of_heading(words, year)
        # Annexes may be several; problems and plan are told once.
        new = role == "other" or role not in _roles(folded, chapters, year)
        found = role if role == "other" else None
        heading = Span(line.span.start, line.span.end - words.endswith(":"))
        return Part(top, line.span, heading=heading, role=found) if role != "results" and new else None
    # Behind a heading of its own (结束语) a paragraph is that part's.
    headed = bool(chapters) and chapters[-1].num is None and chapters[-1].heading is not None
    is_short = len(folded) - line.span.start < _TRAILING and not headed
    role_told = role_of_opening(words[:120], year) if is_short else None
    if role_told is None:
        return None
    # What a plan says of difficulties is the plan's.
    told = _roles(folded, chapters, year)
    if role_told in told or (role_told == "problems" and "plan" in told):
        return None
    return Part(top, Span(line.span.start, line.span.start), role=role_told, texts=[Text(line.span)])


def _roles(folded: str, chapters: Sequence[Part], year: int | None) -> set[Role | None]:
    return {c.role or (role_of_heading(c.heading.of(folded), year) if c.heading else None) for c in chapters}


def _add_text(folded: str, line: Line, stack: list[Part]) -> None:
    closes = is_close(line.span.of(folded)) or (stack[-1].point and bool(stack[-1].texts))
    stack[-1].texts.append(Text(line.span, closes and len(stack) > 1))


def _demote_points(part: Part) -> None:
    """Points before the first section of a part that has sections are paragraphs of the part, not sections."""
    for inner in part.parts:
        _demote_points(inner)
    if all(inner.point for inner in part.parts):
        return
    for inner in [inner for inner in part.parts if inner.point]:
        part.texts += _flat(inner)
        part.parts.remove(inner)


def _flat(point: Part) -> list[Text]:
    first, *rest = [*point.texts, *(text for inner in point.parts for text in _flat(inner))] or [
        Text(point.lead)
    ]
    return [Text(Span(point.lead.start, first.span.end)), *rest]


def _whole(root: Part) -> Part:
    starts = [*(text.span.start for text in root.texts), *(part.lead.start for part in root.parts)]
    start = min(starts, default=0)
    return Part(UNNUMBERED, Span(start, start), role="results", texts=root.texts, parts=root.parts)
