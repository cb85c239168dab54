"""What readers ask in words of their own, by language: ``synonyms.toml``."""

from typing import Any

from converter.errors import SlipError
from converter.knowledge import Record, Table
from converter.model import Role


class _Synonym(Record, frozen=True):
    """Words people ``ask`` with, and what reports say for it (``means``), or the part of a report that tells it (``role``)."""

    ask: tuple[str, ...]
    means: tuple[str, ...] = ()
    role: Role | None = None

    def __post_init__(self) -> None:
        if not self.means and not self.role:
            raise SlipError("table_one_of", fields="means, role")


class _Asked(Record, frozen=True):
    """The words of one language; the fields are explained in ``synonyms.toml``."""

    meaning: tuple[str, ...]
    number: tuple[str, ...]
    aside: tuple[str, ...]
    synonym: tuple[_Synonym, ...]


SYNONYMS = Table(__package__, "synonyms.toml", dict[str, _Asked])


def asked_in(language: str) -> dict[str, Any]:
    """The table of one language as the browser gets it."""
    table = SYNONYMS.load()[language]
    rows = [[row.ask, row.means, row.role or ""] for row in table.synonym]
    return {"meaning": table.meaning, "number": table.number, "aside": table.aside, "synonyms": rows}
