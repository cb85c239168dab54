"""The table of figures: one row for each observation of a report's published JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from converter.contract import JsonObject

Cell = str | int | Decimal | None
Row = Mapping[str, Cell]
Pages = Sequence[str | None]
"""The addresses of a report's pages relative to the site, by chapter: 0 is its first page, None has no page."""

_VALUE = re.compile(r"(-?\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?")


def rows(report: JsonObject, name: str, pages: Pages) -> list[Row]:
    """A row for each observation in document order; its keys are the names in ``columns.toml``."""
    return [_row(report, seen, name, pages[seen["chapter"]]) for seen in report["observations"]]


def _row(report: JsonObject, seen: JsonObject, name: str, page: str | None) -> Row:
    value, upper = _ends(seen["value"])
    chapter, section = _titles(report, seen["chapter"], seen["section"])
    link = seen.get("link") or {}
    found = {
        "report": name,
        "chapter_title": chapter,
        "section_title": section,
        "value": value,
        "upper": upper,
        "code": seen.get("code"),
        "relation": link.get("relation"),
        "related": link.get("to"),
        "notes": " ".join(_open_notes(report, seen["id"])),
        "address": f"{page}#{seen['id']}" if page else None,
    }
    return seen | found


def _open_notes(report: JsonObject, figure: str) -> Iterator[str]:
    for note in report.get("notes", ()):
        if figure in note["observations"] and note.get("dismissed") is None:
            yield note["id"]


def _ends(value: str) -> tuple[Decimal, Decimal | None]:
    """The two ends of a value of the contract (``-3``, ``3-5``)."""
    ends = _VALUE.fullmatch(value)
    if not ends:
        raise ValueError(f"not a value of the contract: {value}")
    return Decimal(ends[1]), Decimal(ends[2]) if ends[2] else None


def _titles(report: JsonObject, chapter: int, section: int) -> tuple[str | None, str | None]:
    if not chapter:
        return None, None
    inside = report["chapters"][chapter - 1]
    if not section:
        return inside["title"], None
    below = inside["sections"][section - 1]
    return inside["title"], below["heading"] or below["label"]
