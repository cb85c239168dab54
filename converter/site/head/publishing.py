"""Connects MkDocs to what a site says of its publisher and to what it has for programs."""

import logging
from collections.abc import Callable, Container, Iterator
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from converter.errors import InputError
from converter.exports import breadcrumbs, script
from converter.layout import LANGUAGES, data_path, language_of
from converter.site.files.for_programs import add_machines, feed_uri, markdown_file
from converter.site.files.one_page import newest_paper, paper_of
from converter.site.files.share import share_uri
from converter.site.files.sitemap import sitemap
from converter.site.head.about import About, about, imprint, path_in, report_names
from converter.site.head.meta import Site, Tag, meta_tags
from converter.site.head.notice import Notice, notice
from converter.site.head.policy import hash_of
from converter.site.head.provenance import provenance_of, updated_on
from converter.site.mkdocs.language import said
from converter.site.publisher import Publisher, problems, read_publisher
from converter.site.rendering.page_shares import Later
from converter.site.words import table

# Warnings count for `mkdocs build --strict` only below MkDocs' own logger.
Known = Callable[[str], About]
"""What is known of the page with a path."""
_LOG = logging.getLogger("mkdocs.gongkai")


def publisher_of(config: MkDocsConfig) -> Publisher:
    """The publisher of this site; MkDocs ends with one plain line where its file cannot be understood."""
    try:
        return read_publisher(Path(config.config_file_path).parent)
    except InputError as error:
        told = ": ".join(map(str, error.details.values()))
        raise PluginError(f"{told} ({error.key})") from error


def add_published(files: Files, config: MkDocsConfig, in_english: Container[str]) -> Iterator[Later]:
    """Add what the site has for programs; warn of everything that its profile misses or forbids.

    ``in_english`` are the names of the reports that are translated.
    """
    publisher = publisher_of(config)
    yield from add_machines(files, config, publisher, in_english)
    for problem in problems(publisher, _days(files), config.site_url or ""):
        _LOG.warning("%s %s", problem.zh, problem.en)


def for_templates(files: Files, config: MkDocsConfig) -> dict[str, Callable[..., object]]:
    """What the theme may ask."""
    publisher = publisher_of(config)

    @lru_cache(maxsize=1)
    def known(path: str) -> About:
        # Every page asks several times.
        page = files.src_uris[path].page
        assert page
        return about(page, files, config)

    return {
        "notice_of": partial(_notice, known, publisher),
        "meta_of": partial(_meta, files, config, known, publisher),
        "breadcrumbs_of": partial(_breadcrumbs, files, known),
        "feed_of": partial(_feed, files),
        "machines_of": partial(_machines, files),
        "provenance_of": partial(provenance_of, files, config),
        "updated_on": updated_on,
        "paper_of": partial(paper_of, files, config),
        "newest_paper": partial(newest_paper, files, config),
        "sitemap": partial(sitemap, files),
        "hash_of": hash_of,
    }


def _days(files: Files) -> dict[str, date | None]:
    reports = (imprint(files, name) for name in report_names(files, LANGUAGES[0]))
    return {report.source.path: report.published for report in reports if report}


def _notice(known: Known, publisher: Publisher, page: Page | None) -> Notice:
    return notice(known(page.file.src_uri) if page else None, publisher)


def _meta(files: Files, config: MkDocsConfig, known: Known, publisher: Publisher, page: Page) -> list[Tag]:
    path = page.file.src_uri
    site = Site(
        said(config, language_of(path), "site_name"),
        config.site_url or "",
        publisher,
        _picture(files, config, page),
    )
    others = (language for language in LANGUAGES if language != language_of(path))
    alternates = tuple(one for one in others if path_in(path, one) in files.src_uris)
    return meta_tags(known(path), site, alternates)


def _picture(files: Files, config: MkDocsConfig, page: Page) -> str:
    """Only a whole address is of use to those who show it."""
    name, language = str(page.meta.get("report", "")), language_of(page.file.src_uri)
    drawn = name and files.get_file_from_path(f"{share_uri(name, language)}.svg")
    return f"{config.site_url}{share_uri(name, language)}.png" if drawn and config.site_url else ""


def _breadcrumbs(files: Files, known: Known, page: Page) -> str:
    trail = known(page.file.src_uri).trail
    steps = [(title, _address(files, path, page)) for title, path in trail]
    return script(breadcrumbs(steps)) if len(steps) > 1 else ""


def _address(files: Files, path: str, page: Page) -> str:
    file = files.src_uris[path]
    known = file.page.canonical_url if file.page else None
    return known or get_relative_url(file.url, page.url)


def _feed(files: Files, page: Page) -> tuple[str, str, str] | None:
    """The words and the address of the feed in the language of ``page``, and its title."""
    language = language_of(page.file.src_uri)
    file = files.get_file_from_path(feed_uri(language))
    return (table("publishing")[language]["feed"], file.url, file.src_uri) if file else None


def _machines(files: Files, page: Page) -> dict[str, Any] | None:
    """The words and links to offer on the first page of a report."""
    path = page.file.src_uri
    language, name = language_of(path), str(page.meta.get("report", ""))
    if page.meta.get("page") != "report" or not imprint(files, name):
        return None
    words = table("publishing")[language]
    offered = (
        (words["markdown"], markdown_file(files, name, language)),
        (words["json"], files.get_file_from_path(data_path(name))),
    )
    return {"words": words["machines"], "links": [(told, file.url) for told, file in offered if file]}
