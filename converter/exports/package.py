"""The data package: what describes the files of a report to programs (Frictionless Data Package 2, Table Schema)."""

import hashlib
from collections.abc import Mapping

from converter.data import ReportFile
from converter.exports.labels import Column, Json, Kind, Language, both, codes, columns, kinds, program
from converter.exports.readable import headings

PROFILES = "https://datapackage.org/profiles/2.0"


def data_package(report: ReportFile, name: str, files: Mapping[str, bytes], homepage: str | None) -> Json:
    """Describes ``files`` (contents by name), which lie beside it; ``homepage`` is the site's address if known.

    No licence is given, as nobody has given one; ``rights`` says so in words.
    """
    title = report.title or both("untitled")
    described: Json = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "title": both("figures_of", " / ", report=title),
        "description": both("description", "\n\n", report=title, count=len(report.observations)),
        "rights": both("rights", "\n\n"),
        "sources": [_source(report)],
        "generator": program(),
        "resources": [_resource(kind, files[kind.name]) for kind in kinds() if kind.name in files],
    }
    return described | ({"homepage": homepage} if homepage else {})


def original_of(report: ReportFile) -> str | None:
    """The address the report was first published at, None where the sidecar file gives no web address."""
    value = report.fact("original")
    return value if value.startswith(("https://", "http://")) else None


def _source(report: ReportFile) -> Json:
    """The raw report; it has a ``path`` only where that is an address, as it does not lie in the package."""
    original = original_of(report)
    told: Json = {"title": report.source.path, "sha256": report.source.sha256}
    return told | ({"path": original} if original else {})


def _resource(kind: Kind, content: bytes) -> Json:
    own: Json = {}
    if kind.key == "figures":
        own = {"type": "table", "dialect": dialect(), "schema": table_schema()}
    elif kind.language:
        own = {"type": "table", "schema": _readable_schema(kind.language)}
    if kind.key == "fulltext":
        own = {"jsonSchema": "fulltext.jsonschema.json"}
    return {
        "name": kind.key,
        "path": kind.name,
        "title": kind.label or kind.name,
        "description": f"{kind.zh}\n\n{kind.en}",
        "format": kind.format,
        "mediatype": kind.media,
        **({"encoding": "utf-8"} if kind.format in ("csv", "json") else {}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    } | own


def dialect() -> Json:
    """How the CSV files are written (Table Dialect)."""
    return {
        "$schema": f"{PROFILES}/tabledialect.json",
        "header": True,
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
    }


def table_schema() -> Json:
    """The Table Schema of ``figures.csv``."""
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [field(column) for column in columns()],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [{"fields": ["related"], "reference": {"resource": "", "fields": ["id"]}}],
    }


def _readable_schema(language: Language) -> Json:
    """The same types under the titles of a language; without it readers guess them from the first rows."""
    fields = [
        {"name": heading.title, "type": "string" if heading.part == "label" else heading.column.type}
        for heading in headings(language)
    ]
    return {"$schema": f"{PROFILES}/tableschema.json", "fields": fields, "missingValues": [""]}


def field(column: Column) -> Json:
    """The column as a field of a Table Schema, its words in both languages."""
    limits: Json = {"required": True} if column.required else {}
    if column.type == "integer":
        limits["minimum"] = 0
    if column.values:
        limits["enum"] = list(codes()[column.values])
    return {
        "name": column.name,
        "type": column.type,
        "title": f"{column.zh} / {column.en}",
        "description": "\n\n".join(filter(None, (column.about_zh, column.about_en, meanings(column)))),
    } | ({"constraints": limits} if limits else {})


def meanings(column: Column) -> str:
    """The codes the column may hold, a line each; empty where it holds no codes."""
    values = codes().get(column.values or "", {})
    return "\n".join(f"{code}: {words['zh']} / {words['en']}" for code, words in values.items())
