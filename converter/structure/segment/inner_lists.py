"""Lists inside the paragraphs of a chapter: ``……要把握好以下原则：一是……二是……`` in one line of many is no division of it.

Points that a chapter consists of are its sections, wherever they stand.  A flattened text does not say which had lines
of their own: there all stay.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from converter.structure.segment.part import Part, Text

_MOST = 0.5  # of a chapter that has a heading
_LONG = 600  # characters; a shorter chapter is one list, with words around it


def without_inner_lists(folded: str, root: Part) -> None:
    """Make the lists that a chapter's paragraphs hold, and that it does not consist of, text again."""
    for chapter in root.parts:
        points = list(takewhile(lambda part: part.point and part.inline, chapter.parts))
        following = chapter.parts[len(points) :]
        if not (chapter.heading and points) or any(not part.point or part.inline for part in following):
            continue
        length = chapter.end - chapter.lead.end
        if length > _LONG and sum(map(_length, _runs(points))) < _MOST * length:
            chapter.parts = following
            for text in (text for point in points for text in _texts(point)):
                _add(folded, chapter.texts, text)


def _runs(points: Sequence[Part]) -> list[list[Part]]:
    runs: list[list[Part]] = []
    for point in points:
        if not runs or point.n <= runs[-1][-1].n:
            runs.append([])
        runs[-1].append(point)
    return runs


def _length(run: Sequence[Part]) -> float:
    """How long a list is, its last point as long as the others: what follows it may be another paragraph's."""
    first, last = run[0].lead.start, run[-1].lead.start
    return (last - first) * len(run) / (len(run) - 1) if len(run) > 1 else run[0].end - first


def _texts(point: Part) -> list[Text]:
    inner = [*point.texts, *(text for part in point.parts for text in _texts(part))]
    return [Text(point.lead), *(replace(text, closes_parent=False) for text in inner)]


def _add(folded: str, texts: list[Text], text: Text) -> None:
    """Add a text, to the one before it where both stand in one line."""
    if texts and "\n" not in folded[texts[-1].span.end : text.span.start]:
        texts[-1] = replace(texts[-1], span=texts[-1].span._replace(end=text.span.end))
    else:
        texts.append(text)
