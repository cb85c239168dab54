"""What several reports state of one indicator, and which of it may be set side by side."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.data import ends_of
from converter.indicators import Indicator
from converter.indicators import entry as indicator_of
from converter.pages.library.entries import LibraryReport, Value
from converter.pages.library.regions import Region

_ROUNDED = 10_000  # from here on reports round, to so many 万
_YEARLY = re.compile(r"年度?$")
_Sort = tuple[str, str, str, str, str]


class Stated(Struct, frozen=True):
    """A value with the report that states it and, where the report names one, its region."""

    value: Value
    entry: LibraryReport
    region: Region


def by_indicator(regions: Iterable[Region]) -> Mapping[str, tuple[Stated, ...]]:
    """What the reports state, by code in order, each indicator in the order of regions and years.

    What a report says twice of an indicator is given once.  Codes the dictionary no longer has are left out.
    """
    found: dict[str, dict[object, Stated]] = {}
    for region in regions:
        for entry in region.entries:
            for value in entry.values:
                same = (entry.name, value.value, value.unit, value.bound, value.status, value.period)
                found.setdefault(value.code, {}).setdefault(same, Stated(value, entry, region))
    return {code: tuple(rows.values()) for code, rows in sorted(found.items()) if _known(code)}


def _known(code: str) -> bool:
    try:
        return bool(indicator_of(code))
    except KeyError:
        return False


def reports_of(rows: Iterable[Stated]) -> int:
    """How many reports state something of the indicator."""
    return len({row.entry.name for row in rows})


def drawable(rows: Sequence[Stated]) -> Mapping[str, Decimal]:
    """The values that may stand in one chart, by report and id: exact results of one unit, measure and period.

    Where several sorts occur it is the one most rows have.  A report that states two values of that sort has
    none in the chart: nothing says which of them is meant.  Fewer than two values make no chart.
    """
    sorts = [(row, number, _sort(row)) for row in rows if (number := _number(row.value)) is not None]
    usual = Counter(sort for _, _, sort in sorts).most_common(1)
    own = [(row, number) for row, number, sort in sorts if usual and sort == usual[0][0]]
    once = Counter(row.entry.name for row, _ in own)
    chosen = {key(row): number for row, number in own if once[row.entry.name] == 1}
    return chosen if len(chosen) > 1 else {}


def key(row: Stated) -> str:
    """Names the row on its page."""
    return f"{row.entry.name}/{row.value.id}"


def _number(value: Value) -> Decimal | None:
    number, upper = ends_of(value.value)
    exact = upper is None and value.bound == "exact" and value.status == "result"
    return number if exact and number >= 0 else None


def _sort(row: Stated) -> _Sort:
    whose = "body" if row.entry.body else "place"
    return _unit(row), row.value.measure, _period(row), row.value.status, whose


def _unit(row: Stated) -> str:
    # 件 and 宗 count the same where the indicator says so.
    known = indicator_of(row.value.code)
    return known.unit if row.value.unit in known.units else row.value.unit


def _period(row: Stated) -> str:
    """The period with the year of the report left open, so that the same months of two years are the same."""
    period = row.value.period.replace(str(row.entry.year), "Y")
    return "Y" if period in ("", "Y年", "Y年度") else _YEARLY.sub("年", period)


def warnings(rows: Sequence[Stated], indicator: Indicator) -> Iterator[str]:
    """What a reader must know before comparing, as keys of ``words.toml``."""
    if indicator.means_zh:
        yield "means"
    for differs, tells in (("unit", _unit), ("measure", _measure), ("period", _period)):
        if len({tells(row) for row in rows}) > 1:
            yield differs
    if len({bool(row.entry.body) for row in rows}) > 1:
        yield "body"
    if any(row.value.scope for row in rows):
        yield "scope"
    if any(row.value.status != "result" for row in rows):
        yield "status"
    if any(row.value.bound != "exact" for row in rows):
        yield "bound"
    if reports_of(rows) < len(rows):
        yield "several"
    if _told_otherwise(rows):
        yield "otherwise"


def _told_otherwise(rows: Sequence[Stated]) -> bool:
    """True where two reports on one body of one place give different values of one sort, each one of them."""
    found: dict[object, list[Stated]] = {}
    for row in rows:
        if row.value.bound == "exact" and row.region.name:
            found.setdefault((row.region.slug, row.entry.body, row.entry.year, _sort(row)), []).append(row)
    return any(
        1 < len(own) == reports_of(own) and any(_differ(own[0], other) for other in own[1:])
        for own in found.values()
    )


def _differ(one: Stated, other: Stated) -> bool:
    """True for two values of which neither may be the other rounded (2.3万 and 23015)."""
    first, second = _number(one.value), _number(other.value)
    if first is None or second is None:
        return False
    rounded = [value for value in (first, second) if value >= _ROUNDED]
    exponents = [int(value.normalize().as_tuple().exponent) for value in rounded]
    return abs(first - second) >= Decimal(1).scaleb(max((0, *exponents)))


def _measure(row: Stated) -> str:
    return row.value.measure
