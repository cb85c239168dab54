"""A report and its figures as Markdown pages and a data file: paths under ``docs/`` → text.  Writes nothing."""

from collections.abc import Mapping

from converter.data.writer import report_file, written
from converter.layout import data_path, report_folder
from converter.model import Reading, Report
from converter.pages.edition import CHINESE, Edition
from converter.pages.frame import heading
from converter.pages.own import own_pages
from converter.pages.report.chapter import chapter_page, english_chapter_page, notes_of
from converter.pages.report.figures import COLUMNS, figures_page
from converter.pages.report.home import LISTED, home_page, newest_first
from converter.pages.report.index import index_page, preface_blocks
from converter.pages.report.notes import notes_page
from converter.pages.report.published import ListedReport, WholeReport, listed_report
from converter.pages.report.read_back import shown_texts, sign
from converter.pages.report.strings import strings_of
from converter.translation.memory import PREFACE, Memory, PageBlocks, english_blocks

__all__ = [
    "COLUMNS",
    "LISTED",
    "ListedReport",
    "WholeReport",
    "chapter_pages",
    "english_pages",
    "home_page",
    "listed_report",
    "newest_first",
    "own_pages",
    "report_pages",
    "shown_texts",
    "sign",
    "strings_of",
]


def chapter_pages(report: Report, name: str) -> dict[str, str]:
    """The pages of the chapters of a report in its own language."""
    notes = notes_of(report)
    return {f"{report_folder(name)}/{c.id}.md": chapter_page(report, c, name, notes) for c in report.chapters}


def report_pages(reading: Reading, name: str, printed: Report | None = None) -> dict[str, str]:
    """All files of one report in its own language.  Same reading, same bytes.

    ``printed`` is the report as the program reads it where people changed words in its pages: what they edit says that.
    """
    report = printed or reading.report
    return {
        f"{report_folder(name)}/index.md": index_page(
            reading, name, preface=list(preface_blocks(report, CHINESE))
        ),
        **chapter_pages(report, name),
        **_derived(reading, name, CHINESE),
        data_path(name): written(report_file(reading)) + "\n",
    }


def english_pages(
    reading: Reading, name: str, chinese: Mapping[str, PageBlocks], memory: Memory
) -> dict[str, str]:
    """The English pages of one report beside its ``chinese`` pages as they stand, by name (``c2``).

    ``memory`` holds a unit for each of their blocks; of ``index`` these are those of the preface.
    """
    report, edition = reading.report, Edition("en", memory)
    folder = report_folder(name, "en")
    pages = {
        f"{folder}/{c.id}.md": english_chapter_page(report, c, name, chinese[c.id], edition)
        for c in report.chapters
        if c.id in chinese
    }
    if PREFACE in chinese:
        told = list(english_blocks(chinese[PREFACE].blocks, memory.of_page(PREFACE)))
        blocks = [heading(2, edition.word("preface"), "c0"), *told] if told else []
        pages[f"{folder}/index.md"] = index_page(reading, name, edition, blocks)
    return pages | _derived(reading, name, edition)


def _derived(reading: Reading, name: str, edition: Edition) -> dict[str, str]:
    report, observations, folder = reading.report, reading.observations, report_folder(name, edition.language)
    return {
        f"{folder}/figures.md": figures_page(report, observations, name, edition),
        f"{folder}/notes.md": notes_page(report, observations, reading.notes, name, edition),
    }
