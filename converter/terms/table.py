"""The terms as the data file beside this module gives them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from converter.errors import InputError

GAP = "…"


@dataclass(frozen=True, slots=True)
class Term:
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


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the file."""
    text = files(__package__).joinpath("termbase.csv").read_text(encoding="utf-8")
    return read(text)


def read(table: str) -> tuple[Term, ...]:
    """The terms of a table in the form of ``termbase.csv``.

    Raises InputError, naming the line, where a row has no Chinese or no printable English, another number of cells
    than the head, or an explanation in one language only.
    """
    rows = csv.DictReader(table.splitlines())
    return tuple(_term(row, rows.line_num) for row in rows)


def _term(row: Mapping[str | None, str | None], line: int) -> Term:
    cell = {name: text for name, text in row.items() if name is not None and text is not None}
    if len(cell) != len(row):
        raise InputError("termbase_cells", line=line)
    forms, renderings = _several(cell["zh"]), _several(cell["en"])
    if not forms or not renderings or GAP in renderings[0]:
        raise InputError("termbase_empty", line=line)
    if bool(cell["explain_zh"]) != bool(cell["explain_en"]):
        raise InputError("termbase_one_language", line=line, term=forms[0])
    return Term(
        forms,
        renderings,
        _several(cell["forbidden"]),
        cell["explain_zh"],
        cell["explain_en"],
        cell["glossary_only"] != "yes",
        cell["note"],
        cell["source"],
        _several(cell["not_in"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split("|") if form.strip())
