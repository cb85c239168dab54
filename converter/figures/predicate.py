"""Shares that are named by what stands behind them: ``行政村实现100%通公交``."""

import re

from converter.figures.alternatives import either, guarded
from converter.figures.discourse import NamedBefore
from converter.figures.noun import unbound
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import trimmed, without_change
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_REACHING = re.compile(
    rf"^(?:{guarded(_KNOWN.reaching, before=_KNOWN.lead_not_before)})+|(?:{either(_KNOWN.reaching)})+$"
)
_BEYOND = re.compile(either(_KNOWN.beyond))
# A share that has a name of its own: 满意率, 占比.
_MEASURED = re.compile("[率比重度值数量额]$|占")
_SHARES = ("%", "‰")
_MOVING = ("到", "至", "为", "成")  # to the next figure
_LONGEST = 18  # characters of what they do; more is a story


def by_predicate(case: UnnamedFigure, memory: NamedBefore) -> str:
    """The name of a share: those who do what stands behind it, and what they do; empty where it is no such share."""
    # 企业20家中,超过九成得到支持: of those just counted.
    of_counted = not case.phrase and case.frame.tail.endswith("中") and memory.counted_here
    who = memory.counted if of_counted else case.phrase
    if case.quantity.unit not in _SHARES or case.noun or not who:
        return ""
    if _MEASURED.search(who) or without_change(who) != who:
        return ""
    return _joined(_REACHING.sub("", who), _does(unbound(case.frame.right)))


def _does(right: str) -> str:
    if _BEYOND.match(right) or right.endswith(_MOVING):
        return ""
    does = trimmed(right.partition("、")[0])
    return does if 1 < len(does) <= _LONGEST else ""


def _joined(who: str, does: str) -> str:
    name = who + does if who and does else ""
    # 实现事项“100%网上办、100%掌上办”: the quotation is not of this figure alone.
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")
