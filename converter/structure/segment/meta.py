"""Report year and publication date, from the title first and from the text where the title is silent."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from converter.model import Span
from converter.text.fold import fold
from converter.text.numerals import digit_values, signs, with_digit_years

_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2}) ?年")
_OPENING_YEAR = re.compile(
    r"(?:^|\n)\W{0,40}(20\d{2}) ?年,(?!(?:我[们局县市区镇省])?(?:将(?![军以于])|要(?!求)|计划|拟|力争))|(?:^|[\n。])\W{0,40}((?:19|20)\d{2}) ?年是[^。\n]{2,80}?[之一]年[,。;]|现将[^。]{0,20}?(20\d{2})(?: ?年|度|(?=[一-龥]))"
)
# 2021年以来,…: of that year, unless the text goes on to tell of later ones.
_SINCE = re.compile(r"(?:^|\n)\W{0,40}(20\d{2}) ?年(?:以来|来),")
# What its data cover: 统计期限自2019年1月1日起至2019年12月31日.
_COVERED = re.compile(r"(20\d{2}) ?年1月1日起?[至到~-]+\1 ?年12月31日")
# 2 0 2 2年度, as some pages space their titles out, and 2022法治政府建设, which lacks its 年.
_SPACED = re.compile(r"(?<!\d)2 (?:0|1) \d \d(?= ?年)")
_BARE_YEAR = re.compile(r"(?<![\d\[(第])(20[0-3]\d)(?=度?[一-龥](?<![号条期版个件次项名人户届章]))")
_FIRST_HEADING = re.compile(
    r"(?:^|\n|[。:] ?)\W{0,40}一、[^\n。]{0,30}?(?<![\d-])((?:19|20)\d{2}) ?年(?!.{0,6}(?:规划|计划|安排))"
)
_PLAN_HEADING = re.compile(
    r"\n\W{0,40}(?:[二三四五]、)?[^\n。]{0,12}?((?:19|20)\d{2}) ?年(?![^\n]{0,12}(?:回顾|总结|情况))"
    r"[^\n。]{0,12}(?:工作|安排|任务|计划|部署)[^\n。]{0,8}\n"
)
# A short line at the beginning that is no numbered heading: 首先报告2001年的工作.
_LINE_OF_WORK = re.compile(r"(?:^|\n)[^\n。]{0,8}(?<![\d-])((?:19|20)\d{2}) ?年的?工作(?:回顾|总结|情况)?\n")
# The same where flattening glued it to the text.
_GLUED_LINE_OF_WORK = re.compile(
    r"(?<=[。!:])(?:((?:19|20)\d{2}) ?年的?工作(?:回顾|总结)|(?:首先|现在|下面)?(?:报告|汇报|回顾)((?:19|20)\d{2}) ?年的?工作)"
)
# A session whose day is left open: --2007年12月 日在某县第十五届人民代表大会第一次会议上.
_SESSION = re.compile(r"((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月[^\n,。]{0,6}在[^\n,。]{2,40}(?:会议|大会)上")
# A government that looks back on all its years speaks of many, its first and those to come as often as its last.
_MANY_YEARS = re.compile(r"五年(?!规划|计划)|本届政府|一次会议以来")
# … and a year of which only what is planned is told is not the one reported on.
_COUNTED = re.compile(
    r"([12](?<![\d到至从由比较自-].)(?<!计划.)(?<!力争.)(?<!争取.)(?<!预计.)(?:(?<=1)9|(?<=2)0)\d{2}) ?年(?!\d{1,2}月|[^,。;]{0,12}(?:规划|纲要|计划|意见|办法|条例|方案)|[^,。;]{0,24}以来|,?(?:[一-龥]{0,6}?(?<!不)将(?![军以于])|[一-龥]{0,3}(?:计划|拟|力争|预计|打算)|(?:我[们局县市区镇省])?要(?!求)))"
)
_SIGNED_DATE = re.compile(
    rf"(?<![至到])([0-9○O{''.join(digit_values())}]{{4}}) ?年 ?(元|[0-9{signs('chinese')}]{{1,3}}) ?月 ?([0-9{signs('chinese')}]{{1,3}}) ?日(?! ?[起至到])"
)


_OPENING, _BEGINNING = 600, 3000  # characters
_FIRST_MONTHS = 4  # the latest month in which a meeting hears of the year before
_MUCH_SPOKEN_OF = 5  # times that years are named


def year_told(title: str | None, text: str, delivered: date | None = None) -> int | None:
    """The year reported on as the title says it, else the first heading or the first sentence."""
    opening = with_digit_years(text[:_OPENING])
    reviewed = _year(_FIRST_HEADING, text) or _year(_FIRST_HEADING, opening)
    told = (
        _title_year(_SPACED.sub(_closed_up, with_digit_years(fold(title or ""))), reviewed, delivered),
        _year(_COVERED, text[:_BEGINNING]),
        reviewed,
        _year(_OPENING_YEAR, opening),
        _year_since(opening, text),
        _year(_LINE_OF_WORK, opening) or _year(_GLUED_LINE_OF_WORK, opening),
    )
    return next((year for year in told if year), None)


def _closed_up(words: re.Match[str]) -> str:
    return words[0].replace(" ", "")


def _year_since(opening: str, text: str) -> int | None:
    """The year with which a text begins (2021年以来,…) if it tells of no later one."""
    since = _year(_SINCE, opening)
    later = since and any(int(match[1]) > since for match in _COUNTED.finditer(text))
    return None if later else since


def year_guessed(text: str, published: date | None, delivered: date | None) -> int | None:
    """The year before the one that a heading plans, else before that of a meeting in spring, else the year around the publication of which the text speaks most.

    A text without a date that looks back on several years tells of the last one if it speaks of it more than of all
    others together, else None."""
    if planned := _year(_PLAN_HEADING, text):
        return planned - 1
    if delivered and delivered.month <= _FIRST_MONTHS:
        return delivered.year - 1
    if not delivered and (session := _SESSION.search(fold(text[:600]))):
        return int(session[1]) - (int(session[2]) <= _FIRST_MONTHS)
    return _spoken_of(text, published, alone=_MANY_YEARS.search(text[:600]) is not None)


def _year(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return int(next(group for group in match.groups() if group)) if match else None


def _title_year(title: str, reviewed: int | None, delivered: date | None) -> int | None:
    year = _year(_YEAR, title) or _year(_BARE_YEAR, title)
    if year is None:
        return None
    # The report on the work of 2024 is given in a session of 2025, and that year is in its title as a rule.
    of_work = reviewed == year or (delivered is not None and delivered.year == year + 1)
    of_session = reviewed == year - 1 or ("政府工作报告" in title and not of_work)
    return year - 1 if of_session else year


def _spoken_of(text: str, published: date | None, alone: bool) -> int | None:
    counts = Counter(int(match[1]) for match in _COUNTED.finditer(text))
    if not counts:
        # Old reports write all their years in Chinese digits, and plan as much as they tell.
        counts = Counter(int(match[1]) for match in _COUNTED.finditer(with_digit_years(text)))
        alone = True
    near = {y: n for y, n in counts.items() if published and y in (published.year - 1, published.year)}
    # A page may have put up what was said long before: then the text is full of other years.
    if published and (near or counts.total() < _MUCH_SPOKEN_OF):
        counts = Counter(near)
        if not counts or (published.month >= 11 and counts[published.year]):
            return published.year - (published.month <= 6)
    elif alone:
        return next((y for y, n in counts.items() if 2 * n > counts.total()), None)
    often = [year for year, count in counts.items() if count * 2 >= max(counts.values())]
    return max(often, default=None)


def signed_date(folded: str, closing: Sequence[Span]) -> date | None:
    """The date in a report's closing lines, in Arabic or Chinese digits."""
    signed = (span.of(folded) for span in reversed(closing))
    return next((written_date(words) for words in signed if _SIGNED_DATE.search(words)), None)


def written_date(words: str) -> date | None:
    """The first date in ``words`` with 年, 月 and 日, in Arabic or Chinese digits, if it is one of the calendar."""
    match = _SIGNED_DATE.search(words)
    try:
        return date(*(_number(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _number(digits: str) -> int:
    values = {**digit_values(), "○": 0, "O": 0, "元": 1}
    if "十" in digits:
        tens, units = digits.split("十")
        return 10 * values.get(tens, 1) + values.get(units, 0)
    return int("".join(char if char.isdecimal() else str(values[char]) for char in digits))
