"""The table of figures: one row for each observation of a report's data."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from converter.data import Observation, ReportFile
from converter.data.doubts import figures_in_doubt
from converter.text.punctuation import full_width

Cell = str | int | Decimal | None
Row = Mapping[str, Cell]
Pages = Sequence[str | None]
"""The addresses of a report's pages relative to the site, by chapter: 0 is its first page, None has no page."""


def rows(report: ReportFile, name: str, pages: Pages) -> list[Row]:
    """A row for each observation in document order; its keys are the names in ``columns.toml``."""
    doubts = figures_in_doubt(report)
    return [
        _row(report, seen, name, pages[seen.chapter]) | {"doubts": " ".join(doubts.get(seen.id, ()))}
        for seen in report.observations
    ]


def _row(report: ReportFile, seen: Observation, name: str, page: str | None) -> dict[str, Cell]:
    value, upper = seen.ends
    chapter, section = _titles(report, seen.chapter, seen.section)
    return {
        "report": name,
        "id": seen.id,
        "chapter": seen.chapter,
        "chapter_title": chapter,
        "section": seen.section,
        "section_title": section,
        "paragraph": seen.paragraph,
        "indicator": seen.indicator,
        "code": seen.code,
        "surface": seen.surface,
        "value": value,
        "upper": upper,
        "unit": seen.unit,
        "bound": seen.bound,
        "measure": seen.measure,
        "status": seen.status,
        "period": seen.period,
        "relation": seen.link.relation if seen.link else None,
        "related": seen.link.to if seen.link else None,
        "notes": " ".join(_open_notes(report, seen.id)),
        "quote": full_width(seen.quote),
        "start": seen.start,
        "end": seen.end,
        "address": f"{page}#{seen.id}" if page else None,
    }


def _open_notes(report: ReportFile, figure: str) -> Iterator[str]:
    return (note.id for note in report.notes if figure in note.observations and note.dismissed is None)


def _titles(report: ReportFile, chapter: int, section: int) -> tuple[str | None, str | None]:
    if not chapter:
        return None, None
    inside = report.chapters[chapter - 1]
    if not section:
        return inside.title, None
    below = inside.sections[section - 1]
    return inside.title, below.heading or below.label
