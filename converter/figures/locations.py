"""Where in a report its paragraphs are: what every figure of a paragraph inherits."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.several_years import of_heading
from converter.figures.tables import STATUSES
from converter.model import Chapter, Paragraph, Report, Role, Section, Table
from converter.text.five_years import plan_ahead, plan_of_year
from converter.text.numerals import with_digit_years

_LOOKS_BACK = re.compile(either(STATUSES.load().target.reported))


class Location(Struct, frozen=True):
    """A paragraph with its chapter's and top section's number (from 1; 0 is the preface, or no section)."""

    paragraph: Paragraph
    chapter: int
    section: int
    role: Role
    period: str = ""
    """What the passage plans for, where that is the time of a five-year plan (“十五五”时期)."""
    years: str = ""
    """The years that its chapter is about, where they are several (过去五年)."""

    @property
    def part(self) -> str:
        """The id of the part the paragraph stands in: ``c2-s1`` for the paragraph ``c2-s1-p1``."""
        return self.paragraph.id.rpartition("-p")[0]


class TableLocation(Struct, frozen=True):
    """A table with the number of its chapter and top section, as ``Location`` has them."""

    table: Table
    chapter: int
    section: int


def table_locations(report: Report) -> Iterator[TableLocation]:
    """All tables of a report, part by part."""
    yield from (TableLocation(table, 0, 0) for table in report.tables)
    for number, chapter in enumerate(report.chapters, 1):
        yield from (TableLocation(table, number, 0) for table in chapter.tables)
        for at, section in enumerate(chapter.sections, 1):
            yield from (TableLocation(table, number, at) for table in _tables([section]))


def _tables(sections: Iterable[Section]) -> Iterator[Table]:
    for section in sections:
        yield from section.tables
        yield from _tables(section.sections)


def locations(report: Report) -> Iterator[Location]:
    """All paragraphs of a report in the order of its text."""
    for paragraph in report.preface:
        yield Location(paragraph, 0, 0, "other")
    for number, chapter in enumerate(report.chapters, 1):
        role = _role(report, chapter)
        heading = _heading(report, chapter)
        years = of_heading(heading)
        found = [Location(text, number, 0, role, years=years) for text in chapter.paragraphs]
        for at, section in enumerate(chapter.sections, 1):
            found += [Location(text, number, at, role, years=years) for text in _paragraphs([section])]
        # A closing paragraph belongs to the chapter and stands behind its sections.
        in_order = sorted(found, key=lambda place: place.paragraph.span)
        yield from _of_plan(report, heading, _with_what_follows(report, in_order))


def _with_what_follows(report: Report, places: list[Location]) -> list[Location]:
    """A chapter on what is wanting plans from the paragraph on that says what will be done (2021年,计划…; 下一步,…)."""
    if report.report_year is None:
        return places
    opening = re.compile(
        rf"\s*(?:{report.report_year + 1}年,?[^,。;]{{0,8}}?(?:计划|[将拟要]|力争)|下一步|下一阶段|今后)"
    )
    told, found = False, list[Location]()
    for place in places:
        ahead = opening.match(report.folded, place.paragraph.span.start) is not None
        told = place.role == "problems" and (told or ahead)
        found.append(replace(place, role="plan") if told else place)
    return found


def _of_plan(report: Report, heading: str, places: list[Location]) -> Iterator[Location]:
    """What a chapter on a coming five-year plan says lies in the time of that; in one on years past too (“十四五”时期成就和
    “十五五”时期目标) what stands from the paragraph on that begins with the plan."""
    year = report.report_year
    pattern = plan_ahead(year)
    if year is None or not re.search(pattern, heading) or f"{year + 1}年" in heading:
        yield from places
        return
    period, opening = (
        f"“{plan_of_year(year + 1)}”时期",
        re.compile(rf".{{0,4}}{pattern}(?:时期|期间|规划|是)"),
    )
    told = places[0].role == "plan" if places else False
    for place in places:
        told = told or opening.match(report.folded, place.paragraph.span.start) is not None
        yield replace(place, role="plan", period=period) if told else place


def _heading(report: Report, chapter: Chapter) -> str:
    return chapter.heading.of(report.folded) if chapter.heading else ""


def _role(report: Report, chapter: Chapter) -> Role:
    """A chapter's role; an annex whose heading names the year to come (附件2 2021年民生实事) plans."""
    if chapter.role != "other" or not chapter.heading or report.report_year is None:
        return chapter.role
    heading = with_digit_years(_heading(report, chapter))
    plans = f"{report.report_year + 1}年" in heading and not _LOOKS_BACK.search(heading)
    return "plan" if plans else "other"


def _paragraphs(sections: Iterable[Section]) -> Iterator[Paragraph]:
    for section in sections:
        yield from section.paragraphs
        yield from _paragraphs(section.sections)
