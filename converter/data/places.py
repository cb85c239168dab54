"""The places of a report that others may cite: its chapters, sections, paragraphs and figures, by address."""

from collections.abc import Iterator

from converter.data.file import ReportFile
from converter.data.parts import Chapter, Section
from converter.layout import FIRST


def places(report: ReportFile) -> Iterator[str]:
    """The address of each place below the report's folder (``c2.html#c2-s1-p1``), in reading order, figures last."""
    yield from (f"{FIRST}.html#{paragraph.id}" for paragraph in report.preface.paragraphs)
    yield from (f"{FIRST}.html#{table.id}" for table in report.preface.tables)
    for chapter in report.chapters:
        yield from (f"{chapter.id}.html#{name}" for name in _names(chapter))
    yield from (f"{seen.page}.html#{seen.id}" for seen in report.observations)


def _names(part: Chapter | Section) -> Iterator[str]:
    yield part.id
    yield from (paragraph.id for paragraph in part.paragraphs)
    yield from (table.id for table in part.tables)
    for section in part.sections:
        yield from _names(section)
