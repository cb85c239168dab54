"""Pages the site makes of what it knows: glossary, state of the translations, results of a search, regions and indicators."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES, report_of
from converter.pages.library import LibraryReport, RepeatedText, library_pages, lines_of
from converter.site.content import glossary, progress, results
from converter.site.content import library_entry as shelf
from converter.site.content.counterpart import files_of
from converter.site.content.progress import State
from converter.site.files.pictures import picture_names
from converter.site.files.remembered import Question, Remembered
from converter.site.mkdocs.menu import order
from converter.site.rendering.unchanged import checksum
from converter.translation.memory import is_translated

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_TITLE = re.compile(r"^# .*$", re.M)
_ANSWER = re.compile(r"^## .*\{ #answer \}$", re.M)


class Generated(NamedTuple):
    """What is told besides: below the titles of pages of reports, by path; which reports are in English."""

    lines: Mapping[str, str]
    in_english: frozenset[str]
    pictures: Mapping[str, list[str]]
    """The names of each report's pictures, by report."""


def add_pages(files: Files, config: MkDocsConfig, remembered: Remembered) -> Generated:
    """Add the pages to the site; one a person wrote under the same name stays instead."""
    docs = Path(config.docs_dir)
    paths = [file.src_uri for file in files.documentation_pages()]
    taken = set(paths)
    known = _reports(docs, paths, remembered)
    entries = [one.entry for one in known.values() if one.entry]
    library = _library(entries, paths, remembered)
    states = [state for one in known.values() for state in one.states]
    for language in LANGUAGES:
        own = [state for state in states if f"{language}/{state.name}" in taken]
        made = {
            f"{language}/{glossary.NAME}.md": glossary.glossary_page(language),
            f"{language}/{progress.NAME}.md": progress.progress_page(docs, own, language),
            f"{language}/{results.NAME}.md": results.results_page(language),
            **library.pages[language],
        }
        for path, text in made.items():
            if path not in taken:
                files.append(File.generated(config, path, content=text))
    in_english = frozenset(name for name, one in known.items() if one.in_english)
    return Generated(library.lines, in_english, {name: one.pictures for name, one in known.items()})


class _Library(NamedTuple):
    """The library's pages by language and path, and what pages of its reports get below their titles, by path."""

    pages: Mapping[str, Mapping[str, str]]
    lines: Mapping[str, str]


def _library(entries: Sequence[LibraryReport], paths: Collection[str], remembered: Remembered) -> _Library:
    # A page that is edited changes no data, so nothing of the library, whose making takes time with every report it has.
    rests_on = checksum(msgspec.msgpack.encode((entries, paths)))
    [made] = remembered.of([Question(f"library {rests_on}", (), partial(_made, entries, paths))], _Library)
    return made


def _made(entries: Sequence[LibraryReport], paths: Collection[str]) -> _Library:
    carried = RepeatedText()
    pages = {language: dict(library_pages(entries, language, paths, carried)) for language in LANGUAGES}
    lines = (lines_of(entries, language, paths, carried) for language in LANGUAGES)
    return _Library(pages, {path: line for by_path in lines for path, line in by_path.items()})


def _reports(docs: Path, paths: Iterable[str], remembered: Remembered) -> Mapping[str, "_Known"]:
    """What is known of each report by its name."""
    by_report = sorted(
        (path for path in paths if report_of(path)), key=lambda path: (_name(path), order(path))
    )
    pages = {
        name: dict.fromkeys(path.partition("/")[2] for path in own) for name, own in groupby(by_report, _name)
    }
    questions = [
        Question(" ".join(("report", name, *own)), files_of(docs, name), partial(_known, docs, name, own))
        for name, own in pages.items()
    ]
    return dict(zip(pages, remembered.of(questions, _Known), strict=True))


class _Known(NamedTuple):
    """A report in its library, how far its pages are translated, whether most of its English text is English, its pictures."""

    entry: LibraryReport | None
    states: list[State]
    in_english: bool
    pictures: list[str]


def _known(docs: Path, name: str, pages: Mapping[str, None]) -> _Known:
    entry = shelf.entry_in(docs, name) if f"{name}/index.md" in pages else None
    english = (docs / LANGUAGES[1] / page for page in pages if is_translated(Path(page).stem))
    text = "".join(page.read_text(encoding="utf-8") for page in english if page.is_file())
    # All at once, as they share what is read of a report.
    return _Known(
        entry,
        progress.states_of(docs, pages),
        2 * len(_CHINESE.findall(text)) < len(text),
        picture_names(docs, name) if entry else [],
    )


def _name(path: str) -> str:
    return report_of(path).partition("/")[2]


def with_lines(markdown: str, block: str) -> str:
    """The page with ``block``: a part of its own before the one on answering notes or at the end, a line below its title."""
    if block.startswith("## "):
        answer = _ANSWER.search(markdown)
        at = answer.start() if answer else len(markdown)
    else:
        title = _TITLE.search(markdown)
        at = title.end() if title else 0
    return f"{markdown[:at]}\n\n{block}\n\n{markdown[at:]}"
