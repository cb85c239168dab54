"""The tables of the dataset as ``tables.toml`` describes them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from converter.exports.words import Column, columns


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order and which of them name a row."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """All tables of the dataset."""
    text = resources.files(__package__).joinpath("tables.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    own = {entry["name"]: Column(**entry) for entry in found.pop("column")}
    known = {column.name: column for column in columns()} | own
    return tuple(_table(name, entry, known) for name, entry in found.items())


def _table(name: str, entry: dict[str, Any], known: Mapping[str, Column]) -> Table:
    chosen = tuple(known[column] for column in entry.pop("columns"))
    return Table(name=name, key=tuple(entry.pop("key")), columns=chosen, **entry)
