"""When a report was given, and of what year or part of one it tells."""

import re
from typing import NamedTuple

from converter.figures.alternatives import guarded
from converter.figures.period_patterns import FROM_BEGINNING, OF_TITLE
from converter.figures.tables import PERIODS
from converter.model import Report
from converter.structure.segment.meta import year_guessed
from converter.structure.segment.report_kind import report_kind
from converter.text.fold import fold

_KNOWN = PERIODS.load().told
_DISCLOSURE = "政府信息公开"
_YEAR_TO_COME = re.compile(guarded(_KNOWN.to_come, behind=_KNOWN.to_come_not_behind))
_COUNTED_TO = re.compile(r"截[至止]到?(20\d\d)年(?:12月(?:31日|底)|[底末])")


class Told(NamedTuple):
    """What holds for all of a report."""

    after: bool
    """True for one that is given after the year it tells of."""
    within: bool
    """True for one that is given in the year it tells of (2020年12月16日在…会议上, or the next year is 明年)."""
    part: str
    """The part of its year of which it tells (上半年, 第三季度), empty for all of it."""
    lent: int | None
    """The year of which a text speaks that has none of its own."""
    applications: str
    """What is applied for in all of it where it does not say so, empty where anything may be."""


def told_by(report: Report) -> Told:
    """When a report was given and of what it tells."""
    year, kind = report.report_year, report_kind(report)
    lent = None if year else _year_spoken_in(report)
    within = year is not None and _is_given_within(report, year)
    after = not within and (kind == "work" or _is_given_after(report))
    return Told(
        after,
        within or (not after and _YEAR_TO_COME.search(report.folded) is not None),
        _part_of_year(report, year or lent),
        lent,
        _DISCLOSURE if kind == "disclosure" else "",
    )


def _is_given_within(report: Report, year: int) -> bool:
    """True for a report that was given, written or put up in the year it tells of."""
    days = (report.delivered, report.written, report.published)
    return next((day.year == year for day in days if day), False)


def _is_given_after(report: Report) -> bool:
    """True for a report that a session hears in the year after the one it reports on."""
    later = report.delivered and report.report_year and report.delivered.year > report.report_year
    return bool(later) or any(words in fold(report.title or "") for words in _KNOWN.titles)


def _year_spoken_in(report: Report) -> int | None:
    """The year in which a text without one of its own was written or put up, else that of which it speaks."""
    day = report.written or report.published
    return day.year if day else year_guessed(report.folded, None, None) or _year_counted_to(report.folded)


def _part_of_year(report: Report, year: int | None) -> str:
    """The part of a year of which a report tells (上半年, 第三季度): its title's, without a title that which its text puts
    behind each mention of ``year``; empty where it tells of all of it."""
    if title := fold(report.title or ""):
        found = OF_TITLE.search(title)
        return _KNOWN.parts.get(found[0], found[0]) if found else ""
    mentions = re.finditer(f"{year}年度?", report.folded)
    behind = (FROM_BEGINNING.match(report.folded, match.end()) for match in mentions)
    parts = {match[0] if match else "" for match in behind}
    return parts.pop() if len(parts) == 1 else ""


def _year_counted_to(text: str) -> int | None:
    """The one year up to whose end a text counts (截至2023年12月31日), None where it names several or none."""
    years = set(_COUNTED_TO.findall(text))
    return int(years.pop()) if len(years) == 1 else None
