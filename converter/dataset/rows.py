"""The rows of the dataset: what the data files under ``docs/data/`` say, report after report."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from converter.contract import JsonObject
from converter.errors import InputError
from converter.exports.rows import Cell, Row, rows
from converter.indicators import entry

_DIGITS, _PLACES = 38, 10
DECIMAL = f"DECIMAL({_DIGITS},{_PLACES})"
"""What holds a value, exactly."""


def all_rows(docs: Path) -> Iterator[tuple[str, Row]]:
    """Each row with the name of its table, by report in the order of their names: the report, then its figures.

    Raises InputError ``no_data`` where ``docs`` holds no report, ``broken_data`` for a file that is none.
    """
    files = sorted((docs / "data").glob("*.json"))
    if not files:
        raise InputError("no_data", path=docs / "data")
    for file in files:
        try:
            yield from _rows(docs, file)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise InputError("broken_data", path=file, why=repr(error)) from error


def _rows(docs: Path, file: Path) -> Iterator[tuple[str, Row]]:
    report, name = json.loads(file.read_text(encoding="utf-8")), file.stem
    about = _report(report, name)
    found = rows(report, name, list(_pages(docs, name, len(report["chapters"]))))
    yield "reports", about
    yield from (("figures", {**row, **about, **_held(row), **_names(row)}) for row in found)


def _report(report: JsonObject, name: str) -> Row:
    given = {key: fact["value"] for key, fact in report["facts"].items()}
    return {
        "report": name,
        "region_code": given.get("region_code"),
        "region": report["region"],
        "report_year": report["report_year"],
        "title": report["title"],
        "title_en": given.get("title_en"),
        "issuer": report["issuer"] or given.get("issuer"),
        "published": report["published"],
        "original": given.get("original"),
        "source": report["source"]["path"],
        "sha256": report["source"]["sha256"],
        "characters": report["source"]["characters"],
        "chapters": len(report["chapters"]),
        "figures": len(report["observations"]),
    }


def _pages(docs: Path, name: str, chapters: int) -> Iterator[str | None]:
    for page in ("index", *(f"c{number}" for number in range(1, chapters + 1))):
        yield f"zh/{name}/{page}.html" if (docs / "zh" / name / f"{page}.md").is_file() else None


def _held(row: Row) -> Row:
    return {key: row[key] if _fits(row[key]) else None for key in ("value", "upper")}


def _fits(value: Cell) -> bool:
    if not isinstance(value, Decimal):
        return False
    _, digits, exponent = value.as_tuple()
    places = -int(exponent)
    return places <= _PLACES and len(digits) - places <= _DIGITS - _PLACES


def _names(row: Row) -> Row:
    try:
        known = entry(str(row["code"]))
    except KeyError:
        # No code, or one of a dictionary that has changed since the report was converted.
        return {"name_zh": None, "name_en": None}
    return {"name_zh": known.zh, "name_en": known.en}
