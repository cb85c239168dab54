"""Which of the contents that the rules require does a report have, and where?  Contents: ``required.toml``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from converter.knowledge import Bilingual, Table
from converter.model import Chapter, Report, Role
from converter.structure.segment.parts import paragraphs_below
from converter.text.numerals import Regex


@dataclass(frozen=True, slots=True)
class Content:
    """One required content.  ``found`` is the id of the chapter or paragraph that has it, None where none does."""

    key: str
    zh: str
    en: str
    optional: bool
    found: str | None


class _Wanted(Bilingual, frozen=True):
    role: Role | None = None
    within: Role | None = None
    words: tuple[Regex, ...] = ()
    optional: bool = False


REQUIRED = Table(__package__, "required.toml", dict[str, _Wanted])


def required_contents(report: Report) -> tuple[Content, ...]:
    """Every required content in the order of the rules, found or not."""
    return tuple(
        Content(key, entry.zh, entry.en, entry.optional, next(_places(report, entry), None))
        for key, entry in REQUIRED.load().items()
    )


def _places(report: Report, entry: _Wanted) -> Iterator[str]:
    yield from (chapter.id for chapter in report.chapters if chapter.role == entry.role)
    tried = [c for c in report.chapters if entry.within in (None, c.role)]
    for pattern in entry.words:
        yield from _sentences(report, tried, pattern)


def _sentences(report: Report, chapters: list[Chapter], pattern: str) -> Iterator[str]:
    for paragraph in paragraphs_below(chapters):
        if any(re.search(pattern, sentence.of(report.folded)) for sentence in paragraph.sentences):
            yield paragraph.id


def due(report: Report) -> date | None:
    """The day by which the rules want the report published (see ``due_of``), None where its year is not known."""
    return due_of(report.report_year) if report.report_year else None


def due_of(year: int) -> date:
    """The day by which the rules want the report on ``year`` published: 1 April of the year after."""
    return date(year + 1, 4, 1)
