"""Totals told behind the counts that they are of (``parts.toml``)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from converter.checks.parts import are_apart
from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import PARTS
from converter.figures.alternatives import either
from converter.figures.links import Row
from converter.figures.numerals import decimal_of
from converter.model import Note, Observation

_OF_SO_MANY = "(?P<number>[二两三四五六七八九])(?:[项者类家方]|个?部门|条线|支队伍)"
_TOTAL = re.compile(
    rf"[^,;:。()\d等]{{0,16}},(?:{_OF_SO_MANY}|{either(PARTS.load().before_total)})?(?:{either(PARTS.load().total)})[^,;:。()\d]{{0,8}}"
)
_APART = re.compile(r"[^,;:。()\d]{0,16},[^,;:。()\d]{0,20}")
_LISTED = re.compile(r"[^,;:。()\d]{0,16}[、和及][^,;:。()\d]{0,20}")


def totals(told: ObservedReport) -> Iterator[Note]:
    """Totals told behind a list of counts (105件、83件,共计190件) that are not its sum."""
    for _, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        row = Row(told.report.folded, tuple(figures))
        for at in range(2, len(row.figures)):
            said = _TOTAL.fullmatch(row.between(at - 1, at))
            if said and _add_up(row, at - 1, at):
                yield from _total(told, row.figures[at], _parts(told, row, at, said["number"]))


def _parts(told: ObservedReport, row: Row, at: int, number: str | None) -> Sequence[Observation]:
    """What a total is of: the list before it, as many counts before it as it says, or counts that are apart; else nothing."""
    listed, apart = _listed(row, at, _LISTED), _listed(row, at, _APART)
    if len(listed) > 1 and not number:
        return listed
    if number:
        count = int(decimal_of(number.replace("两", "二")) or 0)
        return apart[-count:] if len(apart) >= count > 1 else ()
    return apart if len(apart) > 1 and are_apart(told, apart) else ()


def _total(told: ObservedReport, total: Observation, parts: Sequence[Observation]) -> Iterator[Note]:
    if parts and told.sum(parts).apart(told.possible(total)):
        said = {"total": told.surface(total), "parts": told.listed(parts)}
        exact = sum((part.value for part in parts), start=Decimal(0))
        yield note("total-does-not-fit", [total, *parts], {**said, "sum": in_digits(exact)})


def _add_up(row: Row, first: int, second: int) -> bool:
    """True where both count the same kind of thing, or are amounts of money."""
    one, other = row.figures[first], row.figures[second]
    money = {one.unit, other.unit} == {"元"} and one.measure == "level"
    return row.same_count(first, second) or (money and row.alike(first, second))


def _listed(row: Row, at: int, joint: re.Pattern[str]) -> list[Observation]:
    """The counts before a total that ``joint`` joins into one list."""
    first = at - 1
    while first and _add_up(row, first - 1, at) and joint.fullmatch(row.between(first - 1, first)):
        first -= 1
    return list(row.figures[first:at])
