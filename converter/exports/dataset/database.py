"""The dataset in DuckDB: every value exact, every type stated, none guessed."""

import json
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import duckdb

from converter.data import plain
from converter.exports.dataset.rows import DECIMAL
from converter.exports.dataset.tables import Table, tables
from converter.exports.rows import Cell, Row

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": DECIMAL, "date": "DATE"}


def database(rows: Iterable[tuple[str, Row]], threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds the tables of the dataset; ``rows`` come with the names of their tables, those of
    tables made of others excepted.

    One of ``threads`` keeps the order of rows in everything that is written from it.
    """
    connection = duckdb.connect(config={"threads": threads} if threads else {})
    with tempfile.TemporaryDirectory() as folder:
        _spool(rows, Path(folder))
        for table in tables():
            _load(connection, table, Path(folder, table.name))
    return connection


def _spool(rows: Iterable[tuple[str, Row]], folder: Path) -> None:
    """Lines of JSON, a file for each table: they hold decimals and line feeds as they are."""
    with ExitStack() as stack:
        files = {
            table.name: stack.enter_context((folder / table.name).open("w", encoding="utf-8"))
            for table in tables()
        }
        names = {table.name: [column.name for column in table.columns] for table in tables()}
        for table, row in rows:
            cells = {name: _cell(row[name]) for name in names[table]}
            files[table].write(json.dumps(cells, ensure_ascii=True) + "\n")


def _cell(cell: Cell) -> str | int | None:
    # A CSV file knows no empty text, so that no file of the dataset does.
    return plain(cell) if isinstance(cell, Decimal) else None if cell == "" else cell


def _load(connection: duckdb.DuckDBPyConnection, table: Table, file: Path) -> None:
    types = {column.name: _TYPES[column.type] for column in table.columns}
    described = ", ".join(f'"{column.name}" {types[column.name]}' for column in table.columns)
    connection.execute(f"CREATE TABLE {table.name} ({described})")
    if table.select:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        connection.execute(f"INSERT INTO {table.name} SELECT {names} FROM ({table.select})")
    else:
        connection.execute(
            f"INSERT INTO {table.name} SELECT * FROM read_json($file, format = 'newline_delimited', columns = $types)",
            {"file": str(file), "types": types},
        )
    for column in table.columns:
        text = f"{column.zh}：{column.about_zh} / {column.en}: {column.about_en}".replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {table.name}.\"{column.name}\" IS '{text}'")
