"""The period a figure speaks of: the last one its sentence names before it, else the report's year."""

import re
from functools import cache

from converter.figures.knowledge import either, knowledge
from converter.model import Role

_KNOWN = knowledge("periods")
_BY = r"截[至止]到?(?:目前)?"
_YEAR = r"(?:19|20)\d\d ?年?(?: ?[-~至到] ?(?:19|20)\d\d)? ?年"
_PART = r"(?:度|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[-至]\d{1,2}月|\d{1,2}月(?:\d{1,2}日|份|底|末)?)?(?:以来|底|末)?"
DATE = re.compile(rf"(?:[从由自到至]|{_BY})?\s?{_YEAR}{_PART}")
PERIOD = re.compile(
    rf"(?<![{''.join(_KNOWN['compared']['before'])}])(?:"
    rf"(?P<absolute>(?:{_BY})?{_YEAR}{_PART}(?:[-~至到]{_YEAR}{_PART})?)"
    rf"|(?P<month>(?:{_BY})\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?)"
    rf"|(?P<relative>{either(_KNOWN['relative'])})"
    rf"|(?P<printed>{either(_KNOWN['printed']['words'])}|(?:\d+|[一二三四五六七八九十]+)年(?:内|来)|近(?:\d+|[一二三四五两十]+)年)"
    rf")(?!{either(_KNOWN['compared']['after'])})"
)
# 从2016年的18亿元: the year of this very number, even where others are only compared with.
_OF_YEAR = re.compile(rf"(?P<year>{_YEAR}{_PART})的$")
_TITLES = re.compile(r"《[^》]*》|“[^”]{1,16}”|\([^()]*\)")


@cache
def default_period(year: int | None, role: Role) -> str | None:
    """The period of figures in a sentence that names none: a plan speaks of the year after the report's."""
    return None if year is None else f"{year + (role == 'plan')}年"


def named_period(before: str, year: int | None) -> str | None:
    """The last period named in ``before``, with 今年 and the like resolved; None where there is none."""
    visible = _TITLES.sub(lambda match: " " * len(match[0]), before)
    if match := _OF_YEAR.search(visible):
        return match["year"].replace(" ", "")
    found = list(PERIOD.finditer(visible))
    if not found:
        return None
    last = found[-1]
    if last["relative"]:
        return _resolved(_KNOWN["relative"][last["relative"]], year)
    if last["month"]:
        return re.sub(r"(\d)", rf"{year}年\1", last["month"], count=1) if year else last["month"]
    return last[0].replace(" ", "")


def _resolved(template: str, year: int | None) -> str | None:
    if year is None:
        return None
    return str(template.format(year=year, last=year - 1, next=year + 1))
