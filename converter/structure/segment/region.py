"""The place a report is about."""

import re
from collections import Counter
from collections.abc import Iterable

from converter.structure.segment.place_names import ARM, PLACES_IN_A_ROW, is_name, without_lead
from converter.structure.segment.places import mostly_named, places
from converter.text.fold import fold
from converter.text.numerals import signs

_REGION = re.compile(
    rf"(?:关于|(?:报送|上报|印发)《|【[^】]{{1,10}}】|(?:一图读懂|图解|解读)[:|]?|[《“]|中共|国家税务总局|国家统计局|中国人民银行|\d{{4}} ?年?度?|[\d~至-]+月份?)*+({PLACES_IN_A_ROW})(?![门级])"
)
# 2022年法治政府建设工作报告(甲镇)
_IN_BRACKETS = re.compile(rf"\(({PLACES_IN_A_ROW})[一-龥]{{0,12}}\)$")
_NO_NAME = re.compile(
    r".*(?:[我本是]|国务院|关于)|代表|现将|.*(?:坚持|建设|贯穿|工作|[了由是着把被的局在])|[省市县区]?(?:城市|乡镇|市县|自治区|新区|开发区|县区)$"
)
# Where a text without a title names its place: the session it was given in, …
_SESSION = re.compile(rf"(?:^|[^一-龥]日?|召开)在?({PLACES_IN_A_ROW})第.{{1,4}}届人民(?:代表大会|政府第)")
_DAY_IN_WORDS = re.compile(
    rf"[○〇O零{signs('chinese')}]{{4}}年[{signs('chinese')}]{{1,2}}月[{signs('chinese')}]{{1,3}}日"
)
# … who gives it, who did what it tells.
_NAMED = (
    re.compile(
        rf"(?:^|\n)[ —-]*({PLACES_IN_A_ROW})(?=(?:(?:人民政府)?代?理?[省市区县旗州盟乡镇]长|委副?书记)(?:[ \n]|$))"
    ),
    re.compile(
        rf"我(?:谨|受)?代表({PLACES_IN_A_ROW})(?=(?:第?[{signs('chinese')}]+届)?人民政府|政府|管委会|管理委员会)"
    ),
    # News: 3月5日,甲县召开….
    re.compile(
        rf"(?:^|\n)(?:(?:\d{{4}} ?年 ?)?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?:[上下]午)?|近日|日前|昨日|今天),({PLACES_IN_A_ROW})(?=[\"“《]|召开|举行|举办|组织|启动|开展)"
    ),
    # A heading or an entry of the contents: 第一部分 甲县2024年度行政执法数据表.
    re.compile(rf"(?:^|\n)(?:第[^\n]{{1,3}}部分 ?:? ?)?({PLACES_IN_A_ROW})(?=(?:19|20)\d{{2}} ?年)"),
    # The yearbook that a page is taken from: 2020年工作回顾-甲县年鉴.
    re.compile(rf"[-《(]({PLACES_IN_A_ROW})(?=年鉴)"),
    # 由甲街道编制的.
    re.compile(rf"由({PLACES_IN_A_ROW})(?=(?:人民政府|办事处)?(?:编制|编写|编撰|撰写))"),
    # 现将甲街道2024年法治政府建设情况报告如下.
    re.compile(
        rf"现(?:将|就|对)(?:\d{{4}} ?年(?:度|以来)?)?({PLACES_IN_A_ROW})(?=(?:\d{{4}} ?年度?|本年度)?(?:法治|依法行政|推进|开展|贯彻|落实|政府信息|信息公开|行政执法|履行))"
    ),
    re.compile(
        rf"(?:^|[,。\n] ?)({PLACES_IN_A_ROW})(?=人民政府(?!门户|网|请示|批准|同意|印发|转发|[一-龥、]{{0,24}}:)|(?:政府)?(?:(?:推进)?(?:法治政府建设|法治建设|依法行政|政府信息公开|政务公开)(?:各项)?工作)?在[^,。]{{2,30}}领导下|管委会|管理委员会|以习|以深入|坚持|全面|深入|认真|积极|紧[紧密]|始终|围绕|严格|扎实|贯彻|按照|以[^,。]{{2,40}}为(?:指导|引领|统领|抓手|主线|目标|契机|重点|核心|中心|突破口))"
    ),
)


