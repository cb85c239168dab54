"""A grammar read from TOML: an ordered list of forms, of which the first that matches at a place holds there."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from unicodedata import normalize

from msgspec import Struct

from converter.caching import kept
from converter.translation.numbers.number import Kind
from converter.translation.numbers.tables import Row

BLANK = "\0"  # stands in the place of what is no number; no form matches it
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NAMED = re.compile(r"\(\?P<\w+>")


class Form(Struct, frozen=True):
    """One way to write a number.  ``value`` is set where the words are always the same value."""

    name: str
    pattern: str
    kind: Kind
    times: Decimal
    plus: Decimal
    value: Decimal | None
    optional: bool
    firm: bool
    unit: str


class Grammar(Struct, frozen=True):
    """Forms in the order in which they are tried, and all of them as one pattern."""

    forms: Mapping[str, Form]
    any_form: re.Pattern[str]

    def matches(self, text: str) -> Iterator[tuple[Form, re.Match[str]]]:
        """What matches in ``text``, from left to right, without overlap; matches are never empty."""
        at = 0
        while found := self.any_form.search(text, at):
            form = self.forms[found.lastgroup or ""]
            match = _compiled(form.pattern).match(text, found.start())
            if match is not None:
                yield form, match
            at = max(found.end(), found.start() + 1)


def grammar_of(rows: Iterable[Row], macros: Mapping[str, str], start: str = "") -> Grammar:
    """The forms of a table; ``{macro}`` in a pattern is filled in, ``start`` holds where any form begins."""
    forms = {row.name: _form(row, macros) for row in rows}
    parts = (f"(?P<{key}>{_NAMED.sub('(?:', form.pattern)})" for key, form in forms.items())
    return Grammar(forms, re.compile(f"{start}(?:{'|'.join(parts)})"))


def _form(row: Row, macros: Mapping[str, str]) -> Form:
    filled_in = filled(row.pattern, macros)
    pattern = filled_in if row.cased else f"(?i:{filled_in})"
    return Form(row.name, pattern, row.kind, row.times, row.plus, row.value, row.optional, row.firm, row.unit)


@kept
def _compiled(pattern: str) -> re.Pattern[str]:
    # Of each alone, as few of them are met in a report.
    return re.compile(pattern)


def roman(numeral: str) -> int:
    """The value of a Roman numeral of I, V and X."""
    values = [_ROMAN[char] for char in normalize("NFKC", numeral).upper()]
    return sum(-a if b > a else a for a, b in zip(values, [*values[1:], 0], strict=True))


def filled(pattern: str, macros: Mapping[str, str]) -> str:
    """``pattern`` with each ``{macro}`` filled in as it is."""
    for key, text in macros.items():
        pattern = pattern.replace(f"{{{key}}}", text)
    return pattern


def blanker(patterns: Iterable[str], macros: Mapping[str, str]) -> Callable[[str], str]:
    """A function that blanks what the patterns match out of a text, character for character, in any case."""
    pattern = re.compile(filled("|".join(patterns), macros), re.I)
    return lambda text: pattern.sub(lambda match: BLANK * len(match[0]), text)
