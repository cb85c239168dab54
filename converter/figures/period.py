"""The period a figure speaks of: the last one its sentence names before it, else the report's year."""

import re
from dataclasses import dataclass

from converter.figures.alternatives import either
from converter.figures.tables import PERIODS
from converter.kept import kept, kept_latest
from converter.model import Role
from converter.text.numerals import with_digit_years

_KNOWN = PERIODS.load()
_BY = r"截[至止]到?(?:目前)?"
_YEAR = r"(?:19|20)\d\d ?年?(?: ?[-~至到] ?(?:19|20)\d\d)? ?年"
_PART = r"(?:度|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[-至]\d{1,2}月|\d{1,2}月(?:\d{1,2}日|份|底|末)?)?+(?:以来|至今|底|末)?+"
TIME = re.compile("[年月季周]")  # one of them is in every period
A_YEAR = re.compile(r"(?:19|20)\d\d")  # one is in every date
_SPELLED = re.compile("[一二][九〇○零O][^,]{2} ?年")  # 一九八五年
_NOT_CARRIED = "".join(f"(?<!{word})" for word in _KNOWN.carried.to)
DATE = re.compile(
    rf"{_NOT_CARRIED}(?:[从由自到至比较]|{_BY})?\s?{_NOT_CARRIED}{_YEAR}{_PART}(?!{either(_KNOWN.carried.from_)})"
)
PERIOD = re.compile(
    rf"(?<![{''.join(_KNOWN.compared.before)}]){_NOT_CARRIED}(?:"
    rf"(?P<absolute>(?:{_BY})?{_YEAR}{_PART}(?:[-~至到]{_YEAR}{_PART})?)"
    rf"|(?P<month>(?:{_BY})\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?)"
    rf"|(?P<relative>{either(_KNOWN.relative)})"
    rf"|(?P<printed>{either(_KNOWN.printed.words)}|(?:\d+|[一二三四五六七八九十]+)年(?:内|来)|(?<!创)近(?:\d+|[一二三四五两十]+)(?:年|个?月)(?!来?(?:新高|最高|新低|最低|最好)))"
    rf")(?!{either([*_KNOWN.compared.after, *_KNOWN.carried.from_])})"
)
_YEAR_AFTER = r"(?:20\d\d年度?|(?:下|次)一?年度?|明年)"
_YEAR_BEFORE = r"(?:(?:20\d\d|上|去|前)一?年度?)"
_CARRIED = re.compile(
    rf"(?:{either(_KNOWN.carried.to)}){_YEAR_AFTER}|{_YEAR_BEFORE}(?={either(_KNOWN.carried.from_)})"
)
# 对2019年以来建设的885个项目: the period of these things alone.
_ATTRIBUTE = re.compile(r"[^,;:。\d]{1,24}的\s?\d")
_BOUNDARIES = ",;:。"
# 2019年和2020年分别制定18件和12件; 2016年至2018年依次为21起、17起、12起
_YEARS = re.compile(r"(?P<list>\d{4}年(?:[、和及]\d{4}年)+)|(?P<first>\d{4})年?[-~至到](?P<last>\d{4})年")
_WHOLE_YEAR = re.compile(r"\d{4}年度?")
_DEALT = re.compile("分别|依次")
# 从2016年的18亿元: the year of this very number, even where others are only compared with.
_OF_YEAR = re.compile(
    rf"(?:(?<!恢复到)(?<!恢复至)(?<!相当于)(?P<year>{_YEAR}{_PART})的|[从由](?P<from>{_YEAR}{_PART})|(?P<relative>{either(_KNOWN.relative)})的)$"
)
# A day tells when something happened and is no period, but for the day up to which something is counted.
_DAY = re.compile(r"(?<=^\d{4}年)\d{1,2}月\d{1,2}日$")
_OPENING = re.compile("[《“(]")
_TITLES = re.compile(r"《[^》]*》|“[^”]{1,16}”|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Years:
    """The year a passage tells of and the year in which it speaks, None where the report's year is unknown."""

    told: int | None
    now: int | None
    concluded: bool = False
    """True where the report's year is said nowhere and was concluded from its text."""
    lent: bool = False
    """True where the text is no report and has no year of its own; that of which it speaks is lent to its figures."""

    @property
    def default(self) -> str | None:
        """The period of figures in a sentence that names none."""
        return None if self.told is None else f"{self.told}年"

    @property
    def following(self) -> str | None:
        """The year after the one told of."""
        return None if self.told is None else f"{self.told + 1}年"


@kept
def years_of(year: int | None, role: Role, given_after: bool, concluded: bool, lent: bool) -> Years:
    """A plan tells of the year after the report's and speaks in it; what is given after its year always speaks in that."""
    if year is None:
        return Years(None, None)
    told = year + (role == "plan")
    return Years(told, year + 1 if given_after else told, concluded, lent)


def is_given_after(title: str | None, opening: str) -> bool:
    """True for a report that is given at the beginning of the year after the one it reports on."""
    named = any(words in (title or "") for words in _KNOWN.told.titles)
    return named or (not title and any(words in opening for words in _KNOWN.told.openings))


def with_years(text: str) -> str:
    """``text`` with the years that it spells (一九八五年) in digits, as long as before."""
    return with_digit_years(text) if _SPELLED.search(text) else text


def named_period(before: str, years: Years, known: str | None = None) -> str | None:
    """The last period named in ``before`` (``without_titles``) that holds at its end, with 今年 and the like resolved; else
    ``known``, what the sentence before has said."""
    found = list(PERIOD.finditer(before)) if TIME.search(before) else []
    if not found:
        return known
    clause = max(map(before.rfind, _BOUNDARIES)) + 1
    holding = [match for match in found if match.start() >= clause or not _is_of_its_clause(match)]
    if not holding:
        return known
    told = [said for match in holding if match[0] not in _KNOWN.own.weak and (said := _printed(match, years))]
    before_it = told[-1] if told else known
    is_year = before_it and _WHOLE_YEAR.fullmatch(before_it)
    return before_it if is_year or holding[-1][0] not in _KNOWN.own.weak else _printed(holding[-1], years)


def without_carried(text: str) -> str:
    """``text`` with blanks in the place of years that something was carried over from or to (结转下年度, 上年结转)."""
    return _CARRIED.sub(lambda match: " " * len(match[0]), text)


def _is_of_its_clause(match: re.Match[str]) -> bool:
    """True for 每年 and the like, and for the period of certain things (2018年以来制发的154件文件)."""
    every = match[0].startswith(_KNOWN.own.words)
    return every or _ATTRIBUTE.match(match.string, match.end()) is not None


def _printed(match: re.Match[str], years: Years) -> str | None:
    if match["relative"]:
        return _resolved(_KNOWN.relative[match["relative"]], years)
    if match["month"]:
        month = match["month"]
        return re.sub(r"(\d)", rf"{years.told}年\1", month, count=1) if years.told else month
    return _DAY.sub("", match[0].replace(" ", ""))


def periods_of_list(before: str, count: int) -> list[str]:
    """The year of each of ``count`` figures behind ``before``, where it deals them out to years; else nothing."""
    found = next(reversed(list(_YEARS.finditer(before))), None) if TIME.search(before) else None
    if not found or not _DEALT.search(before, found.end()):
        return []
    if found["list"]:
        listed = [f"{year}年" for year in A_YEAR.findall(found["list"])]
    else:
        listed = [f"{year}年" for year in range(int(found["first"]), int(found["last"]) + 1)]
    return listed if len(listed) == count else []


def year_of_number(before: str, years: Years) -> str | None:
    """The year that belongs to the very number behind ``before`` (2016年的18亿元, 由2002年7703元) and to no other."""
    match = _OF_YEAR.search(before) if TIME.search(before) else None
    if match and match["relative"]:
        return _resolved(_KNOWN.relative[match["relative"]], years)
    return (match["year"] or match["from"]).replace(" ", "") if match else None


def without_titles(text: str) -> str:
    """``text`` with blanks in the place of titles, names and brackets: a period in them is none of the sentence's."""
    return _TITLES.sub(lambda match: " " * len(match[0]), text) if _OPENING.search(text) else text


@kept_latest(256)  # of the periods of a report
def is_ahead(period: str | None, years: Years) -> bool:
    """True for a period that ends after the year in which it is told."""
    found = A_YEAR.findall(period or "")
    return bool(found) and years.now is not None and int(found[-1]) > years.now


@kept_latest(256)
def is_behind(period: str | None, years: Years) -> bool:
    """True for a period that ended before the year told of: what a plan says of it is no plan."""
    found = A_YEAR.findall(period or "")
    return bool(found) and years.told is not None and int(found[-1]) < years.told


def _resolved(template: str, years: Years) -> str | None:
    if years.told is None or years.now is None:
        return None
    return str(template.format(year=years.told, now=years.now, last=years.now - 1, next=years.now + 1))
