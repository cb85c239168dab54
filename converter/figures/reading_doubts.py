"""What a person should look at in a figure's period and status."""

import re
from collections.abc import Iterator

from converter.figures.alternatives import either
from converter.figures.period import Years
from converter.figures.period_patterns import A_YEAR, TIME
from converter.figures.tables import STATUSES
from converter.model import Status

_KNOWN = STATUSES.load().doubt
_AHEAD = re.compile(either(_KNOWN.ahead))
_DONE = re.compile(either(_KNOWN.done))
_ABOUT = re.compile(either(_KNOWN.about))
_RELATIVE = re.compile(either(_KNOWN.relative))
_PART = re.compile("半年|季度|月|近")
_BOUNDARY = re.compile("[,;:。]")


def period_doubts(named: str | None, period: str | None, before: str, years: Years) -> Iterator[str]:
    """Why the period of a figure behind ``before`` may be another's, as keys of ``data/doubts.toml``; ``named`` is what its
    sentence says, ``period`` what it was given."""
    if period is None:
        yield "period_missing"
    elif (years.concluded and _RELATIVE.search(before)) or (years.lent and not named):
        yield "period_assumed"
    elif named and TIME.search(before):
        seen = set(A_YEAR.findall(before))
        clause = _BOUNDARY.split(before)[-1]
        carried = _PART.search(named) and not _PART.search(clause)
        several = len(seen) > 1 and not A_YEAR.search(clause)
        if carried or several:
            yield "period_unsure"


def status_doubts(status: Status, clause: str, after: str) -> tuple[str, ...]:
    """Why a figure said to be a result may be none, or one said to be a target a result."""
    ahead = _AHEAD.search(clause) or _ABOUT.match(after)
    unsure = (status == "result" and ahead) or (status == "target" and _DONE.search(clause))
    return ("status_unsure",) if unsure else ()
