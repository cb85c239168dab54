"""The tables of the dataset as ``tables.toml`` describes them."""

from collections.abc import Mapping

from msgspec import Struct

from converter import knowledge
from converter.caching import kept
from converter.errors import SlipError
from converter.exports.labels import Column, columns
from converter.knowledge import Record, only_once


class Table(Struct, frozen=True):
    """One table: its columns in order and which of them name a row; ``select`` makes it of the tables before it."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    select: str


class _Row(Record, frozen=True):
    zh: str
    en: str
    about_zh: str
    about_en: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    select: str = ""


class _Tables(Record, frozen=True):
    table: Mapping[str, _Row]
    column: tuple[Column, ...]

    def __post_init__(self) -> None:
        only_once((column.name for column in self.column), "name")
        known = self.known()
        for name, row in self.table.items():
            for column in (*row.key, *row.columns):
                if column not in known:
                    raise SlipError("table_reference", field=f"{name}.columns", value=column, file="column")

    def known(self) -> Mapping[str, Column]:
        """The columns that a table may have, by name: a report's own and those of this table."""
        return {column.name: column for column in (*columns(), *self.column)}


TABLES = knowledge.Table(__package__, "tables.toml", _Tables)


@kept
def tables() -> tuple[Table, ...]:
    """All tables of the dataset."""
    found = TABLES.load()
    known = found.known()
    return tuple(
        Table(
            name,
            row.zh,
            row.en,
            row.about_zh,
            row.about_en,
            row.key,
            tuple(map(known.__getitem__, row.columns)),
            row.select,
        )
        for name, row in found.table.items()
    )
