"""What a figure is told for each of (每人, 每千人, 每亩): it stands at the head of a name, not at its end."""

import re

from converter.figures.alternatives import either
from converter.figures.discourse import NamedBefore
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import thing
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_EACH = re.compile(
    rf"(?P<what>.*?)(?:[由从为]|达到?)*(?P<each>(?:{either(_KNOWN.places)})?(?:平均)?每[十百千万]*(?:{either(_KNOWN.divisors)}))"
)


_ENDS = tuple(_KNOWN.divisors)


def for_each(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``农民的纯收入,平均每人355元``: of what the clause before names, else of the thing told before."""
    found = _each(case.phrase)
    if not found or found["what"]:
        return ""
    of = case.clause_before or thing(memory.base)
    return of and found["each"] + of


def each_first(name: str) -> str:
    """``name`` with what it is told for each of at its head (``财政补助由每人`` → ``每人财政补助``)."""
    found = _each(name)
    return found["each"] + found["what"] if found else name


def _each(name: str) -> re.Match[str] | None:
    return _EACH.fullmatch(name) if "每" in name and name.endswith(_ENDS) else None
