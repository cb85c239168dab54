"""A published report as the site's own pages list it: read back from its data, without its raw file."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from converter.data import Observation as Published
from converter.data import Paragraph, ReportFile
from converter.model import Link, Observation, Span
from converter.pages.edition import Edition
from converter.pages.report.compared import Stated
from converter.text.markdown import cell, in_cell, written
from converter.translation.memory import Memory, english_of


class WholeReport(Struct, frozen=True):
    """One report with all of its data and its translations."""

    name: str
    data: ReportFile
    memory: Memory


class ListedReport(Struct, frozen=True):
    """One report as the home page lists it, however long it is; of ``memory`` the strings are looked at."""

    title: str
    title_en: str
    region: str
    report_year: int | None
    kind: str
    chapters: int
    figures: int
    memory: Memory


def listed_report(data: ReportFile, memory: Memory) -> ListedReport:
    """What the home page lists of a report."""
    return ListedReport(
        title=data.title or "",
        title_en=data.fact("title_en"),
        region=data.region or "",
        report_year=data.report_year,
        kind=data.kind or "",
        chapters=len(data.chapters),
        figures=len(data.observations),
        memory=memory,
    )


def title_of(name: str, report: ListedReport, edition: Edition) -> str:
    """The report's title as Markdown for a cell; in English the editors' before the memory's."""
    if edition.language != "zh" and report.title_en:
        return in_cell(written(report.title_en))
    if report.title:
        return edition.cell("title", report.title)
    told = edition.untitled(edition.text("region", report.region), report.report_year, report.kind)
    # Several reports may have no title, place or year: their names tell them apart.
    return in_cell(told) if told != edition.word("untitled") else cell(f"{told} ({name})")


def chapters_of(report: WholeReport, edition: Edition) -> Iterator[tuple[str, str]]:
    """Id and title of each chapter as Markdown; in English the Chinese one where it has none, by a person or by rule."""
    for chapter in report.data.chapters:
        own = (unit for unit in report.memory.of_page(chapter.id) if unit.key == chapter.id)
        unit = next(own, None)
        told = unit and (unit.zh if edition.language == "zh" else english_of(unit))
        yield chapter.id, told or edition.text("title", chapter.title)


def stated_in(data: ReportFile) -> Stated:
    """What the key figures of a report are chosen from."""
    return Stated(text_of(data), observations_of(data), data.fact("key_figures"))


def text_of(data: ReportFile) -> str:
    """The text of the report's paragraphs, each on a line of its own."""
    return "\n".join(paragraph.text for paragraph in data.paragraphs.values())


def observations_of(data: ReportFile) -> list[Observation]:
    """The figures in the prose of a report; their spans are those of its ``text_of``."""
    paragraphs = data.paragraphs
    starts = accumulate((len(paragraph.text) + 1 for paragraph in paragraphs.values()), initial=0)
    lines = dict(zip(paragraphs, starts, strict=False))
    return [
        _observation(data, one, paragraphs[one.paragraph], lines[one.paragraph])
        for one in data.observations
        if one.cell is None
    ]


def _observation(data: ReportFile, one: Published, paragraph: Paragraph, line: int) -> Observation:
    start = line + data.offset_in(paragraph, one.start)
    # Only a file that an earlier program wrote does not say where the sentence is; its paragraph then stands for it.
    begins = line + data.offset_in(paragraph, one.sentence.start) if one.sentence else line
    value, upper = one.ends
    return Observation(
        id=one.id,
        span=Span(start, start + len(one.surface)),
        value=value,
        upper=upper,
        unit=one.unit,
        bound=one.bound,
        measure=one.measure,
        status=one.status,
        indicator=one.indicator,
        period=one.period,
        chapter=one.chapter,
        section=one.section,
        paragraph=one.paragraph,
        sentence=Span(begins, begins + len(one.quote)),
        link=Link(one.link.relation, one.link.to) if one.link else None,
        code=one.code,
    )
