"""The terms as the data file beside this module gives them."""

from typing import Literal

from msgspec import Struct

from converter.caching import kept
from converter.errors import SlipError
from converter.knowledge import Record, Table, only_once, parse

GAP = "…"


class Term(Struct, frozen=True):
    """One term.  ``forms`` are its variants in Chinese, ``renderings`` those in English, the preferred ones first.

    ``not_in`` are other words that only look as if they held it (述法 in 上述法律), ``forbidden`` renderings that
    mislead.  ``explain_zh`` and ``explain_en`` are empty where the words explain
    themselves.  A term that is not ``checked`` is explained but never missed in a translation.
    """

    forms: tuple[str, ...]
    renderings: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    explain_zh: str = ""
    explain_en: str = ""
    checked: bool = True
    note: str = ""
    source: str = ""
    not_in: tuple[str, ...] = ()

    @property
    def zh(self) -> str:
        """The term in Chinese."""
        return self.forms[0]

    @property
    def en(self) -> str:
        """The preferred rendering."""
        return self.renderings[0]

    @property
    def whole_renderings(self) -> tuple[str, ...]:
        """The renderings that stand in a text as they are, without a gap for other words."""
        return tuple(rendering for rendering in self.renderings if GAP not in rendering)

    def explanation(self, language: str) -> str:
        """What the term means, in the words of ``language``; empty where it explains itself."""
        return {"zh": self.explain_zh, "en": self.explain_en}[language]


class _Row(Record, frozen=True):
    zh: str
    not_in: str
    en: str
    forbidden: str
    explain_zh: str
    explain_en: str
    glossary_only: Literal["yes", ""]
    note: str
    source: str

    def __post_init__(self) -> None:
        forms, renderings = _several(self.zh), _several(self.en)
        if not forms or not renderings or GAP in renderings[0]:
            raise SlipError("termbase_empty")
        if bool(self.explain_zh) != bool(self.explain_en):
            raise SlipError("termbase_one_language", term=forms[0])


class _Termbase(Record, frozen=True):
    row: tuple[_Row, ...]

    def __post_init__(self) -> None:
        only_once((row.zh for row in self.row), "zh")


TERMBASE = Table(__package__, "termbase.csv", _Termbase)


@kept
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the file."""
    return tuple(map(_term, TERMBASE.load().row))


def read(table: str) -> tuple[Term, ...]:
    """The terms of a table in the form of ``termbase.csv``.

    Raises TableError, naming the line, where a row has no Chinese or no printable English, another number of cells
    than the head, or an explanation in one language only.
    """
    return tuple(map(_term, parse(TERMBASE.file, table.encode(), _Termbase).row))


def _term(row: _Row) -> Term:
    return Term(
        _several(row.zh),
        _several(row.en),
        _several(row.forbidden),
        row.explain_zh,
        row.explain_en,
        row.glossary_only != "yes",
        row.note,
        row.source,
        _several(row.not_in),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split("|") if form.strip())
