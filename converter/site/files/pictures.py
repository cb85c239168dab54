"""The picture page of each report, and its pictures as files to take away."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from converter.caching import kept_latest
from converter.layout import (
    FIRST,
    LANGUAGES,
    PICTURES,
    data_path,
    export_folder,
    language_of,
    memory_path,
    page_path,
)
from converter.pages.edition import Edition
from converter.pages.frame import heading
from converter.pages.report.compared import key_figures
from converter.pages.report.index import doors
from converter.pages.report.published import WholeReport, stated_in
from converter.site.content.counterpart import memory_of, stated_on
from converter.site.content.report_data import data_in
from converter.site.head.about import report_names, report_title
from converter.site.pictures import Bar, Picture, inline, pictures_of, source_of, standing_alone
from converter.site.rendering.page_shares import Later
from converter.site.words import table
from converter.text.unlink import without_links

_KEY_FIGURES = 6


class Row(NamedTuple):
    """A row of the table beside a picture; ``address`` may be empty."""

    label: str
    said: str
    address: str


class Shown(NamedTuple):
    """A picture as a page shows it."""

    picture: Picture
    svg: str
    rows: tuple[Row, ...]
    address: str
    saved_as: str


def add_pictures(files: Files, config: MkDocsConfig, found: Mapping[str, Iterable[str]]) -> Iterator[Later]:
    """Add to each report with pictures the page of them and each of them as a file; ``found`` are their names (``picture_names``)."""
    docs = Path(config.docs_dir)
    names = {language: report_names(files, language) for language in LANGUAGES}
    # Both languages of a report together, as they share what is known of it.
    editions = ((name, language) for language in LANGUAGES for name in names[language])
    for name, language in sorted(editions, key=lambda edition: edition[0]):
        uri, own = page_path(name, PICTURES, language), found.get(name, ())
        # A person's own page of that name stays theirs.
        if not own or files.get_file_from_path(uri):
            continue
        page = File.generated(config, uri, content="")
        files.append(page)
        yield Later(page, partial(_page, files, docs, name, language))
        for key in own:
            file = File.generated(config, _file(name, key, language), content=b"")
            files.append(file)
            yield Later(file, partial(_standing_alone, config, name, language, key, page.url))


def picture_names(docs: Path, name: str) -> list[str]:
    """The names of the pictures of the report called ``name``: the same in both languages, as they follow from its figures."""
    return [picture.key for picture in _known(docs, name, LANGUAGES[0])]


def for_templates(files: Files, config: MkDocsConfig) -> dict[str, Callable[..., object]]:
    """What the theme may ask about a page."""
    return {"pictures_on": partial(_shown_on, files, config), "picture_words": table("pictures").get}


def _known(docs: Path, name: str, language: str) -> tuple[Picture, ...]:
    when = tuple(
        file.stat().st_mtime_ns if file.is_file() else 0
        for file in (docs / data_path(name), docs / memory_path(name))
    )
    return _pictures(docs, name, language, when)


@kept_latest(512)  # few figures of each report
def _pictures(docs: Path, name: str, language: str, _when: tuple[int, ...]) -> tuple[Picture, ...]:
    return pictures_of(docs, name, language)


def _file(name: str, key: str, language: str) -> str:
    return f"{export_folder(name)}/{key}.{language}.svg"


def _standing_alone(config: MkDocsConfig, name: str, language: str, key: str, url: str) -> bytes:
    docs = Path(config.docs_dir)
    picture = next(one for one in _known(docs, name, language) if one.key == key)
    reference = stated_on(docs, page_path(name, FIRST, language), name).reference
    address = f"{config.site_url}{url}" if config.site_url else ""
    lines = source_of(reference, data_in(docs / data_path(name)), language, address)
    return standing_alone(picture, tuple(lines))


def _page(files: Files, docs: Path, name: str, language: str) -> bytes:
    """The page's Markdown: what it is of, its key figures and doors; the template adds the pictures."""
    words, title = table("pictures")[language], report_title(files, name, language)
    report = WholeReport(name, data_in(docs / data_path(name)), memory_of(docs, name))
    edition = Edition(language, report.memory)
    chapters = [(chapter.id, chapter.role) for chapter in report.data.chapters]

    def gone(uri: str) -> bool:
        return files.get_file_from_path(uri) is None

    front = {
        "report": name,
        "page": PICTURES,
        "search": False,
        "description": words["description"].format(title=title),
    }
    written = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    blocks = [
        "\n".join(("---", *written, "---")),
        heading(1, words["page"], PICTURES),
        words["intro"],
        words["links"],
        heading(2, edition.word("key_figures"), "key-figures"),
        *key_figures(stated_in(report.data), edition, _KEY_FIGURES),
        doors([one for one in chapters if not gone(page_path(name, one[0], language))], edition),
    ]
    text = "\n\n".join(filter(None, blocks)) + "\n"
    return without_links(text, page_path(name, PICTURES, language), gone).encode()


def _shown_on(files: Files, config: MkDocsConfig, page: Page) -> list[Shown]:
    if page.meta.get("page") != PICTURES:
        return []
    name, language = str(page.meta.get("report", "")), language_of(page.file.src_uri)
    return [
        Shown(
            picture,
            inline(picture),
            tuple(_row(bar, files, page, name, language) for bar in picture.bars),
            get_relative_url(_file(name, picture.key, language), page.url),
            f"{name}-{picture.key}.{language}.svg",
        )
        for picture in _known(Path(config.docs_dir), name, language)
    ]


def _row(bar: Bar, files: Files, page: Page, name: str, language: str) -> Row:
    of = bar.figure.chapter if bar.figure else bar.page
    target = files.get_file_from_path(page_path(name, FIRST if of == "c0" else of, language)) if of else None
    anchor = f"#{bar.figure.id}" if bar.figure else ""
    return Row(bar.label, bar.said, get_relative_url(target.url, page.url) + anchor if target else "")
