"""A report's data to take away: the table of figures as CSV and Excel, the report as JSON, and what describes them.

Pure: bytes in, bytes out.  Same report, same bytes.  The addresses are the same for every language, as the titles
and explanations inside are in both.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from converter.data import ReportFile, report_of_text, schema_text
from converter.exports.comma import csv_file, csv_lines
from converter.exports.labels import Column, Json, Kind, Language, columns, kinds, word
from converter.exports.linked import Encoding, Published, breadcrumbs, linked_dataset, report_work, script
from converter.exports.package import data_package
from converter.exports.readable import Named, Reader, readable
from converter.exports.rows import Row, rows
from converter.exports.workbook import xlsx_file
from converter.layout import data_path

__all__ = [
    "Column",
    "Encoding",
    "Kind",
    "Language",
    "Named",
    "Published",
    "Reader",
    "breadcrumbs",
    "columns",
    "compact",
    "csv_lines",
    "export_files",
    "kinds",
    "linked_dataset",
    "report_work",
    "script",
    "word",
]


class Given(NamedTuple):
    """What a file of a report is made from: its published JSON as bytes and as read, and the table of its figures.

    ``readable`` is that table as the ``readers`` of each language get it.
    """

    data: bytes
    report: ReportFile
    table: Sequence[Row]
    readable: Mapping[Language, Sequence[Row]]
    readers: Mapping[Language, Reader]


def _xlsx(given: Given, language: Language) -> bytes:
    return xlsx_file(given.readable[language], given.report, given.readers[language])


WRITERS: Mapping[str, Callable[[Given], bytes]] = {
    "figures.csv": lambda given: csv_file(given.table),
    "figures.zh.xlsx": lambda given: _xlsx(given, "zh"),
    "figures.en.xlsx": lambda given: _xlsx(given, "en"),
    "fulltext.json": lambda given: compact(given.data),
    "fulltext.jsonschema.json": lambda _: compact(schema_text().encode()),
}
"""The files of a report by name, but the one that describes them: a row more, here and in ``files.toml``, is a file more."""


def export_files(
    data: bytes, name: str, readers: Sequence[Reader], homepage: str | None = None
) -> Mapping[str, bytes]:
    """The files of one report by name (those of ``files.toml``, in that order).

    ``data`` is its published file, which becomes ``fulltext.json`` (``compact``); ``readers`` are those of each language,
    the report's own first, ``homepage`` is the address of the site's root if that is known.  Raises
    InputError ``broken_data``.
    """
    report = report_of_text(data, data_path(name))
    table = rows(report, name, readers[0].pages)
    given = Given(
        data,
        report,
        table,
        {reader.language: readable(table, report, reader, homepage) for reader in readers},
        {reader.language: reader for reader in readers},
    )
    files = {file: write(given) for file, write in WRITERS.items()}
    return files | {"datapackage.json": _json(data_package(report, name, files, homepage))}


def _json(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def compact(data: bytes) -> bytes:
    """The same JSON without the white space with which people read and compare it."""
    return msgspec.json.format(data, indent=-1)
