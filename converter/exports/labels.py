"""The words of the files to take away and what is known of their columns, codes and files, from the data files beside."""

import re
from collections.abc import Mapping
from importlib import metadata
from typing import Literal

from converter.knowledge import Bilingual, Record, Table, only_once

Language = Literal["zh", "en"]
Json = dict[str, object]
"""A JSON object that is to be written."""


class Column(Record, frozen=True):
    """One column of the table of figures; ``values`` names a list of ``codes.toml``, ``width`` is in characters."""

    name: str
    type: Literal["string", "integer", "number", "date"]
    zh: str
    en: str
    about_zh: str
    about_en: str
    width: int
    required: bool = False
    values: str | None = None
    about_translated: str = ""
    """What it means to readers of English in their table, where it holds other words than the report's."""


class Kind(Record, frozen=True):
    """One file of a report: its name, its ``key`` in the package, its media type, the words of its link."""

    name: str
    key: str
    format: str
    media: str
    label: str
    zh: str
    en: str
    language: Literal["zh", "en", ""] = ""
    """The language of its readers, empty where it is the same for all."""


class _Columns(Record, frozen=True):
    column: tuple[Column, ...]

    def __post_init__(self) -> None:
        only_once((column.name for column in self.column), "name")


class _Files(Record, frozen=True):
    file: tuple[Kind, ...]

    def __post_init__(self) -> None:
        only_once((kind.name for kind in self.file), "name")


_EXPLAINED = re.compile("[（:]")
COLUMNS = Table(__package__, "columns.toml", _Columns)
CODES = Table(__package__, "codes.toml", dict[str, dict[str, Bilingual]])
FILES = Table(__package__, "files.toml", _Files)
WORDS = Table(__package__, "words.toml", dict[str, Bilingual])


def columns() -> tuple[Column, ...]:
    """The columns of the table of figures, in order."""
    return COLUMNS.load().column


def codes() -> Mapping[str, Mapping[str, Bilingual]]:
    """For each list of codes its codes, each in both languages."""
    return CODES.load()


def label_of(meaning: Bilingual | None, language: Language) -> str | None:
    """What a code is called: its meaning as far as the brackets or the colon that explain it."""
    return _EXPLAINED.split(meaning[language])[0] if meaning else None


def kinds() -> tuple[Kind, ...]:
    """The files of one report, in the order they are offered."""
    return FILES.load().file


def word(key: str, language: Language, **details: object) -> str:
    """The phrase ``key`` with ``details`` filled in."""
    return WORDS.load()[key][language].format(**details)


def both(key: str, between: str = " ", **details: object) -> str:
    """The phrase in Chinese and English."""
    return between.join((word(key, "zh", **details), word(key, "en", **details)))


def program() -> str:
    """Name and version of the program, as the files name what made them."""
    return f"Gongkai {metadata.version('gongkai')}"
