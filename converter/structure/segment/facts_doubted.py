"""Which facts of a report there is little evidence for."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from converter.model import Doubt
from converter.structure.segment.head_dates import Dates
from converter.structure.segment.issuer import Issuer
from converter.structure.segment.kind import is_name_of_report
from converter.structure.segment.title_lines import is_headline
from converter.structure.segment.titles import is_general
from converter.text.fold import fold

_LAST_MONTHS = 11  # the earliest month of its year in which a report on it is published
_SPRING = 4  # the latest month in which a meeting hears of the year before


class Evidence(Struct, frozen=True):
    """The facts as they were read, and where each was found."""

    title: str | None
    title_in_text: bool
    of_page: bool
    """Whether the title is what the page prints in the place of a report's."""
    is_first: bool
    """Whether it is the first line of all."""
    issuer: Issuer | None
    region: str | None
    is_named: bool
    """Whether the region stands where reports name their own, or in the list of places."""
    year: int | None
    year_said: bool
    published: date | None
    dates: Dates
    dates_agree: bool
    other_days: bool
    """Whether the page prints a day besides the one taken for that of publication."""


def doubts_on_facts(found: Evidence) -> Iterator[Doubt]:
    """A doubt about each fact that the text says and for which there is little evidence, the gravest reason alone."""
    reasons = {
        "title": _on_title(found),
        "issuer": found.issuer and not found.issuer.sure and "issuer_unsure",
        "region": found.region and not found.is_named and "region_in_text",
        "report_year": found.year
        and not found.year_said
        and not _is_year_of_session(found)
        and "year_counted",
        "published": _on_day(found),
    }
    yield from (Doubt(about, why, 0, 0) for about, why in reasons.items() if why)


def _on_title(found: Evidence) -> str | None:
    if found.title is None:
        return None
    if found.title_in_text:
        return "title_in_text"
    # A notice or a news story is no report, and its title the first line of the page.
    is_notice = found.is_first and is_headline(fold(found.title)) and not is_name_of_report(found.title)
    if found.of_page and not is_notice:
        return "title_headline"
    return "title_general" if is_general(found.title) and not found.of_page else None


def _is_year_of_session(found: Evidence) -> bool:
    """A meeting in spring hears of the year before."""
    day = found.dates.delivered
    return day is not None and day.month <= _SPRING and found.year == day.year - 1


def _on_day(found: Evidence) -> str | None:
    if found.published is None:
        return None
    if not found.dates.published and (found.other_days or not found.dates.written):
        return "written_date"
    if _is_far(found.published, found.year):
        return "date_far"
    return None if found.dates_agree else "dates_differ"


def _is_far(published: date, year: int | None) -> bool:
    """Whether a report would have been published before its year was over, or years later."""
    return year is not None and not date(year, _LAST_MONTHS, 1) <= published <= date(year + 2, 12, 31)
