"""What a person should look at in a figure's period and status."""

import re

from converter.figures.alternatives import either
from converter.figures.period import A_YEAR, TIME
from converter.figures.tables import STATUSES
from converter.model import Status

_KNOWN = STATUSES.load().doubt
_AHEAD = re.compile(either(_KNOWN.ahead))
_DONE = re.compile(either(_KNOWN.done))
_PART = re.compile("半年|季度|月")
_BOUNDARY = re.compile("[,;:。]")


def period_doubts(period: str | None, before: str) -> tuple[str, ...]:
    """Why the period of a figure behind ``before`` may be another's, as keys of ``data/doubts.toml``."""
    if not period or not TIME.search(before):
        return ()
    years = set(A_YEAR.findall(before))
    clause = _BOUNDARY.split(before)[-1]
    carried = _PART.search(period) and not _PART.search(clause)
    several = len(years) > 1 and not A_YEAR.search(clause)
    return ("period_unsure",) if carried or several else ()


def status_doubts(status: Status, clause: str) -> tuple[str, ...]:
    """Why a figure said to be a result may be none, or one said to be a target a result."""
    unsure = (status == "result" and _AHEAD.search(clause)) or (status == "target" and _DONE.search(clause))
    return ("status_unsure",) if unsure else ()
