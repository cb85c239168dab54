"""What a site has for programs: plain text of each report, ``llms.txt``, a feed and ``robots.txt``.

Addresses are absolute where the site knows its own (``site_url``), otherwise relative: none is made up.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_datetime, get_relative_url, meta

from converter.data import Correction
from converter.layout import (
    FIGURES,
    FIRST,
    HTML_LANGUAGE,
    LANGUAGES,
    data_path,
    export_folder,
    home_path,
    page_path,
    report_folder,
)
from converter.site.files.feed import Feed, FeedEntry, atom
from converter.site.files.one_markdown import one_page
from converter.site.files.one_page import pdf_uri
from converter.site.head.about import imprint, plain, report_names, report_title
from converter.site.mkdocs.language import said
from converter.site.mkdocs.menu import order
from converter.site.publisher import Publisher
from converter.site.rendering.page_shares import Later
from converter.site.words import table

FEED = "feed.xml"
LLMS, ROBOTS = "llms.txt", "robots.txt"


def add_machines(
    files: Files, config: MkDocsConfig, publisher: Publisher, in_english: Container[str]
) -> Iterator[Later]:
    """Add all of it to the files of the site, once it has its pages and its data.

    A text that is Chinese on the English pages too is written once: only reports ``in_english`` have one in English.
    The table of figures is no text: programs get it as CSV and JSON.
    """
    pages = _by_folder(files)
    for language in LANGUAGES:
        for name in report_names(files, language):
            if language == "en" and name not in in_english:
                continue
            file = File.generated(config, f"{markdown_uri(name, language)}.txt", content="")
            yield Later(file, partial(_text, pages[report_folder(name, language)], config, language))
            # With the suffix .md from the start MkDocs would take it for a page of the site.
            file.dest_uri = markdown_uri(name, language)
            files.append(file)
        if home_path(language) in files.src_uris:
            files.append(
                File.generated(config, feed_uri(language), content=_feed(files, config, publisher, language))
            )
    files.append(File.generated(config, LLMS, content=_llms(files, config, publisher)))
    files.append(File.generated(config, ROBOTS, content=_robots(config)))


def markdown_uri(name: str, language: str) -> str:
    """Where the whole text of a report in ``language`` is, from the site's root."""
    return f"{export_folder(name)}/fulltext.{language}.md"


def markdown_file(files: Files, name: str, language: str) -> File | None:
    """The whole text of a report in ``language``, or else in the report's own."""
    texts = (files.get_file_from_path(f"{markdown_uri(name, one)}.txt") for one in (language, LANGUAGES[0]))
    return next(filter(None, texts), None)


def feed_uri(language: str) -> str:
    """Where the feed of ``language`` is: beside its home."""
    return home_path(language).replace("index.md", FEED)


def _by_folder(files: Files) -> Mapping[str, list[File]]:
    folders: dict[str, list[File]] = {}
    for file in files.documentation_pages():
        folder, _, name = file.src_uri.rpartition("/")
        if name != f"{FIGURES}.md":
            folders.setdefault(folder, []).append(file)
    return folders


def _text(pages: Iterable[File], config: MkDocsConfig, language: str) -> bytes:
    own = sorted(pages, key=lambda file: order(file.src_uri))
    source = table("publishing")[language]["source"].format(
        address=urljoin(config.site_url or "", own[0].url)
    )
    return one_page((file.content_string for file in own), source if config.site_url else "").encode()


def _feed(files: Files, config: MkDocsConfig, publisher: Publisher, language: str) -> bytes:
    words, here = table("publishing")[language], feed_uri(language)
    site = plain(said(config, language, "site_name"))
    home = files.src_uris[home_path(language)]
    feed = Feed(
        f"feed/{language}",
        HTML_LANGUAGE[language],
        words["feed_title"].format(site=site),
        publisher.says.get("organiser") or publisher.says.get("operator") or site,
        _address(home.url, config, here),
        urljoin(config.site_url, here) if config.site_url else "",
        f"{get_build_datetime():%Y-%m-%d}",
    )
    entries = [
        entry for name in report_names(files, language) for entry in _entries(files, config, name, language)
    ]
    return atom(feed, entries)


def _entries(files: Files, config: MkDocsConfig, name: str, language: str) -> Iterator[FeedEntry]:
    report = imprint(files, name)
    if not report:
        return
    page = files.src_uris[page_path(name, FIRST, language)]
    title, address = report_title(files, name, language), _address(page.url, config, feed_uri(language))
    # A report that tells no day counts as published with the site.
    published = report.published.isoformat() if report.published else ""
    day = published or f"{get_build_datetime():%Y-%m-%d}"
    _, fields = meta.get_data(page.content_string)
    summary = plain(str(fields.get("description", "")))
    yield FeedEntry(
        f"{name}/{language}",
        title,
        summary,
        address,
        day,
        published,
        plain(report.stated_issuer or ""),
    )
    for number, made in enumerate(report.corrections, 1):
        yield _correction(f"{name}/{language}/correction/{number}", made, title, address, language)


def _correction(name: str, made: Correction, report: str, address: str, language: str) -> FeedEntry:
    told = (made.what_en if language == "en" else None) or made.what
    title = plain(table("publishing")[language]["correction"].format(report=report, what=told))
    day = made.day.isoformat()
    # Nobody translates the reason.
    why = plain(made.why or "") if language == LANGUAGES[0] else ""
    return FeedEntry(name, title, why, address, day, day)


def _llms(files: Files, config: MkDocsConfig, publisher: Publisher) -> str:
    """After the convention of llms.txt: a title, what the site is, and a list of links for each language."""
    blocks = []
    for language in LANGUAGES:
        names = report_names(files, language)
        words = table("publishing")[language]
        if names:
            lines = "\n".join(_listed(files, config, name, language) for name in names)
            told = words["independent"] if publisher.profile == "independent" else ""
            about = plain(said(config, language, "site_description"))
            heads = (told, words["llms"])
            blocks += [f"> {about}" if about else "", *heads, f"## {words['reports']}", lines]
    name = " · ".join(dict.fromkeys(plain(said(config, language, "site_name")) for language in LANGUAGES))
    return "\n\n".join(filter(None, (f"# {name}", *blocks))) + "\n"


def _listed(files: Files, config: MkDocsConfig, name: str, language: str) -> str:
    title = report_title(files, name, language).replace("[", "\\[").replace("]", "\\]")
    text = markdown_file(files, name, language)
    markdown = _address(text.url if text else markdown_uri(name, language), config, LLMS)
    others = {"JSON": files.src_uris[data_path(name)].url}
    if config.extra.get("pdf"):
        others["PDF"] = pdf_uri(name, language)
    links = (f"[{words}]({_address(url, config, LLMS)})" for words, url in others.items())
    return f"- [{title}]({markdown}): {', '.join(links)}"


def _robots(config: MkDocsConfig) -> str:
    place = f"\nSitemap: {urljoin(config.site_url, 'sitemap.xml')}\n" if config.site_url else ""
    return f"User-agent: *\nAllow: /\n{place}"


def _address(url: str, config: MkDocsConfig, here: str) -> str:
    return urljoin(config.site_url, url) if config.site_url else get_relative_url(url, here)
