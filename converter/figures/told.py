"""When a report was given, and of what year or part of one it tells."""

import re
from typing import NamedTuple

from converter.figures.period_patterns import FROM_BEGINNING
from converter.figures.tables import PERIODS
from converter.model import Report
from converter.structure.segment.meta import year_guessed
from converter.structure.segment.report_kind import report_kind

_KNOWN = PERIODS.load().told
_DISCLOSURE = "政府信息公开"
_OPENING = 1500  # characters
_GIVEN = re.compile(r"(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日,?在[^,。;]{4,40}会")
_COUNTED_TO = re.compile(r"截[至止]到?(20\d\d)年(?:12月(?:31日|底)|[底末])")


class Told(NamedTuple):
    """What holds for all of a report."""

    after: bool
    """True for one that is given after the year it tells of."""
    within: bool
    """True for one that is given in the year it tells of (2020年12月16日在…会议上)."""
    part: str
    """The part of its year of which it tells (上半年), empty for all of it."""
    lent: int | None
    """The year of which a text speaks that has none of its own."""
    applications: str
    """What is applied for in all of it where it does not say so, empty where anything may be."""


def told_by(report: Report) -> Told:
    """When a report was given and of what it tells."""
    text, title = report.folded, report.title
    lent = (
        None if report.report_year else year_guessed(text, report.published, None) or _year_counted_to(text)
    )
    within = _is_given_within(text[:_OPENING], report.report_year)
    after = not within and _is_given_after(title, text[:_OPENING])
    applications = _DISCLOSURE if report_kind(report) == "disclosure" else ""
    return Told(after, within, _part_of_year(title, text, report.report_year or lent), lent, applications)


def _is_given_after(title: str | None, opening: str) -> bool:
    """True for a report that is given at the beginning of the year after the one it reports on."""
    named = any(words in (title or "") for words in _KNOWN.titles)
    return named or (not title and any(words in opening for words in _KNOWN.openings))


def _is_given_within(opening: str, year: int | None) -> bool:
    """True for a report whose first words print a day of its own year on which it was given."""
    given = _GIVEN.search(opening)
    return given is not None and int(given["year"]) == year


def _part_of_year(title: str | None, text: str, year: int | None) -> str:
    """The part of a year of which a report tells from its beginning (上半年): its title's, without a title that which its
    text puts behind each mention of ``year``; empty where it tells of all of it."""
    if title:
        found = [FROM_BEGINNING.search(title)]
    else:
        found = [FROM_BEGINNING.match(text, match.end()) for match in re.finditer(f"{year}年度?", text)]
    parts = {match[0] if match else "" for match in found}
    return parts.pop() if len(parts) == 1 else ""


def _year_counted_to(text: str) -> int | None:
    """The one year up to whose end a text counts (截至2023年12月31日), None where it names several or none."""
    years = set(_COUNTED_TO.findall(text))
    return int(years.pop()) if len(years) == 1 else None
