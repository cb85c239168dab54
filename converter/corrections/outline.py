"""Headings and text as people put them right: the report as a list of headings and paragraphs, changed, and a tree again."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from converter.corrections.items import Item, items_of, tree_of, trimmed
from converter.corrections.places import Words
from converter.entries import Entry
from converter.model import Dropped, Report, Span
from converter.structure.lines.styles import styles
from converter.structure.tables.hiding import REASON as TABLE

BY_HAND = "by_hand"
_CLOSING = " \n。;:,、."


def with_outline(report: Report) -> Report:
    """The report as the entries on headings and text say; tables are not in it yet.

    What ``segment`` promises holds: each character is in one lead, one paragraph or one entry of ``dropped``.
    """
    entries = [
        e for e in report.source.entries if e.kind == "heading" or (e.kind == "text" and "keep" in e.said)
    ]
    if not entries:
        return report
    items, dropped = list(items_of(report)), list(report.dropped)
    words = Words(report.folded)
    for entry in entries:
        place = _place(entry, words, dropped)
        if place and entry.kind == "heading":
            items = list(_with_heading(report, items, place, int(entry.said["level"])))
        elif place and entry.said["keep"]:
            items, dropped = _kept(report.folded, items, dropped, place)
        elif place:
            items, dropped = list(_without(items, place)), sorted([*dropped, Dropped(*place, BY_HAND)])
    return tree_of(report, items, dropped)


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


def _with_heading(report: Report, items: list[Item], place: Span, level: int) -> Iterator[Item]:
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


def _as_text(folded: str, items: list[Item], at: int) -> Iterator[Item]:
    """A heading as the paragraph it is; what runs on behind it on its line is joined to it by ``tree_of``."""
    if items[at].span.start < items[at].span.end:
        yield Item(Span(items[at].span.start, trimmed(folded, items[at].span).end), joins=True)


def _split(folded: str, item: Item, place: Span, level: int) -> Iterator[Item]:
    """A paragraph with a heading in it: what stands before it, the heading, what stands behind."""
    if (before := trimmed(folded, Span(item.span.start, place.start))).start < before.end:
        yield replace(item, span=before)
    start = place.end
    while start < item.span.end and folded[start] in _CLOSING:
        start += 1
    after = trimmed(folded, Span(start, item.span.end))
    lead = Span(place.start, after.start if after.start < after.end else item.span.end)
    num = _number(folded, place)
    heading = trimmed(folded, Span(num.end if num else place.start, place.end), _CLOSING)
    yield Item(lead, level, num, heading if heading.start < heading.end else None)
    if after.start < after.end:
        yield Item(after)


def _number(folded: str, place: Span) -> Span | None:
    found = next((m for style in styles() if (m := style.num.match(folded, *place))), None)
    return Span(found.start(), found.start() + len(found[0].rstrip("、,: "))) if found else None


def _kept(
    folded: str, items: list[Item], dropped: list[Dropped], place: Span
) -> tuple[list[Item], list[Dropped]]:
    """The items with what was dropped at ``place`` as paragraphs among them, joined to what stands on their line."""
    left, found = list[Dropped](), list[Item]()
    for drop in dropped:
        start, end = max(drop.start, place.start), min(drop.end, place.end)
        if drop.reason == TABLE or start >= end:
            left.append(drop)
            continue
        found.append(Item(trimmed(folded, Span(start, end)), joins=True))
        sides = (Dropped(drop.start, start, drop.reason), Dropped(end, drop.end, drop.reason))
        left += [side for side in sides if folded[side.start : side.end].strip()]
    return sorted([*items, *found], key=lambda item: (item.span, -item.level)), left


def _without(items: Iterable[Item], place: Span) -> Iterator[Item]:
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
