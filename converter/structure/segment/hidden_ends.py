"""Which headings of a report run into their texts, and where they end (``glue.py``)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.structure.lines.cut import Line
from converter.structure.segment.glue import NO_HEADING, Glued, chances, ends
from converter.structure.segment.heading import LONGEST_HEADING, heading_and_rest, prescribed_end, text_start

_SHORTEST_TEXT = 6  # characters
_LOOKED_AT = 200  # characters
_BLANK = re.compile(r"[^。;!? ]{2,60}?(?<![\d:])(?= +(?![年月日个%])\S)(?= +\d{4} ?年| +\D)")
_SENTENCE = re.compile(r"[^,。;!?]+(?=[。;!?])")
_STOPS = frozenset("。;!?")
_MOST, _SURE = 0.7, 0.5


class Hidden(NamedTuple):
    """Where a heading ends that nothing marks, and how sure that is, from 0 to 1."""

    end: int
    chance: float


def hidden_ends(folded: str, lines: Sequence[Line]) -> dict[int, Hidden]:
    """The ends that no sign marks, by the index of the line."""
    found: dict[int, Hidden] = {}
    for run in _runs(folded, lines):
        typed = all(not lines[i].flattened for i in run)
        found |= {i: end for i in run if typed and (end := _at_blank(folded, lines[i]))}
        if typed and not all(_is_open(folded, lines[i]) for i in run):
            continue
        glued = [_glued(folded, lines[i]) for i in run]
        told = ends(glued)
        # In a text with its own lines, all headings of a run are glued or none is.
        if typed and not _mostly_glued(told):
            continue
        told = ends(glued, all_glued=True) if typed else told
        for i, (place, chance) in zip(run, told, strict=True):
            blank = _blank(folded, lines[i]) if lines[i].flattened else None
            if blank:
                found[i] = Hidden(blank, 1.0)
            elif place != NO_HEADING and (typed or lines[i].flattened):
                found[i] = Hidden(raw_place(folded, _text_start(folded, lines[i]), place), chance)
    return found


def _mostly_glued(told: Sequence[tuple[int, float]]) -> bool:
    glued = [chance for place, chance in told if place != NO_HEADING]
    return len(glued) >= _MOST * len(told) and sum(glued) > _SURE * len(glued)


def _runs(folded: str, lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of numbered lines, by their indices; those that are a heading alone left out.

    In a text with its own lines, all runs of one style are one: an author types them alike.
    """
    running: dict[tuple[str, int], list[int]] = {}
    for i, line in enumerate(lines):
        mark = line.mark
        if mark is None or mark.style.note or (mark.style.point and not line.flattened):
            continue
        run = running.setdefault((mark.style.key, mark.depth), [])
        last = lines[run[-1]] if run else None
        if last and last.mark and mark.n <= last.mark.n and (line.flattened or last.flattened):
            yield run
            run = running[mark.style.key, mark.depth] = []
        if not _is_alone(folded, lines, i):
            run.append(i)
    yield from (run for run in running.values() if run)


def _is_alone(folded: str, lines: Sequence[Line], i: int) -> bool:
    """Whether a line is a heading and nothing else: its text is in the parts that follow, or on a line of its own."""
    line, after = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if line.mark is None or not _STOPS.isdisjoint(line.span.of(folded)):
        return False
    words = folded[text_start(folded, line, line.mark) : line.span.end]
    if line.flattened and 0 < prescribed_end(words) < len(words) - _SHORTEST_TEXT:
        return False
    inner = after is not None and after.mark is not None and after.mark.style.rank > line.mark.style.rank
    return inner or (not line.flattened and line.span.end - line.mark.span.end <= LONGEST_HEADING)


def _blank(folded: str, line: Line) -> int | None:
    """Where a blank ends the heading of a line that held several."""
    assert line.mark is not None
    start = text_start(folded, line, line.mark)
    # A point ends with a stop; a blank in it is one that a broken line left.
    sentence = _SENTENCE.match(folded, start, line.span.end)
    if line.mark.style.point and sentence and len(sentence[0]) <= line.mark.style.headline:
        return None
    match = _BLANK.match(folded, start, line.span.end)
    return match.end() if match else None


def _at_blank(folded: str, line: Line) -> Hidden | None:
    """The blank of a typed line that its heading ends at, where that is likelier than none."""
    blank = _blank(folded, line)
    if blank is None:
        return None
    likely = dict(chances(_glued(folded, line)))
    place = len(folded[_text_start(folded, line) : blank].replace(" ", ""))
    chance = likely.get(place, 0.0)
    return Hidden(blank, chance) if chance > likely[NO_HEADING] else None


def _is_open(folded: str, line: Line) -> bool:
    """Whether the signs of a typed line tell no heading, or one that has a figure in it."""
    assert line.mark is not None
    heading, _ = heading_and_rest(folded, line, line.mark)
    return heading is None or any(char.isdecimal() for char in heading.of(folded))


def _glued(folded: str, line: Line) -> Glued:
    assert line.mark is not None
    start = _text_start(folded, line)
    words = folded[start : min(line.span.end, start + _LOOKED_AT)].replace(" ", "")
    return Glued(words, line.mark.style.rank)


def _text_start(folded: str, line: Line) -> int:
    assert line.mark is not None
    return text_start(folded, line, line.mark)


def raw_place(folded: str, start: int, place: int) -> int:
    """The place in the text of a place in the words from ``start`` on without their blanks."""
    at = start
    for _ in range(place):
        while folded[at] == " ":
            at += 1
        at += 1
    return at
