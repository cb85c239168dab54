"""Figures whose name may fit and whose place says that they count something else."""

import re
from typing import Literal

from converter.caching import kept
from converter.figures.alternatives import either
from converter.indicators.levels import is_of_zone
from converter.indicators.pattern import any_of
from converter.indicators.setting import Setting
from converter.indicators.tables import DOUBTS
from converter.indicators.years import adds_years
from converter.model import Observation

_LONGEST = 40  # characters; a longer name is a sentence
_REACH = 120  # characters before a figure in which its clause begins
_NEAR = 5  # characters before a figure in which it is said to be an average
_STOP = re.compile("[,;:。!?\n]")
_DIGIT = re.compile(r"\d")
_LIST_BEHIND = re.compile(r"([^\d,。;:、]{2,20})、(?=[^\d,。;:、]{2,})(?![^,。;:]*?\d)")


def is_doubtful(one: Observation, name: str, setting: Setting) -> bool:
    """True where no code should be given, however well ``name`` matches."""
    folded = setting.folded
    return (
        len(name) > _LONGEST
        or _any("larger").search(name) is not None
        or _counts_lists(one, name)
        or _is_total_of_new(one, name, folded)
        or _counts_more(one, name, folded)
        or is_of_zone(one, folded, setting.headings.get(one.paragraph, ""), setting.own)
        or adds_years(one, folded, setting.several_years, setting.year)
        or (one.measure == "level" and (_is_average(one, name, folded) or _is_due(one, folded)))
    )


def _counts_lists(one: Observation, name: str) -> bool:
    """True where the name is that of lists and the unit none of what they hold (各类事项清单31个)."""
    known = DOUBTS.load()
    return name.endswith(known.lists) and one.unit in known.units_of_lists


def _is_total_of_new(one: Observation, name: str, folded: str) -> bool:
    """True where the name speaks of what is new and the words at the figure of the total (新增3家、累计达20家)."""
    total = _total().search(folded, max(0, one.span.start - 12), one.span.start)
    if total is None or not _any("new").search(name):
        return False
    told_new = _any("new").search(re.split(r"\d", _clause(one, folded))[-1])
    return not (told_new and total[0].startswith(DOUBTS.load().summed))  # 新收申请共计79件: of the new ones


def _counts_more(one: Observation, name: str, folded: str) -> bool:
    """True where the figure counts what a list behind it names, of which the name has the first (5件建议、提案)."""
    match = _LIST_BEHIND.match(folded, one.span.end, one.span.end + _LONGEST)
    return match is not None and name.endswith(re.sub("[“”]", "", match[1]))


def _is_average(one: Observation, name: str, folded: str) -> bool:
    """True where the number is that of one of many, and the name that of all (每平方公里产生1.4亿元的财政收入)."""
    clause = _clause(one, folded)
    near = clause[-_NEAR:]
    return (_any("per").search(clause) is not None and not _any("per").search(name)) or (
        _any("average").search(near) is not None and not _any("average").search(name)
    )


def _is_due(one: Observation, folded: str) -> bool:
    # 应出庭81件、实出庭78件: the second was done.
    return _any("due").search(_DIGIT.split(_clause(one, folded))[-1]) is not None


def _clause(one: Observation, folded: str) -> str:
    return _STOP.split(folded[max(0, one.span.start - _REACH) : one.span.start])[-1]


@kept
def _any(words: Literal["new", "larger", "per", "due", "average"]) -> re.Pattern[str]:
    return any_of(getattr(DOUBTS.load(), words))


@kept
def _total() -> re.Pattern[str]:
    known = DOUBTS.load()
    return re.compile(rf"(?:{either([*known.total, *known.summed])})[^,。;:、\d]{{0,4}}$")
