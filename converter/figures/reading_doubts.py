"""What a person should look at in a figure's period and status."""

import re
from collections.abc import Iterator

from converter.figures.alternatives import either, starts
from converter.figures.tables import STATUSES
from converter.figures.years import Years
from converter.model import Status

_KNOWN = STATUSES.load().doubt
_AHEAD = re.compile(either(_KNOWN.ahead))
_DONE = re.compile(either(_KNOWN.done))
_ABOUT = re.compile(either(_KNOWN.about))
_ABOUT_STARTS = starts(_KNOWN.about)
_RELATIVE = re.compile(either(_KNOWN.relative))
_COMPARING = ("比", "较")
_YEAR = re.compile(r"(?:19|20)\d\d(?=[年-])")
_BOUNDARY = re.compile("[,;:。]")


def period_doubts(
    named: str | None, period: str | None, status: Status, before: str, years: Years
) -> Iterator[str]:
    """Why the period of a figure behind ``before`` may be another's, as keys of ``data/doubts.toml``; ``named`` is what its
    sentence says, ``period`` what it was given."""
    if period is None:
        if _RELATIVE.search(before):
            yield "period_missing"  # a text without any year has a doubt of its own
        return
    if not (years.concluded or named):
        return
    told = {match[0] for match in _YEAR.finditer(before) if not before[: match.start()].endswith(_COMPARING)}
    if years.concluded and not told and _RELATIVE.search(before):
        yield "period_assumed"
    elif named and not _YEAR.search(_BOUNDARY.split(before)[-1]):
        of = set(_YEAR.findall(named))
        carried = not told and status == "result" and _is_another(of, years)
        if carried or (len(told) > 1 and told - of):
            yield "period_unsure"


def _is_another(of: set[str], years: Years) -> bool:
    """True for years that are neither the one a passage tells of nor the one in which it speaks."""
    own = {str(year) for year in (years.told, years.now) if year is not None}
    return bool(own and of) and own.isdisjoint(of)


def status_doubts(status: Status, clause: str, after: str) -> tuple[str, ...]:
    """Why a figure said to be a result may be none, or one said to be a target a result."""
    about = after[:1] in _ABOUT_STARTS and _ABOUT.match(after)
    ahead = status == "result" and (about or _AHEAD.search(clause.replace("争取到", "")))
    unsure = ahead or (status == "target" and _DONE.search(clause))
    return ("status_unsure",) if unsure else ()
