"""What readers ask in words of their own, by language: ``synonyms.toml``."""

import re
from collections.abc import Iterable, Iterator

from converter.errors import SlipError
from converter.knowledge import Record, Table
from converter.model import Role
from converter.site.search.fold import Fold
from converter.site.search.variants import variants


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


_BEGIN = 2
_ROWS = 15  # of the table in a file
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def asked_in(language: str) -> Iterator[tuple[str, object]]:
    """The table of one language as files for the browser, with their names.

    What people say in Chinese is known at first by how it begins, and is loaded by who may have said it; English words
    have too many forms for that.
    """
    table = SYNONYMS.load()[language]
    rows = [[row.ask, row.means, row.role or ""] for row in table.synonym]
    words = {"meaning": table.meaning, "number": table.number, "aside": table.aside}
    if not any(_CHINESE.search(ask) for row in table.synonym for ask in row.ask):
        yield f"asked/{language}", {**words, "synonyms": rows}
        return
    files = [slice(start, start + _ROWS) for start in range(0, len(rows), _ROWS)]
    yield from ((f"said/{language}/{number}", rows[of]) for number, of in enumerate(files))
    yield f"asked/{language}", {**words, "begins": [_begins(table.synonym[of]) for of in files]}


def _begins(rows: Iterable[_Synonym]) -> str:
    """The first two characters, folded, of all that is asked; a single one twice."""
    fold = Fold(variants())
    asked = ("".join(fold(ask).split()) for row in rows for ask in row.ask)
    return "".join(sorted({(ask * _BEGIN)[:_BEGIN] if len(ask) < _BEGIN else ask[:_BEGIN] for ask in asked}))
