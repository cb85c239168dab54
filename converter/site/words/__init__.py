"""The site's own words, in the language of the page: ``words.toml``, and a table for each thing that says much."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from converter.knowledge import Bilingual, Phrases, Record, Table

Name = Literal["glossary", "pictures", "progress", "provenance", "publishing", "search", "words"]
PHRASES = {name: Table(__package__, f"{name}.toml", Phrases) for name in get_args(Name)}
EDITS = Table(__package__, "edits.toml", dict[str, Bilingual])


class Script(Record, frozen=True):
    """A script as it is sent: what it is made of, and the words that it says, by the table they stand in."""

    sources: tuple[str, ...]
    says: dict[Name, tuple[str, ...]]


SCRIPTS = Table(__package__, "scripts.toml", dict[str, Script])


class Style(Record, frozen=True):
    """How a language cites; the fields are explained in ``citation.toml``."""

    style: str
    text: str
    anonymous: str
    author: str
    published: str
    title: str
    untitled: str
    accessed: str
    translated: str
    undated: str = ""
    months: tuple[str, ...] = ()


CITATION = Table(__package__, "citation.toml", dict[str, Style])


class _Charts(Record, frozen=True):
    last_year: tuple[str, ...]
    between: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    then: tuple[str, ...]


CHARTS = Table(__package__, "charts.toml", _Charts)


def table(name: Name) -> Mapping[str, Mapping[str, Any]]:
    """The words of the TOML file ``name`` beside this module, by language."""
    return PHRASES[name].load().by_language


def words(language: str) -> Mapping[str, Any]:
    """All words in one language; groups (``measures``, ``statuses``, ``chart``) are tables of their own."""
    return dict(table("words")[language])
