"""The period a figure speaks of: the last one its sentence names before it, else the report's year."""

import re
from dataclasses import dataclass

from converter.figures.alternatives import either
from converter.figures.tables import PERIODS
from converter.kept import kept
from converter.model import Role

_KNOWN = PERIODS.load()
_BY = r"截[至止]到?(?:目前)?"
_YEAR = r"(?:19|20)\d\d ?年?(?: ?[-~至到] ?(?:19|20)\d\d)? ?年"
_PART = r"(?:度|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[-至]\d{1,2}月|\d{1,2}月(?:\d{1,2}日|份|底|末)?)?+(?:以来|底|末)?+"
TIME = re.compile("[年月季周]")  # one of them is in every period
A_YEAR = re.compile(r"(?:19|20)\d\d")  # one is in every date
DATE = re.compile(rf"(?:[从由自到至比较]|{_BY})?\s?{_YEAR}{_PART}")
PERIOD = re.compile(
    rf"(?<![{''.join(_KNOWN.compared.before)}])(?:"
    rf"(?P<absolute>(?:{_BY})?{_YEAR}{_PART}(?:[-~至到]{_YEAR}{_PART})?)"
    rf"|(?P<month>(?:{_BY})\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?)"
    rf"|(?P<relative>{either(_KNOWN.relative)})"
    rf"|(?P<printed>{either(_KNOWN.printed.words)}|(?:\d+|[一二三四五六七八九十]+)年(?:内|来)|近(?:\d+|[一二三四五两十]+)年)"
    rf")(?!{either(_KNOWN.compared.after)})"
)
# 从2016年的18亿元: the year of this very number, even where others are only compared with.
_OF_YEAR = re.compile(rf"(?:(?P<year>{_YEAR}{_PART})的|[从由](?P<from>{_YEAR}{_PART}))$")
# A day tells when something happened and is no period, but for the day up to which something is counted.
_DAY = re.compile(r"(?<=^\d{4}年)\d{1,2}月\d{1,2}日$")
_OPENING = re.compile("[《“(]")
_TITLES = re.compile(r"《[^》]*》|“[^”]{1,16}”|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Years:
    """The year a passage tells of and the year in which it speaks, None where the report's year is unknown."""

    told: int | None
    now: int | None

    @property
    def default(self) -> str | None:
        """The period of figures in a sentence that names none."""
        return None if self.told is None else f"{self.told}年"


@kept
def years_of(year: int | None, role: Role, given_after: bool) -> Years:
    """A plan tells of the year after the report's and speaks in it; what is given after its year always speaks in that."""
    if year is None:
        return Years(None, None)
    told = year + (role == "plan")
    return Years(told, year + 1 if given_after else told)


def is_given_after(title: str | None, opening: str) -> bool:
    """True for a report that is given at the beginning of the year after the one it reports on."""
    named = any(words in (title or "") for words in _KNOWN.told.titles)
    return named or (not title and any(words in opening for words in _KNOWN.told.openings))


def named_period(before: str, years: Years) -> str | None:
    """The last period named in ``before`` (``without_titles``), with 今年 and the like resolved; None where there is none."""
    found = list(PERIOD.finditer(before)) if TIME.search(before) else []
    if not found:
        return None
    last = found[-1]
    if last["relative"]:
        return _resolved(_KNOWN.relative[last["relative"]], years)
    if last["month"]:
        return re.sub(r"(\d)", rf"{years.told}年\1", last["month"], count=1) if years.told else last["month"]
    return _DAY.sub("", last[0].replace(" ", ""))


def year_of_number(before: str) -> str | None:
    """The year that belongs to the very number behind ``before`` (2016年的18亿元, 由2002年7703元) and to no other."""
    match = _OF_YEAR.search(before) if TIME.search(before) else None
    return (match["year"] or match["from"]).replace(" ", "") if match else None


def without_titles(text: str) -> str:
    """``text`` with blanks in the place of titles, names and brackets: a period in them is none of the sentence's."""
    return _TITLES.sub(lambda match: " " * len(match[0]), text) if _OPENING.search(text) else text


def is_ahead(period: str | None, years: Years) -> bool:
    """True for a period that ends after the year in which it is told."""
    found = re.findall(r"(?:19|20)\d\d", period or "")
    return bool(found) and years.now is not None and int(found[-1]) > years.now


def is_behind(period: str | None, years: Years) -> bool:
    """True for a period that ended long before the passage speaks: what a plan says of it is no plan."""
    found = re.findall(r"(?:19|20)\d\d", period or "")
    return bool(found) and years.now is not None and int(found[-1]) < years.now - 1


def _resolved(template: str, years: Years) -> str | None:
    if years.told is None or years.now is None:
        return None
    return str(template.format(year=years.told, now=years.now, last=years.now - 1, next=years.now + 1))
