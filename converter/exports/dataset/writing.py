"""The dataset as files in a folder."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from converter.errors import InputError
from converter.exports.comma import csv_lines
from converter.exports.dataset.database import database
from converter.exports.dataset.describe import data_package, readme
from converter.exports.dataset.rows import all_rows
from converter.exports.dataset.tables import Table, tables
from converter.exports.rows import Row
from converter.lock import alone

_BATCH = 10_000  # rows in memory at a time
DATABASE = "gongkai.duckdb"
_MAKING = ".making-"


def write_dataset(docs: Path, folder: Path) -> Mapping[str, int]:
    """Write the dataset over the reports of ``docs`` into ``folder``; return the number of rows of each table.

    Each file is replaced in one step, after all were written; what a killed run left is removed.  Raises InputError
    ``unwritable``, ``busy`` and those of ``all_rows``.
    """
    rows = all_rows(docs)
    try:
        with alone(folder, tidy=True):
            _clear(folder)
            with tempfile.TemporaryDirectory(prefix=_MAKING, dir=folder) as made:
                with database(rows, threads=1) as connection:
                    counts = _write(connection, Path(made))
                for file in sorted(Path(made).iterdir()):
                    file.replace(folder / file.name)
    except (OSError, duckdb.IOException) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError("unwritable", path=folder, why=why) from error
    return counts


def _clear(folder: Path) -> None:
    for left in folder.glob(f"{_MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _write(connection: duckdb.DuckDBPyConnection, folder: Path) -> Mapping[str, int]:
    connection.execute(f"ATTACH {_quoted(folder / DATABASE)} AS file")
    connection.execute("COPY FROM DATABASE memory TO file")
    connection.execute("DETACH file")
    for table in tables():
        parquet = _quoted(folder / f"{table.name}.parquet")
        connection.execute(f"COPY {table.name} TO {parquet} (FORMAT parquet, COMPRESSION zstd)")
        with (folder / f"{table.name}.csv").open("wb") as file:
            file.writelines(csv_lines([column.name for column in table.columns], _rows(connection, table)))
    counts = {table.name: _count(connection, table) for table in tables()}
    described = json.dumps(data_package(folder, counts), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8")
    (folder / "README.md").write_text(readme(counts), encoding="utf-8")
    return counts


def _rows(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Row]:
    found = connection.execute(f"SELECT * FROM {table.name}")
    names = [column.name for column in table.columns]
    while batch := found.fetchmany(_BATCH):
        yield from (dict(zip(names, row, strict=True)) for row in batch)


def _count(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table.name}").fetchall()[0]
    return int(count)


def _quoted(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"
