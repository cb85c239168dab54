"""A report as the list of its headings and paragraphs, and a tree made of such a list again."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.model import Chapter, Dropped, Paragraph, Report, Role, Section, Span
from converter.structure.segment import chapter, paragraphs, role_of_heading
from converter.structure.segment.part import Part, Text

_ENDING = "。;!?"


class Item(Struct, frozen=True):
    """A heading of ``level`` from 1, or (0) a paragraph; ``under`` is the level of the part that a paragraph behind
    inner parts still belongs to; ``joins`` is one that is part of the paragraph it stands beside on its line."""

    span: Span
    level: int = 0
    num: Span | None = None
    heading: Span | None = None
    role: Role | None = None
    under: int | None = None
    closes_parent: bool = False
    joins: bool = False


def items_of(report: Report) -> Iterator[Item]:
    """The headings and paragraphs of a report in reading order, those of its preface first."""
    yield from (Item(p.span) for p in report.preface)
    for own in report.chapters:
        yield from _of_part(own, 1)


def _of_part(part: Chapter | Section, level: int) -> Iterator[Item]:
    role = part.role if isinstance(part, Chapter) else None
    yield Item(part.lead, level, part.num, part.heading, role)
    both: list[Paragraph | Section] = [*part.paragraphs, *part.sections]
    under = None
    for one in sorted(both, key=lambda it: it.span):
        if isinstance(one, Section):
            yield from _of_part(one, level + 1)
            under = level
        else:
            yield Item(one.span, under=under, closes_parent=one.closes_parent)


def trimmed(folded: str, span: Span, blank: str = " \n") -> Span:
    """The span without blanks (and signs of ``blank``) at its sides."""
    start, end = span
    while start < end and folded[start] in blank:
        start += 1
    while start < end and folded[end - 1] in blank:
        end -= 1
    return Span(start, end)


def tree_of(report: Report, items: list[Item], dropped: Iterable[Dropped]) -> Report:
    folded, year = report.folded, report.report_year
    root = Part(0, Span(0, 0))
    stack = [root]
    for item in _joined(folded, items):
        if item.level:
            while stack[-1].rank >= item.level:
                stack.pop()
            role = item.role or (item.heading and role_of_heading(item.heading.of(folded), year))
            part = Part(item.level, item.span, item.num, item.heading, role)
            stack[-1].parts.append(part)
            stack.append(part)
            continue
        while item.under is not None and stack[-1].rank > item.under:
            stack.pop()
        if (span := trimmed(folded, item.span)).start < span.end:
            stack[-1].texts.append(Text(span, item.closes_parent and len(stack) > 1))
    return replace(
        report,
        preface=paragraphs(folded, "c0", root.texts),
        chapters=tuple(chapter(folded, n, part) for n, part in enumerate(root.parts, 1)),
        dropped=tuple(dropped),
    )


def _joined(folded: str, items: list[Item]) -> Iterator[Item]:
    """The items, each that was put among paragraphs made one with those it is part of."""
    last: Item | None = None
    for item in items:
        if last and _is_one(folded, last, item):
            last = replace(last, span=Span(last.span.start, item.span.end), joins=item.joins)
            continue
        if last:
            yield last
        last = item
    if last:
        yield last


def _is_one(folded: str, one: Item, next_: Item) -> bool:
    """Whether two paragraphs that stand on one line are one: what ran on behind a heading that is none, and a heading
    that is none within a sentence; in a text of one line a sentence that has ended ends the paragraph."""
    if one.level or next_.level or folded[one.span.end : next_.span.start].strip(" "):
        return False
    return one.joins or (next_.joins and folded[one.span.end - 1] not in _ENDING)
