"""What was closed, and what became of it, against what came in (``parts.toml``)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from converter.checks.parts import are_apart, kinds_of
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import PARTS
from converter.figures.alternatives import either
from converter.figures.links import Row
from converter.model import Note, Observation

_INTAKE = re.compile(either(PARTS.load().intake))
_REACH = 10  # figures; who adds up more, makes a table
_CLOSED = re.compile(either(PARTS.load().closed))
_CARRIED = re.compile(either(PARTS.load().carried))
_KIND = re.compile(rf"(?>{either(PARTS.load().adverbs)}|\d+年)*(?P<kind>.*?)(?P<word>{_CLOSED.pattern})")


def closed_and_come_in(told: ObservedReport) -> Iterator[Note]:
    """Cases closed, told in several counts that a reader must add up, that are not as many as came in."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for whole, closed, word in _come_in_and_closed(row):
            yield from _difference(told, whole, closed, word)


def _come_in_and_closed(row: Row) -> Iterator[tuple[Observation, list[Observation], str]]:
    """Each count that came in, with the counts of kinds of cases (民事结案, 刑事结案) closed before another came in."""
    for at, figure in enumerate(row.figures):
        if figure.measure != "level" or not _came_in(row.label(at)):
            continue
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        for other in range(at + 1, min(at + _REACH, len(row.figures))):
            if _came_in(row.label(other)):
                break
            if row.same_count(at, other) and (closed := _CLOSED.search(row.label(other))):
                by_word[closed[0]].append(other)
        for word, kinds in by_word.items():
            if len(kinds) > 1 and all(_is_of_a_kind(row, kind) for kind in kinds):
                yield figure, [row.figures[kind] for kind in kinds], word


def outcomes_and_intake(told: ObservedReport) -> Iterator[Note]:
    """What became of cases, told in several counts just behind what came in, that is more than came in or was carried over."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for at in range(len(row.figures) - 2):
            outcomes = _outcomes(told, row, at)
            if len(outcomes) < 2 or not are_apart(told, outcomes) or _is_carried(told, row.figures[at]):
                continue
            if told.sum(outcomes).above(told.possible(row.figures[at])):
                yield from _difference(told, row.figures[at], outcomes, "办结")


def _outcomes(told: ObservedReport, row: Row, at: int) -> list[Observation]:
    """The counts just behind what came in that tell what became of it; none where something else came in or was closed."""
    if row.figures[at].measure != "level" or not _came_in(row.label(at)):
        return []
    kinds = [kind for row in PARTS.load().outcomes for kind in row]
    found: list[Observation] = []
    for other in range(at + 1, len(row.figures)):
        figure = row.figures[other]
        if not row.same_count(at, other) or figure.link or not kinds_of(told.label(figure), kinds):
            break
        found.append(figure)
    return found


def _is_carried(told: ObservedReport, figure: Observation) -> bool:
    """True where the paragraph of a figure speaks of what was carried over."""
    folded = told.report.folded
    start, end = folded.rfind("\n", 0, figure.span.start) + 1, folded.find("\n", figure.span.end)
    return _CARRIED.search(folded, start, end if end > 0 else len(folded)) is not None


def _came_in(label: str) -> bool:
    return bool(_INTAKE.search(label)) and not _CLOSED.search(label)


def _is_of_a_kind(row: Row, at: int) -> bool:
    match = _KIND.match(row.label(at))
    return row.figures[at].link is None and match is not None and len(match["kind"]) > 1


def _difference(
    told: ObservedReport, whole: Observation, closed: list[Observation], word: str
) -> Iterator[Note]:
    came_in, sum_ = told.possible(whole), told.sum(closed)
    if not came_in.apart(sum_):
        return
    total = sum((figure.value for figure in closed), start=Decimal(0))
    key = "outcomes-above-intake" if sum_.above(came_in) else "outcomes-below-intake"
    numbers = {"sum": in_digits(total), "difference": in_digits(abs(total - whole.value))}
    said = {"whole": told.surface(whole), "whole_said": told.said(whole), "parts": told.listed(closed)}
    yield note(key, [whole, *closed], {"word": word, **said, **numbers})
