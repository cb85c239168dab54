"""From lines to parts within parts: which line starts a part, and at which depth.

The depth is the style's rank (``lines/styles.toml``): a part holds what follows it with a higher rank.  Two
things need more than one line: numbering that starts again under an unnumbered heading (回顾 一、二、三、
计划 一、二、三、), and last chapters that have no heading at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.lines import Line
from converter.model import Role, Span
from converter.segment.head import is_close
from converter.segment.heading import heading_and_rest, is_unnumbered
from converter.segment.roles import role_of_heading, role_of_opening

_UNNUMBERED = -1
_DEPTHS = 10  # ranks between two styles, for lists inside lists
_HEADING_LINE = 30  # characters
_TRAILING = 2500  # characters; the parts at the end that have no heading are short


@dataclass(slots=True)
class Text:
    """A paragraph's place, and whether it speaks of all the points before it."""

    span: Span
    closes_parent: bool = False


@dataclass(slots=True)
class Part:
    """A part while the outline grows; ``num`` and ``heading`` as in ``model.Section``."""

    rank: int
    lead: Span
    num: Span | None = None
    heading: Span | None = None
    role: Role | None = None
    point: bool = False
    texts: list[Text] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last of its characters ends."""
        ends = [self.lead.end, *(text.span.end for text in self.texts), *(part.end for part in self.parts)]
        return max(ends)


def outline(folded: str, lines: Sequence[Line], year: int | None) -> Part:
    """The root part of a report's lines: its ``texts`` are the preface, its ``parts`` the chapters."""
    ranks = _ranks(folded, lines)
    top = min(_structural(lines, ranks), default=None)
    last = max((i for i, rank in ranks.items() if rank == top), default=len(lines))
    root = Part(-2, Span(0, 0))
    stack = [root]
    for i, line in enumerate(lines):
        part = _part(folded, line, ranks.get(i))
        if part is None and last < i:
            part = _trailing(folded, line, root.parts, top, year)
        if part is None or (part.point and len(stack) == 1 and top is not None):
            _add_text(folded, line, stack)
            continue
        while stack[-1].rank >= part.rank:
            stack.pop()
        stack[-1].parts.append(part)
        stack.append(part)
    _demote_points(root)
    _mark_closing(root)
    return root if top is not None else Part(-2, Span(0, 0), parts=[_whole(root)])


def _ranks(folded: str, lines: Sequence[Line]) -> dict[int, int]:
    """The rank of each line that starts a part, by the line's index; lists inside a part rank below its style."""
    ranks = {i: _DEPTHS * line.mark.style.rank + line.mark.depth for i, line in enumerate(lines) if line.mark}
    top = min(_structural(lines, ranks), default=None)
    if top is None:
        headings = _between_paragraphs(folded, lines)
        return ranks | dict.fromkeys(headings if len(headings) > 1 else [], _UNNUMBERED)
    starts = [
        i
        for i, line in enumerate(lines)
        if line.mark and line.mark.n == 1 and ranks[i] // _DEPTHS == top // _DEPTHS
    ]
    headings = _unnumbered(folded, lines, starts)
    # Numbering that starts again, or two lines that say so by their words: what was done, what will be done.
    told = sum(is_unnumbered(lines[i].span.of(folded)) for i in headings) > 1
    again = len(headings) > 1 and (len(starts) > 1 or told)
    return ranks | dict.fromkeys(headings if again else [], _UNNUMBERED)


def _unnumbered(folded: str, lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """Lines that are headings without a number: right before a first number, or by their words."""
    short = [i for i, line in enumerate(lines) if _is_heading_line(folded, line)]
    return [i for i in short if i + 1 in starts or is_unnumbered(lines[i].span.of(folded))]


def _between_paragraphs(folded: str, lines: Sequence[Line]) -> list[int]:
    """In a text without any number: the short lines each of which a long one follows."""
    long = [line.span.end - line.span.start > _HEADING_LINE for line in lines]
    return [i for i, after in enumerate(long[1:]) if after and _is_heading_line(folded, lines[i])]


def _structural(lines: Sequence[Line], ranks: dict[int, int]) -> Iterator[int]:
    """The ranks of what is no point (第一， 一是)."""
    for i, rank in ranks.items():
        mark = lines[i].mark
        if mark is None or not mark.style.point:
            yield rank


def _is_heading_line(folded: str, line: Line) -> bool:
    words = line.span.of(folded)
    return not line.mark and not line.flattened and len(words) <= _HEADING_LINE and words[-1] not in "。;:,!?"


def _part(folded: str, line: Line, rank: int | None) -> Part | None:
    if rank is None:
        return None
    if line.mark is None:
        return Part(rank, line.span, heading=line.span)
    heading, rest = heading_and_rest(folded, line, line.mark)
    start = line.mark.span.start
    printed = line.mark.span.of(folded).rstrip("、,: ")
    part = Part(
        rank, Span(start, rest), Span(start, start + len(printed)), heading, point=line.mark.style.point
    )
    if rest < line.span.end:
        part.texts.append(Text(Span(rest, line.span.end)))
    return part


def _trailing(
    folded: str, line: Line, chapters: Sequence[Part], top: int | None, year: int | None
) -> Part | None:
    """The chapter without a number that an unmarked line after the last numbered chapter starts, if it does."""
    words = line.span.of(folded)
    if top is None or line.mark or is_close(words):
        return None
    if _is_heading_line(folded, line):
        role = role_of_heading(words, year)
        # Annexes may be several; problems and plan are told once.
        new = role == "other" or role not in _roles(folded, chapters, year)
        return Part(top, line.span, heading=line.span) if role != "results" and new else None
    role_told = role_of_opening(words[:120], year) if _is_short(folded, line) else None
    if role_told is None or role_told in _roles(folded, chapters, year):
        return None
    return Part(top, Span(line.span.start, line.span.start), role=role_told, texts=[Text(line.span)])


def _is_short(folded: str, line: Line) -> bool:
    return len(folded) - line.span.start < _TRAILING


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


def _mark_closing(part: Part) -> None:
    """Where every point but the last is a headline only, what follows the last headline speaks of all."""
    *before, last = part.parts or [part]
    headlines_only = bool(before) and not any(point.texts or point.parts for point in before)
    if headlines_only and last.point and last.heading:
        for text in last.texts:
            text.closes_parent = True
    for inner in part.parts:
        _mark_closing(inner)


def _whole(root: Part) -> Part:
    starts = [*(text.span.start for text in root.texts), *(part.lead.start for part in root.parts)]
    start = min(starts, default=0)
    return Part(_UNNUMBERED, Span(start, start), role="results", texts=root.texts, parts=root.parts)
