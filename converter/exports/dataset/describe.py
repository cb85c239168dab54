"""What describes the files of the dataset: a Data Package for programs, a README for people."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from converter.exports.dataset.descriptions import Kind, both, kinds
from converter.exports.dataset.tables import Table, tables
from converter.exports.labels import Json, program
from converter.exports.labels import both as shared
from converter.exports.package import PROFILES, dialect, field, meanings

NAME = "gongkai-reports"


def data_package(folder: Path, counts: Mapping[str, int]) -> Json:
    """Describes the files in ``folder``; ``counts`` are the rows of each table."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": both("title", " / "),
        "description": "\n\n".join(both(key, "\n\n", **counts) for key in ("description", "compare", "same")),
        "rights": shared("rights", "\n\n"),
        "generator": program(),
        "resources": [_resource(kind, folder / kind.name) for kind in kinds()],
    }


def _resource(kind: Kind, file: Path) -> Json:
    own: Json = {"type": "table", "schema": table_schema(kind.table)} if kind.table else {}
    if kind.format == "csv":
        own |= {"dialect": dialect(), "encoding": "utf-8"}
    # The database is written with other bytes each time, and the description shall not change with it.
    if kind.table:
        with file.open("rb") as content:
            own["hash"] = f"sha256:{hashlib.file_digest(content, 'sha256').hexdigest()}"
    return {
        "name": kind.name.replace(".", "-"),
        "path": kind.name,
        "description": f"{kind.zh}\n\n{kind.en}",
        "format": kind.format,
        "mediatype": kind.media,
        "bytes": file.stat().st_size,
    } | own


def table_schema(table: Table) -> Json:
    """The Table Schema of a table in every format."""
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }


def readme(counts: Mapping[str, int]) -> str:
    """The README in Markdown: what this is, the files, how to use them, every column."""
    parts = (_head(counts), _files(), _use(), *(_table(table, counts) for table in tables()))
    return "\n".join(line for part in parts for line in (*part, ""))


def _head(counts: Mapping[str, int]) -> Iterator[str]:
    yield f"# {both('title', ' / ')}"
    for key in ("description", "compare", "same"):
        yield from ("", both(key, "\n", **counts))
    yield from ("", shared("rights", "\n"))


def _files() -> Iterator[str]:
    yield from (f"## {both('files')}", "")
    yield from (f"- `{kind.name}`: {kind.zh} / {kind.en}" for kind in kinds())


def _use() -> Iterator[str]:
    yield from (f"## {both('example')}", "", "```sql")
    yield "SELECT region, report_year, value, upper, unit, bound, status, quote FROM 'figures.parquet'"
    yield "WHERE code = 'FG.1.1-01' ORDER BY region_code, report_year;"
    yield "SELECT code, region, year, value, common_unit FROM 'comparable.parquet';"
    yield "SELECT region, body, report_year, received, granted_share, carried_over FROM 'requests.parquet';"
    yield "```"


def _table(table: Table, counts: Mapping[str, int]) -> Iterator[str]:
    yield from (f"## {table.name} · {table.zh} / {table.en} ({counts[table.name]})", "")
    yield from (f"{table.about_zh} / {table.about_en}", "")
    yield f"| {both('column')} | {both('type')} | {both('meaning')} |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        codes = meanings(column).replace("\n", "<br>")
        words = f"{column.zh}：{column.about_zh}<br>{column.en}: {column.about_en}"
        yield f"| `{column.name}` | {column.type} | {'<br>'.join(filter(None, (words, codes)))} |"
