"""What a build says where a hand edit and the data of a report no longer agree: plain words, Chinese and English."""

import logging
from collections.abc import Sequence

from converter.site.content.observations import Figure
from converter.site.markdown.rows import Columns, Row, written
from converter.site.words import EDITS
from converter.text.conflict_marks import conflict_marks
from converter.text.fold import fold

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
    }
    _LOG.warning("%s.md：%s。 %s", page, *(told[language].format(**details) for language in ("zh", "en")))


def warn_of_marks(path: str, markdown: str) -> None:
    """Warn of a page (by its path) on which git's marks of a merge that nobody finished would be published as its text."""
    if marks := conflict_marks(markdown):
        told = EDITS.load()["unfinished_merge"]
        mark = markdown.split("\n")[marks[0] - 1].strip()
        _LOG.warning("%s：%s。 %s", path, *(told[language].format(mark=mark) for language in ("zh", "en")))


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
