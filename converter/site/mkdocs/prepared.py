"""The Markdown of a page as the site makes it, and what the Markdown extension is to know of it."""

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from msgspec.structs import replace

from converter.layout import FIGURES, language_of
from converter.site.content.counterpart import drafts_of, memory_of, stated_on, units_of
from converter.site.content.edits import warn_of_marks
from converter.site.content.named import english_of_paragraphs
from converter.site.content.observations import Stated
from converter.site.content.parallel import beside
from converter.site.files import one_page as whole
from converter.site.files.generated import with_lines
from converter.site.head import front, publishing
from converter.site.markdown.translated import with_english_sentences
from converter.site.mkdocs.menu import addresses_of, is_whole
from converter.site.words import words
from converter.translation.memory import Unit

# The heading of the home page that leads to the newest report.
_NEWEST = re.compile(r"^## .*\]\((?:\w+/)?([^/()]+)/index\.md\) \{ #newest \}$", re.M)


def _has_english(docs: Path, report: str, path: str, units: Sequence[Unit]) -> bool:
    """True where a page holds words that somebody translated: its own paragraphs, or on a page of figures their names."""
    own = units or (() if is_whole(path) else memory_of(docs, report).units)
    return any(unit.en for unit in own)


def _stated(docs: Path, report: str, page: Page) -> Stated:
    """What the report states, as ``page`` cites it."""
    stated = stated_on(docs, page.file.src_uri, report)
    if not page.meta["in_english"]:
        return stated
    if page.meta.get("page") == FIGURES:
        stated = with_english_sentences(stated, english_of_paragraphs(memory_of(docs, report)))
    return replace(stated, reference=replace(stated.reference, translated=True))


def prepared(markdown: str, page: Page, config: MkDocsConfig, files: Files, line: str) -> str:
    """The page with the other language beside its text, and with what its library says of it (``line``)."""
    path, docs = page.file.src_uri, Path(config.docs_dir)
    warn_of_marks(path, markdown)
    front.warn_of_lost(path, page.meta, docs)
    page.meta = front.read(path, page.meta)
    report = page.meta.get("report")
    language, units = language_of(path), units_of(docs, path)
    said = whole.all_units(files, docs, path) if is_whole(path) else units
    newest = _NEWEST.search(markdown)
    shown = report or (newest and newest[1])
    page.meta |= {"newest": shown} if newest else {}
    page.meta["translated"] = any(unit.en for unit in units)
    page.meta["in_english"] = (
        language != "zh" and bool(report) and _has_english(docs, str(report), path, said)
    )
    config.mdx_configs["converter.site.markdown.anchors"] = {
        "stated": _stated(docs, str(shown), page) if shown else Stated(),
        "page": path.removesuffix(".md"),
        "addresses": addresses_of(page, files, config.site_url),
        "drafts": drafts_of(docs, report) if report and language != "zh" else (),
        "html": publishing.publisher_of(config).html,
        "chinese": {} if language == "zh" else {unit.key: unit.zh for unit in said},
    }
    told = beside(markdown, units, language, words(language)["translation"])
    return with_lines(told, line) if line else told
