"""The period a figure speaks of: the last one its sentence names before it, else the report's year."""

import re

from converter.figures.alternatives import either
from converter.figures.period_patterns import A_YEAR, FIVE_YEARS, PART, PERIOD, TIME, YEAR
from converter.figures.tables import PERIODS
from converter.figures.vocabulary import ACTION
from converter.figures.years import Years
from converter.text.numerals import with_digit_years

_KNOWN = PERIODS.load()
_SPELLED = re.compile("[一二][九〇○零O0][^,]{2} ?年")  # 一九八五年
_YEAR_AFTER = r"(?:20\d\d年度?|(?:下|次)一?年度?|明年)"
_YEAR_BEFORE = r"(?:(?:20\d\d|上|去|前)一?年度?)"
_CARRIED = re.compile(
    rf"(?:{either(_KNOWN.carried.to)}){_YEAR_AFTER}|{_YEAR_BEFORE}(?={either(_KNOWN.carried.from_)})"
)
# 对2019年以来建设的885个项目: the period of these things alone.
_ATTRIBUTE = re.compile(r"[^,;:。\d]{1,24}的\s?(?:\d|$)")
# 对近五年来案件全面梳理, 按照2019年要点: of what is dealt with, not when.
_ABOUT = re.compile(rf"(?:{either(_KNOWN.own.objects)})$")
_GROUND = re.compile("[^,;:。]{0,10}基础上")  # 在2019年工作基础上
_OBJECT_OF = re.compile(rf"{ACTION}$")
_SINCE = ("来", "今", "底", "末", "期间", "时期")  # so end periods that no verb has for its object
_OWNING = re.compile("[^,;:。]*的")
_BOUNDARIES = ",;:。"
_WORD = 4  # characters of a verb or a preposition
_LONGEST_YEAR = 64  # characters of the words of a number's own year
# 2019年和2020年分别制定18件和12件; 2016年至2018年依次为21起、17起、12起
_YEARS = re.compile(r"(?P<list>\d{4}年(?:[、和及]\d{4}年)+)|(?P<first>\d{4})年?[-~至到](?P<last>\d{4})年")
_WHOLE_YEAR = re.compile(r"\d{4}年度?")
_DEALT = re.compile("分别|依次")
_COMPARED = tuple(_KNOWN.compared.by)
_NUMBER_NEXT = re.compile(r"\s*(?:\d|$)")
# 从2016年的18亿元: the year of this very number, even where others are only compared with.
_OF_YEAR = re.compile(
    rf"(?:(?<!恢复到)(?<!恢复至)(?<!相当于)(?P<year>{YEAR}{PART})的|[从由](?P<from>{YEAR}{PART})|[从由](?P<base>{either(_KNOWN.relative)})|(?P<relative>{either(_KNOWN.relative)})的|(?:^|[,;:(])(?:(?P<then>{YEAR})|(?P<last>去年|上年))同期(?:为|是|仅为?)?)$"
)
# A day tells when something happened and is no period, but for the day up to which something is counted.
_DAY = re.compile(r"(?<=^\d{4}年)\d{1,2}月\d{1,2}日$")
_OPENING = re.compile("[《“(]")
_TITLES = re.compile(rf"《[^》]*》|“(?!(?:{FIVE_YEARS}|[一二三四五六七八九]五)”)[^”]{{1,16}}”|\([^()]*\)")
_ALL_MONTHS = re.compile("^1月?[-~至到]12月份?$")
# 自2018年示范区成立以来, 2016年起,累计: of the years since then.
_SINCE_THEN = re.compile(r"[^,;:。\d的]{1,12}以来|起(?=,|累计|共)")
# 由2018年的7.2%降至3.9%: what it came to.
_CAME_TO = re.compile(r"[^,;:。\d]{0,4}[到至为]")


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
    holding = [match for match in found if not _is_over(match, match.start() >= clause)]
    if not holding:
        return known
    told = [said for match in holding if match[0] not in _KNOWN.own.weak and (said := _printed(match, years))]
    before_it = told[-1] if told else known
    is_year = before_it and _WHOLE_YEAR.fullmatch(before_it)
    return before_it if is_year or holding[-1][0] not in _KNOWN.own.weak else _printed(holding[-1], years)


def without_carried(text: str) -> str:
    """``text`` with blanks in the place of years that something was carried over from or to (结转下年度, 上年结转)."""
    return _CARRIED.sub(lambda match: " " * len(match[0]), text) if "年" in text else text


def _is_over(match: re.Match[str], same_clause: bool) -> bool:
    """True where a period says nothing of what follows: 每年 and the like, one only compared with, the period of certain things
    (2018年以来制发的154件文件) or of what is dealt with (开展2019年度督察), in another clause; 对2019年实施的2项 in any."""
    things = _ATTRIBUTE.match(match.string, match.end()) is not None
    if match.string.endswith(_COMPARED, 0, match.start()) and _NUMBER_NEXT.match(match.string, match.end()):
        return not match[0].startswith("每")
    if same_clause:
        return things and match.string.endswith("对", 0, match.start()) and not match[0].endswith(_SINCE)
    return match[0].startswith(_KNOWN.own.words) or things or _is_of_object(match)


def _is_of_object(match: re.Match[str]) -> bool:
    """True for the period of what is dealt with (对近五年来案件全面梳理, 按照2019年要点, 开展2019年度督察)."""
    before = match.string[max(0, match.start() - _WORD) : match.start()]
    if _ABOUT.search(before) or _GROUND.match(match.string, match.end()):
        return True
    object_of = not match[0].endswith(_SINCE) or _OWNING.match(match.string, match.end())
    return bool(object_of and _OBJECT_OF.search(before))


def _printed(match: re.Match[str], years: Years) -> str | None:
    if match["relative"]:
        year = _resolved(_KNOWN.relative[match["relative"]], years)
        return year and (match["until"] or "") + year + (match["part"] or "").removeprefix("第")
    if match["month"]:
        month = _ALL_MONTHS.sub("", match["month"].removeprefix("第"))
        cut = 2 if month.startswith("截") else 0
        return f"{month[:cut]}{years.told}年{month[cut:]}" if years.told else month
    since = (
        match["absolute"] and not match[0].endswith(_SINCE) and _SINCE_THEN.match(match.string, match.end())
    )
    return _DAY.sub("", match[0].replace(" ", "")) + ("以来" if since else "")


def deals_out(text: str) -> bool:
    """True where a text may deal its figures out to years."""
    return _DEALT.search(text) is not None


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
    near = max(0, len(before) - _LONGEST_YEAR)
    match = _OF_YEAR.search(before, near) if TIME.search(before, near) else None
    if not match:
        return None
    if relative := match["relative"] or match["base"] or match["last"]:
        return _resolved(_KNOWN.relative[relative], years)
    return (match["year"] or match["from"] or match["then"]).replace(" ", "")


def came_to(between: str, base: str | None, held: str | None) -> bool:
    """True for what a value of an earlier year (``base``) came to, in a sentence that tells of years (2019年以来…由2018年的7%降至3%)."""
    return bool(base and held and held.endswith(("以来", "至今")) and _CAME_TO.match(between))


def without_titles(text: str) -> str:
    """``text`` with blanks in the place of titles, names and brackets: a period in them is none of the sentence's."""
    return _TITLES.sub(lambda match: " " * len(match[0]), text) if _OPENING.search(text) else text


def _resolved(template: str, years: Years) -> str | None:
    if years.told is None or years.now is None:
        return None
    return str(template.format(year=years.told, now=years.now, last=years.now - 1, next=years.now + 1))
