"""Parts numbered 1, 1.1, 1.1.1: what tells them from figures at the starts of lines is that each number is the next of a tree."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from converter.model import Span

_COUNTS = re.compile(r"[年月日时点个件项条次家户元名人份篇场部期处所类批吨米公里亩天倍岁号第大余多几]")
_HEADING = 40  # characters
_FEWEST = 2  # numbers of two

_Path = tuple[int, ...]


class Numbered(NamedTuple):
    """A number before a part, and how deep that lies: 1.2 at 1."""

    span: Span
    n: int
    depth: int
    line: int


def decimals(folded: str, pieces: Iterable[Span], number: re.Pattern[str]) -> list[Numbered]:
    """The numbers of a text's parts, at the starts of its lines; none where they do not make a tree."""
    path: _Path = ()
    found: list[Numbered] = []
    others = 0
    for piece, match, new in _candidates(folded, pieces, number):
        if new == path == (1,):  # what came before was another number
            found.clear()
        elif new not in _following(path):
            others += len(new) > 1
            continue
        path = new
        found.append(Numbered(Span(*match.span()), new[-1], len(new) - 1, piece.start))
    deep = sum(one.depth > 0 for one in found)
    return found if deep >= _FEWEST and others < deep else []


def _candidates(
    folded: str, pieces: Iterable[Span], number: re.Pattern[str]
) -> Iterator[tuple[Span, re.Match[str], _Path]]:
    for piece in pieces:
        match = number.match(folded, *piece)
        if match and (match["sign"] or "." in match["n"] or _may_head(folded, piece, match)):
            yield piece, match, tuple(map(int, match["n"].split(".")))


def _may_head(folded: str, piece: Span, match: re.Match[str]) -> bool:
    """Whether a line that starts with a number of one is a heading by its looks."""
    short = piece.end - piece.start <= _HEADING and folded[piece.end - 1] not in "。;,:、"
    return short and not _COUNTS.match(folded, match.end())


def _following(path: _Path) -> Collection[_Path]:
    """The numbers that may follow one: the first below it, the next of each level, or the first below that."""
    if not path:
        return [(1,), (1, 1)]
    next_ = [(*path[:at], path[at] + 1) for at in range(len(path))]
    return [(*path, 1), *next_, *((*one, 1) for one in next_)]
