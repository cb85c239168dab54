"""Walk through a report's parts in the order of its text."""

from collections.abc import Iterable, Iterator

from converter.model import Chapter, Paragraph, Report, Section, Span, Table


def all_paragraphs(report: Report) -> Iterator[Paragraph]:
    """Every paragraph of the report, the preface first."""
    yield from report.preface
    yield from paragraphs_below(report.chapters)


def all_tables(report: Report) -> Iterator[Table]:
    """Every table of the report, those of the preface first."""
    yield from report.tables
    yield from _tables_below(report.chapters)


def _tables_below(parts: Iterable[Chapter | Section]) -> Iterator[Table]:
    for part in parts:
        yield from part.tables
        yield from _tables_below(part.sections)


def paragraphs_below(parts: Iterable[Chapter | Section]) -> Iterator[Paragraph]:
    """Every paragraph of ``parts`` and of the parts inside them."""
    for part in parts:
        yield from part.paragraphs
        yield from paragraphs_below(part.sections)


def leads_below(parts: Iterable[Chapter | Section]) -> Iterator[Span]:
    """Every number with its heading of ``parts`` and of the parts inside them."""
    for part in parts:
        yield part.lead
        yield from leads_below(part.sections)
