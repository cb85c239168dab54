"""The words of the dataset's own description (``words.toml``) and its files (``files.toml``)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from converter.dataset.tables import Table, tables


@dataclass(frozen=True, slots=True)
class Kind:
    """One file of the dataset; ``table`` is what it holds, None where it holds all."""

    name: str
    format: str
    media: str
    zh: str
    en: str
    table: Table | None


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def kinds() -> tuple[Kind, ...]:
    """The files of the dataset in order, without those that describe it."""
    return tuple(kind for entry in _read("files")["file"] for kind in _kinds(entry))


def _kinds(entry: Mapping[str, str]) -> Iterator[Kind]:
    for table in tables() if "{table}" in entry["name"] else (None,):
        filled = {"table": table.name, "zh": table.zh, "en": table.en} if table else {}
        yield Kind(**{key: text.format(**filled) for key, text in entry.items()}, table=table)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return _read("words")


def both(key: str, between: str = " ", **details: object) -> str:
    """The phrase ``key`` in Chinese and English with ``details`` filled in."""
    phrase = _words()[key]
    return between.join((phrase["zh"], phrase["en"])).format(**details)
