"""The ruled lines of a PDF page, and the cells they make."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from converter.sources.pdf_glyphs import Box, Glyph

_THIN, _LONG = 3, 6  # points


class Rules(NamedTuple):
    """Upright and level rules, as boxes without width or without height."""

    upright: tuple[Box, ...]
    level: tuple[Box, ...]


def rules_of(shapes: Iterable[Box]) -> Rules:
    """The rules among the shapes of a page; a drawn box has four."""
    upright: list[Box] = []
    level: list[Box] = []
    for box in shapes:
        wide, high = box.right - box.left >= _LONG, box.top - box.bottom >= _LONG
        thin = box.right - box.left <= _THIN or box.top - box.bottom <= _THIN
        if high and (wide or thin):
            upright += [box._replace(right=box.left), box._replace(left=box.right)]
        if wide and (high or thin):
            level += [box._replace(top=box.bottom), box._replace(bottom=box.top)]
    return Rules(tuple(upright), tuple(level))


def parted(row: Sequence[Glyph], rules: Rules) -> Iterator[list[Glyph]]:
    """A row of glyphs, cut where an upright rule stands between two of them."""
    at = [rule.left for rule in rules.upright if rule.bottom <= row[0].base + row[0].height / 3 <= rule.top]
    start = 0
    for end in range(1, len(row)):
        first, second = _middle(row[end - 1]), _middle(row[end])
        if any(first < place < second for place in at):
            yield list(row[start:end])
            start = end
    yield list(row[start:])


class RuledCell(NamedTuple):
    """A cell, and whether a rule stands above and below it: where a page ends inside one there is none."""

    box: Box
    above: bool
    below: bool


def cell_at(x: float, y: float, rules: Rules) -> RuledCell | None:
    """The cell around a point; None where it has no rule on its sides, or neither above nor below.

    A table that goes on over the page need not be closed on it: its upright rules end there.
    """
    upright = [rule for rule in rules.upright if rule.bottom <= y <= rule.top]
    left = max((rule for rule in upright if rule.left <= x), key=lambda rule: rule.left, default=None)
    right = min((rule for rule in upright if rule.left > x), key=lambda rule: rule.left, default=None)
    lines = [rule.top for rule in rules.level if rule.left <= x <= rule.right]
    below, above = [line for line in lines if line <= y], [line for line in lines if line > y]
    if left is None or right is None or not (below or above):
        return None
    sides = [
        rule for rule in rules.upright if min(abs(rule.left - side.left) for side in (left, right)) < _THIN
    ]
    bottom = max(below) if below else min(rule.bottom for rule in sides)
    top = min(above) if above else max(rule.top for rule in sides)
    return RuledCell(Box(left.left, bottom, right.left, top), bool(above), bool(below))


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2
