"""Lists inside the paragraphs of a chapter: ``……要把握好以下原则：一是……二是……`` in one line of many is no division of it.

Points that a chapter consists of are its sections, wherever they stand, as are those on lines of their own.  A flattened
text does not say which had such lines: there brief ones are a list.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from converter.structure.segment.part import Part, Text

_MOST = 0.5  # of a chapter that has a heading
_LONG = 600  # characters; a shorter chapter is one list, with words around it
_BRIEF = 130  # characters of a point, on average; those on lines of their own are mostly longer

_Run = list[Part]


def without_inner_lists(folded: str, root: Part) -> None:
    """Make the lists that a chapter's paragraphs hold, and that it does not consist of, text again."""
    for chapter in root.parts:
        length = chapter.end - chapter.lead.end
        if not chapter.heading or length <= _LONG or not all(part.point for part in chapter.parts):
            continue
        runs = [(run, _is_inner(run)) for run in _runs(chapter.parts)]
        if sum(_length(run) for run, inner in runs if inner) < _MOST * length:
            chapter.parts = []
            for run, inner in runs:
                holder = chapter.parts[-1] if chapter.parts else chapter
                for text in chain.from_iterable(map(_texts, run if inner else ())):
                    _add(folded, holder.texts, text)
                chapter.parts += () if inner else run


def _runs(points: Sequence[Part]) -> list[_Run]:
    runs: list[_Run] = []
    for point in points:
        last = runs[-1][-1] if runs else None
        if last is None or point.rank != last.rank or point.n <= last.n:
            runs.append([])
        runs[-1].append(point)
    return runs


def _is_inner(run: _Run) -> bool:
    """Whether a list stands in one line; the first point of one may start it."""
    if any(point.flattened for point in run):
        return len(run) > 1 and _length(run) < _BRIEF * len(run)
    return all(point.inline for point in run[1:] or run)


def _length(run: _Run) -> float:
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
