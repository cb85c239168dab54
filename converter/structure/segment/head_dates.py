"""The days that the lines above a text name: of publication, of writing, of the speech.  Patterns: ``head_dates.toml``."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from converter.knowledge import Record, Table
from converter.structure.segment.meta import written_date
from converter.text.numerals import Regex

_Sort = Literal["stated", "published", "updated", "written", "delivered"]
_LONGEST = 40  # characters of a line that is a day and little else


class Dates(Struct, frozen=True):
    """The first day of each sort that the lines name."""

    published: date | None = None
    written: date | None = None
    delivered: date | None = None
    """When the text was spoken before a meeting."""
    agree: bool = True
    """Whether no two lines say different days of publication."""


class _Dated(NamedTuple):
    sort: _Sort
    day: date


class _Words(Record, frozen=True):
    label: Regex
    stated: Regex
    updated: Regex
    written: Regex
    other: Regex
    session: Regex
    meeting: Regex
    opening: Regex
    line: Regex
    beside: Regex
    clock: Regex


HEAD_DATES = Table(__package__, "head_dates.toml", _Words)


def dates_in(lines: Sequence[str]) -> Dates:
    """The days of ``lines``: one that a page says of itself goes before any other label and a bare line.

    Of several such days the first one counts: the page prints its own above those of a text that it shows again.
    """
    found = [dated for at, line in enumerate(lines) for dated in _dated(line, lines[at + 1 : at + 2])]
    first: dict[_Sort, date] = {}
    for dated in found:
        first.setdefault(dated.sort, dated.day)
    days = {dated.day for dated in found if dated.sort in ("stated", "published")}
    published = first.get("stated") or first.get("published") or first.get("updated")
    return Dates(published, first.get("written"), first.get("delivered"), len(days) <= 1)


def with_counter(folded: str, start: int, end: int) -> str:
    """A line of the page with the counter behind it, which was taken out of it before: ``2024-03-08 点击数：``."""
    behind = re.compile(rf" *(?:{HEAD_DATES.load().beside})").match(folded, end)
    return folded[start : behind.end() if behind else end]


def day_spoken(words: str) -> date | None:
    """The day that words between a page's own and the speech name as that of the meeting."""
    found = re.search(HEAD_DATES.load().opening, words)
    return day_in(found[0]) if found else None


def day_stated(words: str) -> date | None:
    """The first day that words say to be that of publication: 发布时间:2024-03-08."""
    rules = HEAD_DATES.load()
    labels = (match for match in re.finditer(rules.label, words) if re.search(rules.stated, match[0]))
    return next((day for match in labels if (day := day_in(words[match.end() :][:_LONGEST]))), None)


def has_day(words: str) -> bool:
    """True where words name a day, in Arabic digits or in Chinese ones."""
    return day_in(words) is not None


def day_in(words: str) -> date | None:
    """The first full date in ``words``, in Arabic digits or else in Chinese ones, if it is one of the calendar."""
    match = re.search(HEAD_DATES.load().line, words)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else written_date(words)
    except ValueError:
        return None


def _dated(line: str, following: Sequence[str]) -> Iterator[_Dated]:
    rules = HEAD_DATES.load()
    labelled = [(match[0], day_in(line[match.end() :])) for match in re.finditer(rules.label, line)]
    if labelled:
        named = ((label, day) for label, day in labelled if not re.search(rules.other, label))
        yield from (_Dated(_sort(label), day) for label, day in named if day)
    elif not re.search(rules.clock, line) and (day := day_in(line)):
        yield _Dated(_sort_of_bare(line, following), day)


def _sort_of_bare(line: str, following: Sequence[str]) -> _Sort:
    rules = HEAD_DATES.load()
    if re.search(rules.session, line) or any(re.match(rules.meeting, after) for after in following):
        return "delivered"
    return "stated" if re.search(rules.beside, line) else "published"


def _sort(label: str) -> _Sort:
    rules = HEAD_DATES.load()
    if re.search(rules.written, label):
        return "written"
    if re.search(rules.updated, label):
        return "updated"
    return "stated" if re.search(rules.stated, label) else "published"
