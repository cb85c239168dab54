"""The words of the files to take away and what is known of their columns, codes and files, from the data files beside."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from typing import Any, Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Column:
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


@dataclass(frozen=True, slots=True)
class Kind:
    """One file of a report: its name, its ``key`` in the package, its media type, the words of its link."""

    name: str
    key: str
    format: str
    media: str
    label: str
    zh: str
    en: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def columns() -> tuple[Column, ...]:
    """The columns of the table of figures, in order."""
    return tuple(Column(**entry) for entry in _read("columns")["column"])


def header(column: Column) -> str:
    """The column's cell in the workbook's header row: its titles in two lines."""
    return f"{column.zh}\n{column.en}"


@cache
def codes() -> Mapping[str, Mapping[str, Mapping[Language, str]]]:
    """For each list of codes its codes, each in both languages."""
    return _read("codes")


@cache
def kinds() -> tuple[Kind, ...]:
    """The files of one report, in the order they are offered."""
    return tuple(Kind(**entry) for entry in _read("files")["file"])


@cache
def _words() -> Mapping[str, Mapping[Language, str]]:
    return _read("words")


def word(key: str, language: Language, **details: object) -> str:
    """The phrase ``key`` with ``details`` filled in."""
    return _words()[key][language].format(**details)


def both(key: str, between: str = " ", **details: object) -> str:
    """The phrase in Chinese and English."""
    return between.join((word(key, "zh", **details), word(key, "en", **details)))


def program() -> str:
    """Name and version of the program, as the files name what made them."""
    return f"Gongkai {metadata.version('gongkai')}"
