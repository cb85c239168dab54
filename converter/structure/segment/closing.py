"""Paragraphs behind the last of several parts that speak of them all."""

from converter.structure.segment.heading import addresses_all
from converter.structure.segment.part import Part


def mark_closing(folded: str, root: Part) -> None:
    """Mark what closes a chapter rather than its last section."""
    for part in [root, *root.parts]:
        _after_points(part)
        _after_headlines(part)
    for chapter in root.parts:
        _after_address(folded, chapter)


def _after_points(part: Part) -> None:
    """What follows a point speaks of all only behind the last of its run, and only where points have one paragraph."""
    run: list[Part] = []
    for point, after in zip(part.parts, [*part.parts[1:], None], strict=False):
        run.append(point)
        if after is None or _starts_run(point, after):
            long = any(len(one.texts) > 1 for one in run[:-1])
            for one in run if long else run[:-1]:
                _keep(one)
            run = []
    for inner in part.parts:
        _after_points(inner)


def _starts_run(point: Part, after: Part) -> bool:
    counted = after.n == 1 or (after.n == 0) != (point.n == 0)
    return not after.point or counted


def _keep(point: Part) -> None:
    for text in point.texts if point.point else ():
        text.closes_parent = False


def _after_headlines(part: Part) -> None:
    """Where every point but the last is a headline only, what follows the last headline speaks of all."""
    *before, last = part.parts or [part]
    headlines_only = bool(before) and not any(point.texts or point.parts for point in before)
    if headlines_only and last.point and last.heading:
        for text in last.texts:
            text.closes_parent = True
    for inner in part.parts:
        _after_headlines(inner)


def _after_address(folded: str, chapter: Part) -> None:
    """``各位代表！回首过去一年……`` behind the last section: from there on the chapter itself speaks."""
    last = chapter
    while last.parts:
        last = last.parts[-1]
    closes = False
    for n, text in enumerate(last.texts if last is not chapter else ()):
        closes = closes or (addresses_all(text.span.of(folded)) and (n > 0 or not last.num))
        text.closes_parent = text.closes_parent or closes