_OPENING = 600  # characters
# The government that gives a report and does not say of which place.
_LEVEL = re.compile(r"代表(省|市|州|盟|县|区|旗|自治区|行署)(?:人民政府|政府|(?<=行署))")
# What a report calls the place that it never names.
_OWN = re.compile(r"(?<!自)我(省|市|州|盟|县|区|旗)(?!长)")
_SOURCE = re.compile(rf"来 ?源 ?: ?({PLACES_IN_A_ROW})")
_OF_THE_STATE = re.compile(r"代表(?:中华人民共和国)?(?:中央人民政府|国务院)|受(?:中共中央和)?国务院的?委托")
_COUNTRY, _OFTEN = "我国", 20
WHOLE_COUNTRY = "全国"
"""The place of a report of the State Council; no body is called so."""


def region_in(title: str | None, issuer: str | None, signature: str | None, text: str) -> str | None:
    """The place as the title, the issuer, the signature or else the beginning of ``text`` writes it.

    Where the text only says what sort of government speaks: the place of that sort that it speaks of, far more often
    than of others, and the whole country for the State Council.  None where that is not clear.
    """
    named = [name for words in (title, issuer, signature) if (name := region_at_start(words))]
    if named:
        # 盐港区 in the title is the 海门市盐港区 of the signature.
        return max((name for name in named if name.endswith(named[0])), key=len)
    folded = fold(text)
    return _named(text[:_OPENING]) or _spoken_of(folded) or _of_source(folded)


def region_at_start(words: str | None) -> str:
    """The place that ``words`` start with, empty where they start with none."""
    folded = fold(words or "")
    found = _REGION.match(folded) or _IN_BRACKETS.search(folded)
    arm = ARM.match(folded, found.end(1)) if found else None
    found = arm or found
    # What stands behind 人民政府 is a name from its first character on.
    name = arm[1] if arm else _name_in(found) if found else ""
    return words[found.end(1) - len(name) : found.end(1)] if words and found and name else ""


def _named(opening: str) -> str | None:
    # A line of the page may end amid the name of a session.
    session = _DAY_IN_WORDS.sub(",", re.sub(r"\s+", "", opening))
    return _first_name([_SESSION], session) or _first_name(_NAMED, opening)


def _first_name(patterns: Iterable[re.Pattern[str]], words: str) -> str | None:
    told = (match for pattern in patterns for match in pattern.finditer(fold(words)))
    named = ((match.end(1), _name_in(match)) for match in told)
    return next((words[end - len(name) : end] for end, name in named if _is_full(name)), None)


def _is_full(name: str) -> bool:
    return len(name) > 2 or (name.endswith("县") and name in places())


def _name_in(match: re.Match[str]) -> str:
    """The name that a match ends with, without the words before it; empty where it is none."""
    name = without_lead(match[1])
    return "" if _NO_NAME.match(name) or not is_name(name) else name


def _of_source(folded: str) -> str | None:
    """The place of the page's source, where the text speaks of one of that level as its own (全市)."""
    found = _SOURCE.search(folded[:_OPENING])
    name = _name_in(found) if found else ""
    return name if len(name) > 2 and re.search(f"[全我本]{name[-1]}", folded) else None


def speaks_for_state(opening: str) -> bool:
    """Whether whoever speaks does it for the State Council."""
    return bool(_OF_THE_STATE.search(fold(opening)))


def _spoken_of(folded: str) -> str | None:
    opening = folded[:_OPENING]
    if speaks_for_state(opening):
        return WHOLE_COUNTRY
    level = _LEVEL.search(opening)
    own = Counter(_OWN.findall(folded)).most_common(1) if not level and _OWN.search(opening) else []
    levels = [level[1]] if level else [name for name, _ in own]
    # A text that says 我国 again and again, and of no part of the country that it is its own.
    whole = _COUNTRY in opening and folded.count(_COUNTRY) >= _OFTEN and not _OWN.search(folded)
    return WHOLE_COUNTRY if whole else next((mostly_named(one, folded) for one in levels), None)
