"""What lists of reports tell of each."""

from datetime import date
from typing import NamedTuple

from converter.data.file import Correction, ReportFile, Source


class Imprint(NamedTuple):
    """The few facts of a report that are asked of all reports together: so small that those of thousands may be kept."""

    source: Source
    region: str | None
    report_year: int | None
    published: date | None
    stated_issuer: str | None
    corrections: tuple[Correction, ...]


def imprint_of(report: ReportFile) -> Imprint:
    """Those of ``report``."""
    return Imprint(
        report.source,
        report.region,
        report.report_year,
        report.published,
        report.stated_issuer,
        report.corrections,
    )
