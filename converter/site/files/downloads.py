"""A report's data to take away: added to the site's files, offered below its table, told to search engines."""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from converter.exports import (
    Kind,
    Language,
    Published,
    kinds,
    linked_dataset,
    report_work,
    script,
    word,
)
from converter.layout import FIGURES, data_path, export_folder, is_data, name_in, page_path
from converter.site.files.encodings import encodings
from converter.site.files.exported import Exported, PublishedData
from converter.site.head.about import imprint, report_data, report_names, report_title
from converter.site.rendering.page_shares import Later
from converter.text.sound import by_sound

_PAGE = re.compile(r"(?P<language>zh|en)/(?P<report>[^/]+)/(?P<page>index|figures)\.md")

_PAGE_OF_REPORT = re.compile(r"(?P<language>zh|en)/(?P<report>[^/]+)/[^/]+\.md")
_DATA_PAGE = re.compile(r"(?:(?P<language>en)|zh)/data\.md")


class Offer(NamedTuple):
    """One link to a file; ``saved_as`` tells the files of several reports apart in a reader's folder."""

    words: str
    address: str
    media: str
    saved_as: str


def add_downloads(files: Files, config: MkDocsConfig) -> Iterator[Later]:
    """Add the files of each report to the site, under ``data/<report>/`` for pages of every language.

    The report's own JSON is published there instead of one folder up.
    """
    for data in list(files):
        name = name_in(data.src_uri)
        if is_data(data.src_uri) and files.get_file_from_path(page_path(name, FIGURES)):
            yield from _add(files, config, data, name)


def _add(files: Files, config: MkDocsConfig, data: File, name: str) -> Iterator[Later]:
    exported = Exported(files, config, data, name)
    for kind in kinds():
        uri = _uri(name, kind)
        if uri == data.src_uri:
            files.remove(data)
            files.append(PublishedData(data, f"{export_folder(name)}/{kind.name}"))
        else:
            file = File.generated(config, uri, content=b"")
            files.append(file)
            yield Later(file, partial(exported.of, kind))


def _uri(name: str, kind: Kind) -> str:
    return data_path(name) if kind.key == "fulltext" else f"{export_folder(name)}/{kind.name}"


def for_templates(files: Files, config: MkDocsConfig) -> dict[str, Callable[[Page], object]]:
    """What the theme may ask about a page."""
    return {
        "all_downloads": partial(all_downloads, files),
        "downloads_of": partial(downloads_of, files),
        "report_title_of": partial(report_title_of, files),
        "linked_data": partial(linked_data, files, config),
    }


def report_title_of(files: Files, page: Page) -> str:
    """The title of the report that ``page`` is of, empty where it is of none."""
    found = _PAGE_OF_REPORT.fullmatch(page.file.src_uri)
    known = found and imprint(files, found["report"])
    return report_title(files, found["report"], found["language"]) if found and known else ""


def all_downloads(files: Files, page: Page) -> list[tuple[str, list[Offer]]]:
    """On the page about the data, every report by its title with its files; elsewhere nothing."""
    found = _DATA_PAGE.fullmatch(page.file.src_uri)
    if not found:
        return []
    language: Language = "en" if found["language"] else "zh"
    # Without their sizes: the files of other reports may be made after this page.
    return [
        (
            report_title(files, name, language),
            [
                _offer(name, kind, file, page, kind.label)
                for kind, file in _files_of(files, name)
                if _is_offered(kind, language)
            ],
        )
        for name in _by_place(files, language)
    ]


def _by_place(files: Files, language: Language) -> list[str]:
    """The reports by place, the newest of each first; those of no place last."""
    known = {name: imprint(files, name) for name in report_names(files, language)}
    told = {name: (report.region or "", report.report_year or 0) for name, report in known.items() if report}
    return sorted(told, key=lambda name: (not told[name][0], by_sound(told[name][0]), -told[name][1], name))


def downloads_of(files: Files, page: Page) -> tuple[str, list[Offer]] | None:
    """What to offer on ``page``, with the words before it: its report's files on the table of figures."""
    found = _PAGE.fullmatch(page.file.src_uri)
    if not found or found["page"] != "figures":
        return None
    language, name = _language(found), found["report"]
    return word("offered", language), _offers(files, page, name, language)


def _offers(files: Files, page: Page, name: str, language: Language) -> list[Offer]:
    return [
        _offer(
            name, kind, file, page,
            word("offered_file", language, label=kind.label, size=-(-len(file.content_bytes) // 1000)),
        )
        for kind, file in _files_of(files, name)
        if _is_offered(kind, language)
    ]  # fmt: skip


def _is_offered(kind: Kind, language: Language) -> bool:
    return bool(kind.label) and kind.language in ("", language)


def _offer(name: str, kind: Kind, file: File, page: Page, words: str) -> Offer:
    return Offer(words, get_relative_url(file.url, page.url), kind.media, f"{name}-{kind.name}")


def _language(found: re.Match[str]) -> Language:
    return "en" if found["language"] == "en" else "zh"


def _files_of(files: Files, name: str) -> Iterator[tuple[Kind, File]]:
    for kind in kinds():
        file = files.get_file_from_path(_uri(name, kind))
        if file:
            yield kind, file


def linked_data(files: Files, config: MkDocsConfig, page: Page) -> str:
    """JSON-LD for the head of ``page``: a Report on its first page, a Dataset on its table, else nothing.

    Addresses are absolute where the site knows its own (``site_url``), otherwise relative to the page.
    """
    found = _PAGE.fullmatch(page.file.src_uri)
    report = report_data(files, found["report"]) if found else None
    if not found or not report:
        return ""
    language = _language(found)
    if found["page"] == "figures":
        published = [_published(kind, file, config, page) for kind, file in _files_of(files, found["report"])]
        return script(linked_dataset(report, published, _address(page.url, config, page), language))
    figures = files.get_file_from_path(page.file.src_uri.replace("index.md", "figures.md"))
    there = _address(figures.url, config, page) if figures else None
    place = partial(_address, config=config, page=page)
    media = encodings(files, config, found["report"], report, place)
    return script(report_work(report, place(page.url), there, language, media))


def _published(kind: Kind, file: File, config: MkDocsConfig, page: Page) -> Published:
    content = file.content_bytes
    digest = hashlib.sha256(content).hexdigest()
    return Published(kind, _address(file.url, config, page), len(content), digest)


def _address(url: str, config: MkDocsConfig, page: Page) -> str:
    return urljoin(config.site_url, url) if config.site_url else get_relative_url(url, page.url)
