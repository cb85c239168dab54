"""Which of the contents that the rules require does a report have, and where?  Contents: ``required.toml``."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.knowledge import Bilingual, Table
from converter.model import Chapter, Report, Role, Section
from converter.structure.segment.parts import paragraphs_below
from converter.structure.segment.report_kind import ReportKind, report_kind
from converter.text.numerals import Regex


class Content(Struct, frozen=True):
    """One required content.  ``found`` is the id of the chapter or paragraph that has it, None where none does."""

    key: str
    zh: str
    en: str
    optional: bool
    found: str | None


class _Wanted(Bilingual, frozen=True):
    heading: Regex | None = None
    role: Role | None = None
    within: Role | None = None
    words: tuple[Regex, ...] = ()
    optional: bool = False


REQUIRED = Table(__package__, "required.toml", dict[ReportKind, dict[str, _Wanted]])


def required_contents(report: Report) -> tuple[Content, ...]:
    """Every content required of a report of this kind in the order of the rules, found or not."""
    return tuple(
        Content(key, entry.zh, entry.en, entry.optional, next(_places(report, entry), None))
        for key, entry in REQUIRED.load().get(report_kind(report), {}).items()
    )


def _places(report: Report, entry: _Wanted) -> Iterator[str]:
    if pattern := entry.heading:
        yield from (part.id for part in _parts(report.chapters) if _is_headed(report, part, pattern))
    yield from (chapter.id for chapter in report.chapters if chapter.role == entry.role)
    tried = [c for c in report.chapters if entry.within in (None, c.role)]
    for pattern in entry.words:
        yield from _sentences(report, tried, pattern)


def _parts(parts: Sequence[Chapter | Section]) -> Iterator[Chapter | Section]:
    for part in parts:
        yield part
        yield from _parts(part.sections)


def _is_headed(report: Report, part: Chapter | Section, pattern: str) -> bool:
    return part.heading is not None and re.search(pattern, part.heading.of(report.folded)) is not None


def _sentences(report: Report, chapters: list[Chapter], pattern: str) -> Iterator[str]:
    for paragraph in paragraphs_below(chapters):
        if any(re.search(pattern, sentence.of(report.folded)) for sentence in paragraph.sentences):
            yield paragraph.id
