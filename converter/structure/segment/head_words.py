"""The patterns of the lines before and behind a report's own text, typed: ``head.toml``."""

from collections.abc import Mapping

from msgspec import field

from converter.knowledge import Record, Table
from converter.text.numerals import Regex

CELL = r"[| ]*"
"""What stands before the first label of a row of the page's table."""


class _Title(Record, frozen=True):
    line: Regex
    first_half: Regex
    second_half: Regex
    broken_half: Regex
    broken_rest: Regex
    open_half: Regex
    open_rest: Regex
    party_half: Regex
    party_rest: Regex
    headline: Regex
    above: Regex
    glued: Regex
    no_title: Regex = field(name="not")


class _Furniture(Record, frozen=True):
    most: int
    empty: Regex
    label: Regex
    row: Regex


class _Close(Record, frozen=True):
    words: Regex
    signature: Regex
    date: Regex


class _Words(Record, frozen=True):
    labels: Mapping[str, Regex]
    title: _Title
    furniture: _Furniture
    close: _Close


HEAD = Table(__package__, "head.toml", _Words)
