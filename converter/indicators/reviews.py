"""Where a report reviews several years, so that what it counts there is no value of one year (``doubts.toml``)."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from converter.caching import kept
from converter.indicators.pattern import any_of
from converter.indicators.tables import DOUBTS
from converter.model import Report, Span
from converter.text.fold import fold

_LEADING = 12  # characters before a year that a sentence may begin with
_BEGUN = re.compile(r"(?:^|[。!?;]|各位代表[,!])\s*(?:[一二三四五六七八九十]+、)?[^,、。!?;]{0,8}$|过去的$")
_COUNTED = re.compile(r"(?<!\d)(?!20\d\d年)\d+(?![\d日月])")
_SENTENCE = re.compile("[^。!?]+[。!?]*")
_LINE = re.compile("[^\n]+")


class _Part(Struct, frozen=True):
    """A chapter of a report, or what stands outside of them."""

    span: Span
    heading: str
    begins: frozenset[int] = frozenset()
    """Where its numbered sections begin: they end a review that only a paragraph began."""


def reviews(report: Report) -> Iterator[Span]:
    """The places where a report tells of several years, what it says of single ones there left out.

    A whole report or chapter does whose title, introduction or heading says so; else it begins with a paragraph that
    says so before it counts anything (五年来,我们…), and holds on up to a paragraph that turns to one year, or the next
    numbered part.  “十四五”时期 said anywhere else holds to the end of its paragraph.
    """
    if not _any("several").search(report.folded):
        return  # most reports have none, which is soon seen
    introduced = _any("introducing").search(report.folded) is not None
    whole = introduced or _is_of_several(fold(report.title or ""))
    for part in _parts(report):
        yield from _in_part(report.folded, part, whole or _is_of_several(part.heading))


def _parts(report: Report) -> Iterator[_Part]:
    start = 0
    for chapter in report.chapters:
        if start < chapter.span.start:
            yield _Part(Span(start, chapter.span.start), "")
        heading = chapter.heading.of(report.folded) if chapter.heading else ""
        numbered = frozenset(section.span.start for section in chapter.sections if section.num)
        yield _Part(chapter.span, heading, numbered)
        start = chapter.span.end
    if start < len(report.folded):
        yield _Part(Span(start, len(report.folded)), "")


def _is_of_several(heading: str) -> bool:
    """True where a heading names several years and no single one (过去五年工作回顾, not 2020年工作回顾及“十三五”成绩)."""
    return _any("several").search(heading) is not None and not _any("one").search(heading)


def _in_part(folded: str, part: _Part, whole: bool) -> Iterator[Span]:
    mixed = _any("several").search(part.heading) is not None
    holds = whole
    for match in _LINE.finditer(folded, *part.span):
        words, at = match[0], match.start()
        may_say = _sign().search(words)
        if may_say and _leads(words, mixed):
            holds = True
        elif (may_say and _turns(words)) or (not whole and at in part.begins):
            holds = False
        if holds:
            yield from _without_single_years(words, at)
        elif told := _any("paragraph").search(words):
            one = _any("one").search(words, told.end())
            yield Span(at + told.end(), at + (one.start() if one else len(words)))


def _leads(words: str, mixed: bool) -> bool:
    """True where a paragraph begins by saying that it tells of several years, before it counts anything.

    That a plan of several years has ended (“十三五”规划收官) says so only where the heading does as well (``mixed``).
    """
    told = _any("lasting").search(words)
    if not told and mixed and not _turns(words):
        told = _any("ended").search(words)
    return told is not None and not _COUNTED.search(words[: told.start()])


def _turns(words: str) -> bool:
    """True where a paragraph turns to one year (2020年,我们…, not 2020年四大产业…)."""
    one = _any("one").search(words)
    return (
        one is not None
        and _BEGUN.search(words[max(0, one.start() - _LEADING) : one.start()]) is not None
        and _any("turning").match(words, one.end()) is not None
    )


def _without_single_years(words: str, at: int) -> Iterator[Span]:
    if not _any("one").search(words):
        yield Span(at, at + len(words))
        return
    for sentence in _SENTENCE.finditer(words):
        one = _any("one").search(sentence[0])
        end = sentence.start() + one.start() if one else sentence.end()
        if end > sentence.start():
            yield Span(at + sentence.start(), at + end)


@kept
def _sign() -> re.Pattern[str]:
    return any_of(DOUBTS.load().years.signs)


@kept
def _any(
    words: Literal["several", "lasting", "paragraph", "ended", "introducing", "one", "turning"],
) -> re.Pattern[str]:
    return re.compile("|".join(getattr(DOUBTS.load().years, words)))
