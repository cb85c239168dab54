"""The rows of the dataset: what the data files under ``docs/data/`` say, report after report."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from converter.data import ReportFile, read_report
from converter.data.reporting_body import body_of
from converter.data.requests import Requests, Stated, request_amounts, requests_of, share
from converter.errors import InputError
from converter.exports.rows import Cell, Row, rows
from converter.indicators import entry
from converter.layout import data_files, page_of_chapter, page_path, report_folder

_YEAR = re.compile(r"(?:截[至止])?(20\d\d)年(?:度|底|末|全年)?")
_DIGITS, _PLACES = 38, 10
DECIMAL = f"DECIMAL({_DIGITS},{_PLACES})"
"""What holds a value, exactly."""


def all_rows(docs: Path) -> Iterator[tuple[str, Row]]:
    """Each row with the name of its table, by report in the order of their names: the report, then its figures.

    Raises InputError ``no_data`` where ``docs`` holds no report, ``broken_data`` for a file that is none.
    """
    files = data_files(docs)
    if not files:
        raise InputError("no_data", path=docs / "data")
    for file in files:
        yield from _rows(docs, file)


def _rows(docs: Path, file: Path) -> Iterator[tuple[str, Row]]:
    report, name = read_report(file), file.stem
    about = _report(report, name)
    found = rows(report, name, list(_pages(docs, name, len(report.chapters))))
    yield "reports", about
    if told := requests_of(report):
        yield "requests", {**about, **_requests(told)}
    yield from (
        (
            "figures",
            {**row, **about, **{key: _held(row[key]) for key in ("value", "upper")}, **_compared(row)},
        )
        for row in found
    )


def _report(report: ReportFile, name: str) -> Row:
    issuer = report.issuer or report.fact("issuer")
    return {
        "report": name,
        "region_code": report.fact("region_code") or None,
        "region": report.region,
        "region_path": "/".join(report.region_path or ()) or None,
        "body": body_of(issuer, report.region or "") or None,
        "report_year": report.report_year,
        "title": report.title,
        "title_en": report.fact("title_en") or None,
        "issuer": issuer or None,
        "published": report.published.isoformat() if report.published else None,
        "original": report.fact("original") or None,
        "source": report.source.path,
        "sha256": report.source.sha256,
        "characters": report.source.characters,
        "chapters": len(report.chapters),
        "figures": len(report.observations),
    }


def _requests(told: Requests) -> Row:
    known = {key: _held(told[key].value) if key in told else None for key in request_amounts()}
    full, part = told.get("granted"), told.get("granted_in_part")
    either = Stated(full.value + part.value) if full and part else None
    whole = told.get("concluded")
    return {**known, "granted_share": share(full, whole), "granted_or_in_part_share": share(either, whole)}


def _pages(docs: Path, name: str, chapters: int) -> Iterator[str | None]:
    for page in map(page_of_chapter, range(chapters + 1)):
        folder = report_folder(name)
        yield f"{folder}/{page}.html" if (docs / page_path(name, page)).is_file() else None


def _held(value: Cell) -> Cell:
    return value if _fits(value) else None


def _fits(value: Cell) -> bool:
    if not isinstance(value, Decimal):
        return False
    _, digits, exponent = value.as_tuple()
    places = -int(exponent)
    return places <= _PLACES and len(digits) - places <= _DIGITS - _PLACES


def _compared(row: Row) -> Row:
    """What makes a figure comparable: what its code means, one unit for those that count the same, its whole year."""
    year = _YEAR.fullmatch(str(row["period"] or ""))
    whole = {"year": int(year[1]) if year else None}
    try:
        known = entry(str(row["code"]))
    except KeyError:
        # No code, or one of a dictionary that has changed since the report was converted.
        return {"name_zh": None, "name_en": None, "common_unit": None, **whole}
    unit = known.unit if row["unit"] in known.units else None
    return {"name_zh": known.zh, "name_en": known.en, "common_unit": unit, **whole}
