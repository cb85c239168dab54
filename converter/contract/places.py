"""The places of a report that others may cite: its chapters, sections, paragraphs and figures, by address."""

from collections.abc import Iterator, Mapping
from typing import Any


def places(report: Mapping[str, Any]) -> Iterator[str]:
    """The address of each place below the report's folder (``c2.html#c2-s1-p1``), in reading order, figures last.

    ``report`` is a report as JSON.
    """
    yield from (f"index.html#{paragraph['id']}" for paragraph in report["preface"]["paragraphs"])
    for chapter in report["chapters"]:
        yield from (f"{chapter['id']}.html#{name}" for name in _names(chapter))
    for seen in report["observations"]:
        page = f"c{seen['chapter']}" if seen["chapter"] else "index"
        yield f"{page}.html#{seen['id']}"


def _names(part: Mapping[str, Any]) -> Iterator[str]:
    yield part["id"]
    yield from (paragraph["id"] for paragraph in part["paragraphs"])
    for section in part["sections"]:
        yield from _names(section)
