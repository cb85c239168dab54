"""The table of numbering styles (``styles.toml``), compiled."""

import re
from dataclasses import dataclass

from converter.kept import kept
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


@dataclass(frozen=True, slots=True)
class Style:
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
    signs: re.Pattern[str] | None
    """What its numbers begin with, where that is one of several signs: most texts have none of a rare style."""

    @property
    def amid(self) -> bool:
        """Whether a mark may stand elsewhere than at the start of a line."""
        return self.inside or self.glued or self.flat or self.note


_SIGNS = re.compile(r"\(\?P<n>(?P<signs>\[[^\]]+\])")


@kept
def styles() -> tuple[Style, ...]:
    """All styles, outermost first."""
    return tuple(sorted(map(_style, STYLES.load().style), key=lambda style: style.rank))


def _style(row: _Row) -> Style:
    signs = _SIGNS.search(row.num)
    return Style(
        row.key, re.compile(row.num), row.rank, row.point, row.inside, row.glued, row.headline, row.note, row.flat,
        row.several, row.tree,
        re.compile(row.loose) if row.loose else None,
        re.compile(signs["signs"]) if signs else None,
    )  # fmt: skip
