"""Headings and text as people put them right: the report as a list of headings and paragraphs, changed, and a tree again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from converter.corrections.places import Words
from converter.entries import Entry
from converter.model import Chapter, Dropped, Paragraph, Report, Role, Section, Span
from converter.structure.lines.styles import styles
from converter.structure.segment import chapter, paragraphs, role_of_heading
from converter.structure.segment.part import Part, Text
from converter.structure.tables.hiding import REASON as TABLE

BY_HAND = "by_hand"
_CLOSING = " \n。;:,、."


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading of ``level`` from 1, or (0) a paragraph; ``under`` is the level of the part that a paragraph behind
    inner parts still belongs to."""

    span: Span
    level: int = 0
    num: Span | None = None
    heading: Span | None = None
    role: Role | None = None
    under: int | None = None
    closes_parent: bool = False


def with_outline(report: Report) -> Report:
    """The report as the entries on headings and text say; tables are not in it yet.

    What ``segment`` promises holds: each character is in one lead, one paragraph or one entry of ``dropped``.
    """
    entries = [
        e for e in report.source.entries if e.kind == "heading" or (e.kind == "text" and "keep" in e.said)
    ]
    if not entries:
        return report
    items, dropped = list(_items(report)), list(report.dropped)
    words = Words(report.folded)
    for entry in entries:
        place = _place(entry, words, dropped)
        if place and entry.kind == "heading":
            items = list(_with_heading(report, items, place, int(entry.said["level"])))
        elif place and entry.said["keep"]:
            items, dropped = _kept(report.folded, items, dropped, place)
        elif place:
            items, dropped = list(_without(items, place)), sorted([*dropped, Dropped(*place, BY_HAND)])
    return _tree(report, items, dropped)


def _place(entry: Entry, words: Words, dropped: Iterable[Dropped]) -> Span | None:
    """The place that an entry means: of what is to be kept that which is dropped, else that which is not."""
    wanted = entry.kind == "text" and bool(entry.said["keep"])
    out = [Span(drop.start, drop.end) for drop in dropped if drop.reason != TABLE]
    found = [
        place
        for place in words.places(entry.words, entry.within)
        if wanted == any(_meet(place, drop) for drop in out)
    ]
    return found[0] if len(found) == 1 else None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _items(report: Report) -> Iterator[_Item]:
    yield from (_Item(p.span) for p in report.preface)
    for own in report.chapters:
        yield from _of_part(own, 1)


def _of_part(part: Chapter | Section, level: int) -> Iterator[_Item]:
    role = part.role if isinstance(part, Chapter) else None
    yield _Item(part.lead, level, part.num, part.heading, role)
    both: list[Paragraph | Section] = [*part.paragraphs, *part.sections]
    under = None
    for one in sorted(both, key=lambda it: it.span):
        if isinstance(one, Section):
            yield from _of_part(one, level + 1)
            under = level
        else:
            yield _Item(one.span, under=under, closes_parent=one.closes_parent)


def _with_heading(report: Report, items: list[_Item], place: Span, level: int) -> Iterator[_Item]:
    """The items with the one at ``place`` a heading of ``level``, or with level 0 none."""
    moved: int | None = None  # by how much what stands below a heading moves with it
    above = 0
    for at, item in enumerate(items):
        if not _meet(item.span, place):
            inner = moved is not None and item.level > above
            moved = moved if inner or not item.level else None
            yield replace(item, level=max(1, item.level + (moved or 0))) if inner else item
        elif item.level and level:
            moved, above = level - item.level, item.level
            yield replace(item, level=level)
        elif item.level:
            yield from _as_text(report.folded, items, at)
        elif level:
            yield from _split(report.folded, item, place, level)
        else:
            yield item


def _as_text(folded: str, items: list[_Item], at: int) -> Iterator[_Item]:
    """A heading as the paragraph it is; what runs on behind it on its line is joined to it by ``_tree``."""
    if items[at].span.start < items[at].span.end:
        yield _Item(Span(items[at].span.start, _trimmed(folded, items[at].span).end))


def _split(folded: str, item: _Item, place: Span, level: int) -> Iterator[_Item]:
    """A paragraph with a heading in it: what stands before it, the heading, what stands behind."""
    if (before := _trimmed(folded, Span(item.span.start, place.start))).start < before.end:
        yield replace(item, span=before)
    start = place.end
    while start < item.span.end and folded[start] in _CLOSING:
        start += 1
    after = _trimmed(folded, Span(start, item.span.end))
    lead = Span(place.start, after.start if after.start < after.end else item.span.end)
    num = _number(folded, place)
    heading = _trimmed(folded, Span(num.end if num else place.start, place.end), _CLOSING)
    yield _Item(lead, level, num, heading if heading.start < heading.end else None)
    if after.start < after.end:
        yield _Item(after)


def _number(folded: str, place: Span) -> Span | None:
    found = next((m for style in styles() if (m := style.num.match(folded, *place))), None)
    return Span(found.start(), found.start() + len(found[0].rstrip("、,: "))) if found else None


def _trimmed(folded: str, span: Span, blank: str = " \n") -> Span:
    start, end = span
    while start < end and folded[start] in blank:
        start += 1
    while start < end and folded[end - 1] in blank:
        end -= 1
    return Span(start, end)


def _kept(
    folded: str, items: list[_Item], dropped: list[Dropped], place: Span
) -> tuple[list[_Item], list[Dropped]]:
    """The items with what was dropped at ``place`` as paragraphs among them, joined to what stands on their line."""
    left, found = list[Dropped](), list[_Item]()
    for drop in dropped:
        start, end = max(drop.start, place.start), min(drop.end, place.end)
        if drop.reason == TABLE or start >= end:
            left.append(drop)
            continue
        found.append(_Item(_trimmed(folded, Span(start, end))))
        sides = (Dropped(drop.start, start, drop.reason), Dropped(end, drop.end, drop.reason))
        left += [side for side in sides if folded[side.start : side.end].strip()]
    return sorted([*items, *found], key=lambda item: (item.span, -item.level)), left


def _without(items: Iterable[_Item], place: Span) -> Iterator[_Item]:
    for item in items:
        if not _meet(item.span, place):
            yield item
            continue
        if item.level:
            heading = item.heading and Span(
                min(item.heading.start, place.start), min(item.heading.end, place.start)
            )
            if item.span.start < place.start and heading and heading.start < heading.end:
                yield replace(item, span=Span(item.span.start, place.start), heading=heading)
            continue
        for start, end in ((item.span.start, place.start), (place.end, item.span.end)):
            if start < end:
                yield replace(item, span=Span(start, end))


def _tree(report: Report, items: list[_Item], dropped: Iterable[Dropped]) -> Report:
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
        if (span := _trimmed(folded, item.span)).start < span.end:
            stack[-1].texts.append(Text(span, item.closes_parent and len(stack) > 1))
    return replace(
        report,
        preface=paragraphs(folded, "c0", root.texts),
        chapters=tuple(chapter(folded, n, part) for n, part in enumerate(root.parts, 1)),
        dropped=tuple(dropped),
    )


def _joined(folded: str, items: list[_Item]) -> Iterator[_Item]:
    """The items, paragraphs that stand on one line made one: a heading that is none, and what ran on behind it."""
    last: _Item | None = None
    for item in items:
        if last and not (last.level or item.level) and not folded[last.span.end : item.span.start].strip(" "):
            last = replace(last, span=Span(last.span.start, item.span.end))
            continue
        if last:
            yield last
        last = item
    if last:
        yield last
