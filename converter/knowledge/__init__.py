"""The tables that come with the program (TOML, CSV), typed: each read when it is first needed, once, into frozen records.

A table is declared beside the code that uses it, as ``STYLES = Table(__package__, "styles.toml", Styles)``.  What an
editor may write there is said by the type alone; what does not fit it is told by file, row and field (``TableError``).
"""

from converter.knowledge.records import (
    Bilingual,
    Notation,
    Phrase,
    Phrases,
    Record,
    only_once,
)
from converter.knowledge.tables import Table, files_of, parse, try_table

__all__ = [
    "Bilingual",
    "Notation",
    "Phrase",
    "Phrases",
    "Record",
    "Table",
    "files_of",
    "only_once",
    "parse",
    "try_table",
]
