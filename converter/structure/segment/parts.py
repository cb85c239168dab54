"""Walk through a report's parts in the order of its text."""

from collections.abc import Iterable, Iterator

from converter.model import Chapter, Paragraph, Report, Section, Span


def all_paragraphs(report: Report) -> Iterator[Paragraph]:
    """Every paragraph of the report, the preface first."""
    yield from report.preface
    yield from paragraphs_below(report.chapters)


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
