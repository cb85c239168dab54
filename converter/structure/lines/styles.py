"""The table of numbering styles (``styles.toml``), compiled."""

import re
from collections.abc import Iterable

from msgspec import Struct

from converter.caching import kept
from converter.knowledge import Record, Table, only_once
from converter.text.numerals import Regex


class _Row(Record, frozen=True):
    key: str
    num: Regex
    rank: int
    point: bool
    inside: bool
    glued: bool
    headline: int
    note: bool = False
    flat: bool = False
    several: bool = False
    tree: bool = False
    loose: Regex | None = None


class _Styles(Record, frozen=True):
    style: tuple[_Row, ...]

    def __post_init__(self) -> None:
        only_once((row.key for row in self.style), "key")


STYLES = Table(__package__, "styles.toml", _Styles)


class Style(Struct, frozen=True):
    """One way of numbering parts; the fields are explained in ``styles.toml``."""

    key: str
    num: re.Pattern[str]
    rank: int
    point: bool
    inside: bool
    glued: bool
    headline: int
    note: bool
    flat: bool
    several: bool
    tree: bool
    loose: re.Pattern[str] | None
    signs: frozenset[str]
    """What its numbers begin with, where that is one of several signs: most texts have none of a rare style."""

    def numbers(self, folded: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """What may be a number of it in a piece of a text; of most styles that is nowhere but at its start."""
        if self.inside or self.glued or self.flat or self.note:
            return self.num.finditer(folded, start, end)
        match = self.num.match(folded, start, end)
        return (match,) if match else ()


_SIGNS = re.compile(r"\(\?P<n>\[(?P<signs>[^\]\\-]+)\]")


@kept
def styles() -> tuple[Style, ...]:
    """All styles, outermost first."""
    return tuple(sorted(map(_style, STYLES.load().style), key=lambda style: style.rank))


@kept
def any_sign() -> re.Pattern[str]:
    """Any sign that numbers of some style begin with."""
    return re.compile(f"[{''.join(sorted(frozenset().union(*(style.signs for style in styles()))))}]")


def _style(row: _Row) -> Style:
    signs = _SIGNS.search(row.num)
    return Style(
        row.key, re.compile(row.num), row.rank, row.point, row.inside, row.glued, row.headline, row.note, row.flat,
        row.several, row.tree,
        re.compile(row.loose) if row.loose else None,
        frozenset(signs["signs"]) if signs else frozenset(),
    )  # fmt: skip
