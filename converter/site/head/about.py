"""What is known of a page for those who do not read it: which report it is of, what kind of page, its address."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from converter.data import Imprint, ReportFile
from converter.layout import FIRST, counterpart_of, data_path, home_path, language_of, page_path
from converter.site.content.counterpart import memory_of
from converter.site.content.report_data import data_in, imprint_in
from converter.site.mkdocs.language import said
from converter.site.words import table
from converter.translation.english import by_rule

_HEADING = re.compile(r"^# +(.+?)(?: *\{[^{}]*\})? *$", re.M)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile("<[^>]*>")
# What XML 1.0 cannot hold, even escaped; a report's text may have it.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class About(NamedTuple):
    """``kind`` is the page's own word for it (``report``, ``chapter``, …), empty where a person wrote it.

    ``report_title`` and ``place`` are those of its report in the language of the page, as far as it is translated.
    Texts are plain, one line, and may stand in XML.  ``url`` is absolute, empty where the site does not know its
    own address; ``trail`` leads from the site's home to the page: titles with paths below ``docs/``.
    """

    kind: str
    language: str
    title: str
    description: str
    url: str
    report: ReportFile | None
    report_title: str
    place: str
    trail: tuple[tuple[str, str], ...]


def about(page: Page, files: Files, config: MkDocsConfig) -> About:
    """What is known of ``page`` once all pages are read."""
    path, name = page.file.src_uri, str(page.meta.get("report", ""))
    language, report = language_of(path), report_data(files, name)
    return About(
        str(page.meta.get("page", "")),
        language,
        _title(page),
        plain(str(page.meta.get("description") or said(config, language, "site_description"))),
        page.canonical_url or "",
        report,
        report_title(files, name, language) if report else "",
        _place(Path(config.docs_dir), name, report, language) if report else "",
        tuple(_trail(page, files, language)),
    )


def path_in(path: str, language: str) -> str:
    """The path of the same page in ``language``, empty where there can be none."""
    return path if language_of(path) == language else counterpart_of(path)


def report_data(files: Files, name: str) -> ReportFile | None:
    """The published data of the report called ``name``, None where there are none.  Raises PluginError where they are damaged."""
    file = _data_file(files, name)
    return data_in(file) if file else None


def imprint(files: Files, name: str) -> Imprint | None:
    """What lists of reports tell of the one called ``name``, None where it has no data.  Raises PluginError where they are damaged."""
    file = _data_file(files, name)
    return imprint_in(file) if file else None


def _data_file(files: Files, name: str) -> Path | None:
    file = files.get_file_from_path(data_path(name)) if name else None
    return Path(file.abs_src_path) if file and file.abs_src_path else None


def report_names(files: Files, language: str) -> list[str]:
    """The reports that have a home in ``language``, and data."""
    # Asked for many times, of all files there are.
    first, ending = f"{language}/", f"/{FIRST}.md"
    homes = sorted(path for path in files.src_uris if path.endswith(ending) and path.startswith(first))
    names = (path.removeprefix(first).removesuffix(ending) for path in homes if path.count("/") == 2)
    return [name for name in names if files.get_file_from_path(data_path(name))]


def report_title(files: Files, name: str, language: str) -> str:
    """The title of a report as its first page in ``language`` has it, else as its data have it."""
    file = files.get_file_from_path(page_path(name, FIRST, language))
    heading = _HEADING.search(file.content_string) if file else None
    if heading:
        return shown(heading[1])
    report = report_data(files, name)
    return plain((report and report.title) or table("publishing")[language]["untitled"])


def shown(markdown: str) -> str:
    """The text that a heading's Markdown shows, as one line that may stand in XML."""
    return plain(html.unescape(_ESCAPE.sub(r"\1", markdown)))


def plain(text: str) -> str:
    """A text as one line that may stand in XML."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def _place(docs: Path, name: str, report: ReportFile, language: str) -> str:
    place = report.region or ""
    if language != "en":
        return place
    return plain(memory_of(docs, name).strings.get(("region", place)) or by_rule("region", place) or place)


def _title(page: Page) -> str:
    # MkDocs gives a title as HTML.
    return plain(html.unescape(_TAG.sub("", str(page.title or ""))))


def _trail(page: Page, files: Files, language: str) -> Iterator[tuple[str, str]]:
    path = page.file.src_uri
    for step in dict.fromkeys((home_path(language), f"{path.rpartition('/')[0]}/index.md", path)):
        file = files.get_file_from_path(step)
        if file and file.page:
            yield _title(file.page), step
