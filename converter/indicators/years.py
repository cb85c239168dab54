"""Counts that add up several years and are no value of one (``doubts.toml``)."""

import re
from collections.abc import Collection
from typing import Literal

from converter.caching import kept
from converter.indicators.pattern import any_of
from converter.indicators.tables import DOUBTS
from converter.model import Observation, Span

_CLAUSE = re.compile("[,;:。!?、\n]")
_SENTENCE = re.compile("[。\n]")
_REACH = 60  # characters; no clause is longer
_FURTHER = 160  # characters before a figure in which its sentence says of what years it tells
_SINCE = re.compile(r"(?:自|从)?(?P<year>20\d\d)年[^,;。]{0,16}?以来")
# 2021年至2023年分别为21起、17起、12起: each year has its value, and the figure the year for its period
_EACH = re.compile(r"\d{4}年.*(?:分别|依次)")
_ONE_YEAR = re.compile(r"\d{4}年")
_COMPARED = 12  # characters behind a figure in which it is compared with the year before


def adds_years(one: Observation, folded: str, several: Collection[Span], year: int | None) -> bool:
    """True where a count is of several years, and not what there is by then.

    It is told where the text reviews them (``several``), or where its sentence names them, or a year before the one
    reported on (``year``) since when it counts.
    """
    if one.measure != "level":
        return False
    before = _SENTENCE.split(folded[max(0, one.span.start - _FURTHER) : one.span.start])[-1]
    if _EACH.search(before) and _ONE_YEAR.fullmatch(one.period or ""):
        return False
    reviewed = any(start <= one.span.start < end for start, end in several)
    if not (reviewed or _names_several(before, year) or _names_several(one.period or "", year)):
        return False
    said = _CLAUSE.split(before[-_REACH:])[-1] + one.indicator
    behind = folded[one.span.end : one.span.end + _COMPARED]
    reached = _words("reached").search(said) and not _words("added").search(said)
    return not (reached or _words("yearly").search(behind))


def _names_several(words: str, year: int | None) -> bool:
    """True where the last time that words name is one of several years."""
    since = _SINCE.search(words)
    if since and year is not None and int(since["year"]) < year and not _one().search(words, since.end()):
        return True
    told = list(_several().finditer(words))
    return bool(told) and not _one().search(words, told[-1].end())


@kept
def _several() -> re.Pattern[str]:
    known = DOUBTS.load().years
    return re.compile("|".join([*known.lasting, *known.sentence]))


@kept
def _one() -> re.Pattern[str]:
    return re.compile("|".join(DOUBTS.load().years.one))


@kept
def _words(name: Literal["reached", "added", "yearly"]) -> re.Pattern[str]:
    return any_of(getattr(DOUBTS.load().years, name))
