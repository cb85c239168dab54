"""What a build says where a hand edit and the data of a report no longer agree: plain words, Chinese and English."""

import logging
from collections.abc import Sequence

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from converter.clean.fold import fold
from converter.layout import data_path, name_in
from converter.site.observations import Figure
from converter.site.rows import Columns, Row, written
from converter.site.words import EDITS

# Warnings count for `mkdocs build --strict` only below MkDocs' own logger.
_LOG = logging.getLogger("mkdocs.gongkai")


def warn(kind: str, page: str, figure: Figure, part: str = "", found: str = "") -> None:
    """Warn that ``page`` (a path without suffix) and ``figure`` disagree; ``kind`` is a key of ``edits.toml``."""
    told = EDITS.load()[kind]
    details = {
        "surface": figure.surface,
        "indicator": figure.indicator,
        "value": figure.value,
        "id": figure.id,
        "part": part or figure.part,
        "found": found,
        "data": data_path(name_in(page)),
    }
    _LOG.warning("%s.md：%s。 %s", page, *(told[language].format(**details) for language in ("zh", "en")))


def unreadable(files: Files) -> PluginError | None:
    """What to say of the first page that is no UTF-8, None if all are."""
    for file in files.documentation_pages():
        content = file.content_bytes
        try:
            content.decode()
        except UnicodeDecodeError as error:
            told = EDITS.load()["encoding"]
            line = content.count(b"\n", 0, error.start) + 1
            said = (told[language].format(line=line) for language in ("zh", "en"))
            return PluginError("{}：{}。 {}".format(file.src_uri, *said))
    return None


def warn_of_rows(page: str, rows: Sequence[Row], columns: Columns, figures: Sequence[Figure]) -> None:
    """Warn of each row of the table that says another number than its figure, and of each figure without a row."""
    for row in rows:
        if fold(row.said) != fold(row.figure.surface):
            warn("other_number", page, row.figure, found=row.said)
        value = "" if columns.value is None else written(row.element[columns.value])
        if value and value != row.figure.value:
            warn("other_value", page, row.figure, found=value)
    shown = {row.figure.id for row in rows}
    for figure in figures:
        if figure.id not in shown:
            warn("no_row", page, figure)
