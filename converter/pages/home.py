"""The home of all reports in one language: a table of what there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from converter.pages.edition import Edition
from converter.pages.frame import heading, page, table
from converter.pages.markdown import cell, in_cell, written
from converter.translation import Memory

LISTED = ("region", "title")
"""The kinds of strings of a report that the home page shows."""


@dataclass(frozen=True)
class Shelved:
    """One report as the home page lists it: its data (``contract``) and its translations, at least those ``LISTED``."""

    data: Mapping[str, Any]
    memory: Memory


def home_page(reports: Mapping[str, Shelved], language: str, coverage: Iterable[str] = ()) -> str:
    """The Markdown of the home page in ``language``; ``reports`` are all reports by name.

    ``coverage`` are the blocks that say which regions and years they are about, where they are many.
    """
    edition = Edition(language)
    newest = sorted(
        reports.items(),
        key=lambda entry: (-(entry[1].data["report_year"] or 0), entry[1].data["region"] or "", entry[0]),
    )
    columns = ("region", "report_year", "home_report", "home_chapters", "home_figures")
    blocks = [
        heading(1, edition.word("home_title"), "home"),
        edition.word("home_intro"),
        *coverage,
        table([edition.word(key) for key in columns], (_row(*entry, language) for entry in newest)),
        edition.word("home_note"),
    ]
    return page({"page": "home", "description": edition.word("home_description")}, blocks)


def _row(name: str, report: Shelved, language: str) -> Iterable[str]:
    data, edition = report.data, Edition(language, report.memory)
    # The Chinese home is the root of the site, the English one the root of its tree.
    folder = f"zh/{name}" if language == "zh" else name
    yield edition.cell("region", data["region"] or "")
    yield str(data["report_year"] or "")
    yield f"[{_title(name, data, edition)}]({folder}/index.md)"
    yield str(len(data["chapters"]))
    yield f"[{len(data['observations'])}]({folder}/figures.md)"


def _title(name: str, data: Mapping[str, Any], edition: Edition) -> str:
    told = data["facts"].get("title_en")
    if edition.language != "zh" and told:
        return in_cell(written(told["value"]))
    if data["title"]:
        return edition.cell("title", data["title"])
    # Several reports may have no title: their names tell them apart.
    return cell(f"{edition.word('untitled')} ({name})")
