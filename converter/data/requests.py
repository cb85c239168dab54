"""What a report says of requests for government information: the amounts of the national form (``requests.toml``)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from converter.data.file import ReportFile
from converter.data.observed import Observation
from converter.knowledge import Bilingual, Table

_TENTH = Decimal("0.1")


class Amount(Bilingual, frozen=True):
    """What is counted: the indicator that states it, and those that add up to it; ``result`` where the total is made of it."""

    code: str
    parts: tuple[str, ...] = ()
    result: bool = False


AMOUNTS = Table(__package__, "requests.toml", dict[str, Amount])


class Stated(NamedTuple):
    """An amount, and the figure that states it, the first of several that add up to it; none for a blank cell."""

    value: Decimal
    figure: Observation | None = None


Requests = Mapping[str, Stated]
"""What a report says, by the keys of ``requests.toml``."""


def request_amounts() -> Mapping[str, Amount]:
    """Everything that is counted, in the order of the form."""
    return AMOUNTS.load()


def results() -> Mapping[str, Amount]:
    """What may become of a request, in the order of the form."""
    return {key: amount for key, amount in request_amounts().items() if amount.result}


def requests_of(report: ReportFile) -> Requests:
    """What a report says of the requests of its own year; an amount that it states in two ways is left out.

    A blank cell is nought only where the form's own sums hold with it.
    """
    found = _by_code(report)
    told = {key: stated for key, amount in request_amounts().items() if (stated := _stated(amount, found))}
    whole = _balanced({**told, **_results(told, found)})
    return {key: whole[key] for key in request_amounts() if key in whole}


def share(part: Stated | None, whole: Stated | None) -> Decimal | None:
    """How many of a hundred, to the tenth; None where nothing is known or nothing was."""
    if part is None or whole is None or not whole.value:
        return None
    return (part.value * 100 / whole.value).quantize(_TENTH, ROUND_HALF_UP)


def _by_code(report: ReportFile) -> Mapping[str, Stated]:
    """The one value of each indicator: a table's before that of the prose."""
    codes = {code for amount in request_amounts().values() for code in (amount.code, *amount.parts)}
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for seen in report.observations:
        if seen.code in codes and _is_of_year(seen, report.report_year):
            found[seen.code or ""].append(seen)
    return {code: stated for code, seen in found.items() if (stated := _one([*seen]))}


def _is_of_year(seen: Observation, year: int | None) -> bool:
    exact = (seen.bound, seen.status, seen.measure) == ("exact", "result", "level") and seen.ends[1] is None
    return exact and seen.period in (None, f"{year}年", f"{year}年度")


def _one(figures: Iterable[Observation]) -> Stated | None:
    cells = [seen for seen in figures if seen.cell]
    told = cells or [*figures]
    return Stated(told[0].ends[0], told[0]) if len({seen.ends[0] for seen in told}) == 1 else None


def _stated(amount: Amount, found: Mapping[str, Stated]) -> Stated | None:
    """An amount that is stated itself, or all of whose parts are."""
    if amount.code in found:
        return found[amount.code]
    parts = [found[code] for code in amount.parts if code in found]
    return _sum(parts) if parts and len(parts) == len(amount.parts) else None


def _results(told: Requests, found: Mapping[str, Stated]) -> Requests:
    """The results with blank cells as noughts, where they then add up to the total; nothing otherwise."""
    if "concluded" not in told:
        return {}
    added = {
        key: told.get(key) or _sum([found[code] for code in amount.parts if code in found])
        for key, amount in results().items()
    }
    return added if sum(stated.value for stated in added.values()) == told["concluded"].value else {}


def _sum(parts: Iterable[Stated]) -> Stated:
    parts = [*parts]
    return Stated(
        sum((part.value for part in parts), Decimal(0)), next((part.figure for part in parts), None)
    )


def _balanced(told: Requests) -> Requests:
    """Received and carried in are what was concluded and carried over: what is blank is nought where that holds."""
    keys = ("received", "carried_in", "concluded", "carried_over")
    around = {key: told.get(key, Stated(Decimal(0))) for key in keys}
    come = around["received"].value + around["carried_in"].value
    gone = around["concluded"].value + around["carried_over"].value
    return {**told, **around} if come == gone and "received" in told and "concluded" in told else told
