"""A report and its figures as Markdown pages and a data file: paths under ``docs/`` → text.  Writes nothing."""

import json

from converter.contract import report_json
from converter.model import Reading
from converter.pages.chapter import chapter_page
from converter.pages.figures import figures_page
from converter.pages.home import home_page
from converter.pages.index import index_page
from converter.pages.notes import notes_page

__all__ = ["data_path", "home_page", "report_folder", "report_pages"]


def report_folder(name: str) -> str:
    """Where the pages of the report called ``name`` are, under ``docs/``."""
    return f"zh/{name}"


def data_path(name: str) -> str:
    """Where its data are, under ``docs/``."""
    return f"data/{name}.json"


def report_pages(reading: Reading, name: str) -> dict[str, str]:
    """All files of one report.  Same reading, same bytes."""
    folder, report, observations = report_folder(name), reading.report, reading.observations
    data = json.dumps(report_json(reading), ensure_ascii=False, indent=1)
    return {
        f"{folder}/index.md": index_page(reading, name),
        **{f"{folder}/{c.id}.md": chapter_page(report, c, name) for c in report.chapters},
        f"{folder}/figures.md": figures_page(report, observations, name),
        f"{folder}/notes.md": notes_page(report, observations, reading.notes, name),
        data_path(name): data + "\n",
    }
