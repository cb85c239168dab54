"""The whole report on one page, to read in one go and to print: made at build from its pages as they stand."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from msgspec.structs import replace

from converter.layout import (
    FIRST,
    LANGUAGES,
    PICTURES,
    WHOLE,
    export_folder,
    language_of,
    page_path,
    report_folder,
)
from converter.site.content.counterpart import units_of
from converter.site.content.parallel import beside
from converter.site.head.about import report_names, report_title, shown
from converter.site.mkdocs.menu import order, pages_in
from converter.site.rendering.page_shares import Later
from converter.site.words import table, words
from converter.translation.memory import Block, Unit, page_blocks, translated_blocks

_HEADING = re.compile(r"^(#{1,5})(?= )", re.M)
_CHAPTER = re.compile(r"c\d+")


def add_whole(files: Files, config: MkDocsConfig) -> Iterator[Later]:
    """Add the page to each report, once everything is made that a site has for programs."""
    for language in LANGUAGES:
        for name in report_names(files, language):
            uri = page_path(name, WHOLE, language)
            # A person's own page of that name stays theirs.
            if not files.get_file_from_path(uri):
                file = File.generated(config, uri, content="")
                files.append(file)
                yield Later(file, partial(_content, files, Path(config.docs_dir), name, language))


def all_units(files: Files, docs: Path, path: str) -> tuple[Unit, ...]:
    """The units of all pages that the page ``path`` is made of."""
    folder = path.rpartition("/")[0]
    pages = (_preface(files, folder), *chapters(files, folder))
    return tuple(unit for file in pages for unit in units_of(docs, file.src_uri))


def chapters(files: Files, folder: str) -> list[File]:
    """The chapters of the report in ``folder`` (``zh/lanshan-2020``), in order."""
    named = (file for file in pages_in(files, folder) if _CHAPTER.fullmatch(Path(file.src_uri).stem))
    return sorted(named, key=lambda file: order(file.src_uri))


class Paper(NamedTuple):
    """A way to a report on paper: an address relative to the page that offers it, and the words of its link."""

    address: str
    words: str
    media: str = ""


def paper_of(files: Files, config: MkDocsConfig, page: Page) -> list[Paper] | None:
    """The ways that a page of a report offers: the whole of it, its pictures, its PDF where the build makes one; None elsewhere."""
    name, language = str(page.meta.get("report", "")), language_of(page.file.src_uri)
    if not name or not files.get_file_from_path(page_path(name, WHOLE, language)):
        return None
    return _paper(files, config, page, name)


def newest_paper(files: Files, config: MkDocsConfig, page: Page) -> list[Paper]:
    """The same ways of the newest report, for the home ``page`` that shows it."""
    name = str(page.meta.get("newest", ""))
    return _paper(files, config, page, name) if name else []


def _paper(files: Files, config: MkDocsConfig, page: Page, name: str) -> list[Paper]:
    language = language_of(page.file.src_uri)
    folder, told = report_folder(name, language), words(language)
    offered = {WHOLE: told["whole"], PICTURES: table("pictures")[language]["link"]}
    found = ((files.get_file_from_path(f"{folder}/{one}.md"), said) for one, said in offered.items())
    ways = [Paper(file.url, said) for file, said in found if file and file != page.file]
    if config.extra.get("pdf"):
        ways.append(Paper(pdf_uri(name, language), told["whole_pdf"], "application/pdf"))
    return [way._replace(address=get_relative_url(way.address, page.url)) for way in ways]


def pdf_uri(name: str, language: str) -> str:
    """Where the PDF of a report is, from the site's root."""
    return f"{export_folder(name)}/{name}.{language}.pdf"


def _preface(files: Files, folder: str) -> File:
    return files.src_uris[f"{folder}/{FIRST}.md"]


def _content(files: Files, docs: Path, name: str, language: str) -> bytes:
    folder = report_folder(name, language)
    first = _preface(files, folder)
    home = page_blocks(_text(first)).blocks
    title = next(
        (block for block in home if block.marks == "#"), Block("report", report_title(files, name, language))
    )
    pieces = [
        _front(name, words(language), title.text),
        f"# {title.text} {{ #report }}",
        *_told(map(_named, translated_blocks("index", home)), units_of(docs, first.src_uri), language),
        *(_chapter(file, docs, language) for file in chapters(files, folder)),
        *_section(home, "corrections"),
    ]
    return ("\n\n".join(filter(None, pieces)) + "\n").encode()


def _front(name: str, told: Mapping[str, Any], title: str) -> str:
    description = told["whole_description"].format(title=shown(title))
    fields = {"report": name, "page": WHOLE, "search": False, "description": description}
    # JSON's values are YAML's.
    written = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return "\n".join(("---", *written, "---"))


def _chapter(file: File, docs: Path, language: str) -> str:
    blocks = page_blocks(_text(file)).blocks
    return _HEADING.sub(r"#\1", "\n\n".join(_told(blocks, units_of(docs, file.src_uri), language)))


def _named(block: Block) -> Block:
    """A paragraph of the preface with its id: its heading, which would tell its part, is the site's and not printed."""
    named = "#" in block.attributes or block.text.startswith("|")
    return block if named else replace(block, attributes=f"#{block.key} {block.attributes}".strip())


def _told(blocks: Iterable[Block], units: Sequence[Unit], language: str) -> Iterator[str]:
    markdown = "\n\n".join(block.markdown() for block in blocks)
    if markdown:
        yield beside(markdown, units, language, words(language)["translation"], twins=False)


def _section(blocks: Sequence[Block], name: str) -> Iterator[str]:
    inside = False
    for block in blocks:
        inside = block.key == name if block.marks else inside
        if inside:
            yield block.markdown()


def _text(file: File) -> str:
    return file.content_string.replace("\r\n", "\n").removeprefix("\ufeff")
