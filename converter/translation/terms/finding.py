"""Where the terms stand in a Chinese text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.caching import kept_latest
from converter.model import Span
from converter.text.fold import fold
from converter.translation.terms.table import Term, terms


class Hit(NamedTuple):
    """A term and where it stands."""

    term: Term
    span: Span


def terms_in(text: str, base: Sequence[Term] | None = None) -> tuple[Hit, ...]:
    """Every place of ``text`` that a term of ``base`` (else the project's) takes, in order, none overlapping.

    Where one begins inside another the longer wins, so 行政执法 is not found in 综合行政执法.
    """
    by_form, pattern = _index(None if base is None else tuple(base))
    found = ((by_form.get(place[0]), Span(*place.span())) for place in pattern.finditer(fold(text)))
    return tuple(Hit(term, span) for term, span in found if term)


@kept_latest(8)
def _index(known: tuple[Term, ...] | None) -> tuple[dict[str, Term], re.Pattern[str]]:
    base = terms() if known is None else known
    by_form = {fold(form): term for term in base for form in term.forms}
    # Words that are no terms are read over like terms, so that none is found inside them.
    others = {fold(word) for term in base for word in term.not_in}
    longest_first = sorted({*by_form, *others}, key=lambda word: (-len(word), word))
    return by_form, re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
