"""The words of the dataset's own description (``words.toml``) and its files (``files.toml``)."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from converter import knowledge
from converter.caching import kept
from converter.exports.dataset.tables import Table, tables
from converter.knowledge import Bilingual, Record, only_once


class Kind(Struct, frozen=True):
    """One file of the dataset; ``table`` is what it holds, None where it holds all."""

    name: str
    format: str
    media: str
    zh: str
    en: str
    table: Table | None


class _File(Record, frozen=True):
    name: str
    format: str
    media: str
    zh: str
    en: str


class _Files(Record, frozen=True):
    file: tuple[_File, ...]

    def __post_init__(self) -> None:
        only_once((file.name for file in self.file), "name")


FILES = knowledge.Table(__package__, "files.toml", _Files)
WORDS = knowledge.Table(__package__, "words.toml", dict[str, Bilingual])


@kept
def kinds() -> tuple[Kind, ...]:
    """The files of the dataset in order, without those that describe it."""
    return tuple(kind for file in FILES.load().file for kind in _kinds(file))


def _kinds(file: _File) -> Iterator[Kind]:
    for table in tables() if "{table}" in file.name else (None,):
        filled = {"table": table.name, "zh": table.zh, "en": table.en} if table else {}
        yield Kind(**{key: text.format(**filled) for key, text in asdict(file).items()}, table=table)


def both(key: str, between: str = " ", **details: object) -> str:
    """The phrase ``key`` in Chinese and English with ``details`` filled in."""
    phrase = WORDS.load()[key]
    return between.join((phrase.zh, phrase.en)).format(**details)
