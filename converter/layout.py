"""Where the files of a project, of a report and of its site are: said once, for every package.

Paths are texts with slashes, below ``docs/`` unless something else is said.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

SEEDS, DOCS = Path("seeds"), Path("docs")
"""The folders of a project, from its root: raw reports, and what a build makes of them."""
BASE = ".base"
"""Below it stands each file as the program wrote it last, under its own path."""
LANGUAGES = ("zh", "en")
"""The first folder of a page is its language; what lies in none of them is Chinese."""
HTML_LANGUAGE: Mapping[str, str] = {"zh": "zh-Hans", "en": "en"}
"""The tag of each language in ``lang`` attributes and for programs."""
LIBRARY = ("regions", "indicators")
"""Where the pages over several reports are, below the folder of each language."""
FIRST, FIGURES, NOTES, WHOLE, PICTURES = "index", "figures", "notes", "whole", "pictures"
"""The names of a report's pages beside its chapters; ``WHOLE`` holds all chapters, ``PICTURES`` what can be drawn of it."""
ABOUT = ("how-to-read", "data", "about")
"""The pages about the site, in the order they are offered in."""
GLOSSARY, PROGRESS = "glossary", "translation"
"""The names of two pages the site makes of what it knows."""
RESULTS = "search"
"""The name of the page that shows what a search found."""
LONGEST_NAME = 180
"""Bytes of a report's name: with an ending, and while it is written, its files still have names every disk takes."""
_OF_A_LANGUAGE = ("index", "feed", *LIBRARY, *ABOUT, GLOSSARY, PROGRESS, RESULTS)
_AT_THE_ROOT = (*LANGUAGES, "404", "assets", "dev", "llms", "manifest", "robots", "search", "sitemap")
# Windows opens devices by these names, so a clone there could not hold such a folder.
_DEVICES = (
    *("aux", "con", "nul", "prn"),
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)),
)
RESERVED = frozenset((*_OF_A_LANGUAGE, *_AT_THE_ROOT, *_DEVICES))
"""Names that no report may have: its pages would share a folder or an address with the site's own."""
_DATA = "data"


def report_name(raw: Path) -> str:
    """The name of a report in paths and addresses: its raw file's name, safe everywhere.

    A name is the same whichever way a system writes its accents (NFC, NFD).
    """
    stem = unicodedata.normalize("NFC", raw.stem).lower()
    return re.sub(r"[^\w-]+", "-", stem).strip("-_") or "report"


def language_of(path: str) -> str:
    """The language of the page at a path or an address."""
    first = path.partition("/")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def other_language(language: str) -> str:
    """The language a reader can switch to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


def home_path(language: str) -> str:
    """Where the home page of a language is: the Chinese one is the site's."""
    return "index.md" if language == LANGUAGES[0] else f"{language}/index.md"


def counterpart_of(path: str) -> str:
    """The path of the same page in the other language, empty for a page of neither."""
    for language in LANGUAGES:
        if path == home_path(language):
            return home_path(other_language(language))
    first, slash, rest = path.partition("/")
    return f"{other_language(first)}/{rest}" if slash and first in LANGUAGES else ""


def report_folder(name: str, language: str = LANGUAGES[0]) -> str:
    """Where the pages of the report called ``name`` are."""
    return f"{language}/{name}"


def page_path(name: str, page: str, language: str = LANGUAGES[0]) -> str:
    """Where its page called ``page`` (``c2``) is."""
    return f"{report_folder(name, language)}/{page}.md"


def page_of_chapter(number: int) -> str:
    """The name of the page of a chapter, by its number from 1; 0 is the preface, which stands on the first page."""
    return f"c{number}" if number else FIRST


def report_of(path: str) -> str:
    """The folder of the report that a page belongs to (``zh/lanshan-2020``), or nothing."""
    parts = path.split("/")
    named = len(parts) > 2 and parts[0] in LANGUAGES and parts[1] not in LIBRARY
    return "/".join(parts[:2]) if named else ""


def name_in(path: str) -> str:
    """The name of the report that a page or a file of data belongs to; empty for what is the site's own."""
    first, _, rest = path.partition("/")
    return (
        rest.partition("/")[0].removesuffix(".json") if first == _DATA else report_of(path).partition("/")[2]
    )


def data_path(name: str) -> str:
    """Where the data of the report called ``name`` are."""
    return f"{_DATA}/{name}.json"


def is_data(path: str) -> bool:
    """True for the path of a report's data."""
    return path.startswith(f"{_DATA}/") and path == data_path(name_in(path))


def data_files(docs: Path) -> list[Path]:
    """The data files of all reports that ``docs`` has, in the order of the reports' names."""
    return sorted((docs / _DATA).glob("*.json"))


def export_folder(name: str) -> str:
    """Where the files of the report called ``name`` are that a reader may take away, from the site's root."""
    return f"{_DATA}/{name}"


def memory_path(name: str) -> str:
    """Where the translation memory of the report called ``name`` is."""
    return f".memory/{name}.po"


def memory_files(docs: Path) -> list[Path]:
    """The translation memories of all reports that ``docs`` has, in the order of the reports' names."""
    return sorted((docs / ".memory").glob("*.po"))


def former_path(name: str) -> str:
    """Where the former translations of the report called ``name`` are, those whose Chinese is gone."""
    return f".memory/{name}.former.jsonl"


def is_memory(path: str) -> bool:
    """True for the path of a report's translation memory."""
    return path == memory_path(Path(path).stem)


def base_path(path: str) -> str:
    """Where the file at ``path`` stands as the program wrote it last."""
    return f"{BASE}/{path}"
