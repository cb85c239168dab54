"""The home of all reports: a table of what there is."""

from collections.abc import Iterable, Mapping
from typing import Any

from converter.pages.frame import heading, page, table
from converter.pages.markdown import cell
from converter.pages.words import word


def home_page(reports: Mapping[str, Mapping[str, Any]]) -> str:
    """The Markdown of the home page; ``reports`` are the data of all reports (``contract``) by name."""
    newest = sorted(
        reports.items(),
        key=lambda entry: (-(entry[1]["report_year"] or 0), entry[1]["region"] or "", entry[0]),
    )
    header = [word(key) for key in ("region", "report_year", "home_report", "home_chapters", "home_figures")]
    blocks = [
        heading(1, word("home_title"), "home"),
        word("home_intro"),
        table(header, map(_row, newest)),
        word("home_note"),
    ]
    return page({"page": "home", "description": word("home_description")}, blocks)


def _row(entry: tuple[str, Mapping[str, Any]]) -> Iterable[str]:
    name, report = entry
    title = cell(report["title"] or word("untitled"))
    yield cell(report["region"] or "")
    yield str(report["report_year"] or "")
    yield f"[{title}](zh/{name}/index.md)"
    yield str(len(report["chapters"]))
    yield f"[{len(report['observations'])}](zh/{name}/figures.md)"
