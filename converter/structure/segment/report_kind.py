"""What kind of report a report is, and by when the rules want one of that kind published: ``report_kinds.toml``."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, cast, get_args

from converter.knowledge import Bilingual, Table
from converter.model import Report
from converter.structure.segment.kind import (
    calls_itself_report,
    is_about_reports,
    is_told_plainly,
    tells_no_work,
)
from converter.structure.segment.title_lines import is_headline
from converter.text.fold import fold
from converter.text.numerals import Regex

ReportKind = Literal["law", "disclosure", "work", "enforcement", "other"]
_OPENING = 400  # characters
_DEPARTMENT = re.compile(r"(?:[局厅部院署]|(?<!管)委|(?<!管理)委员会)$")
# The rules name governments from the county up and their departments.
_BELOW_COUNTY = re.compile(r"(?:镇|乡|街道|苏木|办事处|[镇乡木]人民政府|党政(?:综合)?办公室)$")


class _Kind(Bilingual, frozen=True):
    title: Regex | None = None
    text: Regex | None = None
    due: str | None = None
    department: str | None = None
    since: int = 0


REPORT_KINDS = Table(__package__, "report_kinds.toml", dict[ReportKind, _Kind])


def report_kinds() -> Mapping[ReportKind, Bilingual]:
    """All kinds in words."""
    return REPORT_KINDS.load()


def report_kind(report: Report) -> ReportKind:
    """The kind as the sidecar says it, else the first one that the title or else the opening words fit.

    What explains, compares or decides on reports is none of the kinds, and a title of another sort names none.
    """
    if known := report.source.facts.get("kind"):
        return cast(ReportKind, known.value)
    if is_about_reports(report) or tells_no_work(report):
        return "other"
    title, opening = "".join(fold(report.title or "").split()), report.folded[:_OPENING]
    kinds = REPORT_KINDS.load().items()
    by_title = (key for key, kind in kinds if kind.title and re.search(kind.title, title))
    by_text = (key for key, kind in kinds if kind.text and re.search(kind.text, opening))
    return next(by_title, None) or next(by_text, None) or "other"


def is_kind_sure(report: Report) -> bool:
    """Whether somebody or the report itself says of what kind it is, and it reads as a report.

    The title of a notice is none of a report's, and a text without a title must call itself a report.
    """
    if "kind" in report.source.facts or not report.title:
        told = "kind" in report.source.facts or (
            report_kind(report) != "other" and calls_itself_report(report)
        )
    else:
        told = report_kind(report) == "other" or not is_headline(fold(report.title))
    return told and (not is_about_reports(report) or is_told_plainly(report))


def due_of(kind: str | None, year: int | None, issuer: str | None, region: str | None) -> date | None:
    """The day by which the rules want a report published; None where its kind has none, or nobody knows its year."""
    if kind not in get_args(ReportKind) or not year:
        return None
    rules = REPORT_KINDS.load()[cast(ReportKind, kind)]
    if rules.department and _BELOW_COUNTY.search(issuer or region or ""):
        return None
    is_department = year >= rules.since and _DEPARTMENT.search(issuer or "")
    day = (rules.department if is_department else None) or rules.due
    return date.fromisoformat(f"{year + 1}-{day}") if day else None


def due(report: Report) -> date | None:
    """The day by which the rules want this report published, None where there is none or its year is not known."""
    return due_of(report_kind(report), report.report_year, report.issuer, report.region)
