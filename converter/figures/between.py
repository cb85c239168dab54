"""The words between two numbers with no boundary in them: which are the first one's, and which the next one's."""

import re

from converter.figures.alternatives import either
from converter.figures.anaphora import is_leaning, rated
from converter.figures.vocabulary import ACTION, final_verb, trimmed
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_DID = re.compile(rf"(?P<who>[^、]{{2,10}}?)(?<![、和及与或的])[共均]?{ACTION}(?![的率量])[^、的和及]{{2,}}")
_AND = re.compile(r"(?:以及|(?<!共)和|(?<![普涉惠])及|(?<!参)与)\s*$")
_WITH_NEXT = re.compile(
    r"(?P<own>[^、和及]{2,}?)(?:以及|(?<![共总])和(?![谐解平美])|(?<![普涉惠])及(?![时格其以]))(?:(?!地区)[^、和及]{3,}(?<![的为到至成中])|[^、和及]+等)"
)
_GROWN = re.compile(
    "(?<=..)(?:增产|减产|增长|下降|上升|增加|减少)$"
)  # 8个项目增产5%: what the next one tells
# 260名执法人员中取得资格的仅9人: the whole, and which of it.
_AMONG = re.compile(
    rf"(?P<whole>[^、中]{{2,12}}?)(?<![其之集高初])中,?(?P<part>[^、]{{2,20}})的(?:{either(_KNOWN.tail)})*"
)
# 8个事项的申请材料由66份减到41份: the first counts those whose things the next one tells.
_OWNED = re.compile(r"(?P<whole>[^、,的]{2,12})的[^、,]{2,12}?(?:[由从]|达到?|为|共计?|超过?)(?:[近约])?")
# 3个督察组对11个镇街开展督察: to whom the next one's deed is done.
_TO_NEXT = re.compile("(?<![应针面相绝反核校派配])对$|(?<![面方流意导去趋倾])向$")
# 12个县人口不足20万人: the next one tells how many each has.
_REACHING = rf"(?:同比|平均|均|都)*(?:不足|不到|超过?|达到?|突破|低于|高于|{either(_KNOWN.moves)})"
_AMOUNT = rf"(?:人口|费|{either([*_KNOWN.aspects, *_KNOWN.flows])})(?:增速|占[^、的]{{1,8}}?(?:比重|比例))?"
_EACH = re.compile(
    rf"(?P<whole>[^、]{{0,8}}?(?:省份?|[市县区镇乡村]|社区|城市|企业|单位|部门|园区|集群|产业链|项目|学校|医院|行业))的?[^、的]{{0,8}}{_AMOUNT}{_REACHING}"
)
_JOINED = re.compile("(?:以[上下内])?、")
_SHARE = re.compile("(?P<of>[^、占]{2,}?)(?:占比|比重|比例)")
_HAVING = re.compile(r"(?P<whole>[^、的]{2,14}?)(?:共有|现有|各有|均有|拥有|设有|配有)[^、]{2,}")
_WHOLES = (_AMONG, _OWNED, _HAVING, _EACH)


def tells_of_each(words: str) -> bool:
    """True where ``words`` say how much each of the things of the figure before has (12个县人口不足20万人)."""
    return _EACH.fullmatch(words) is not None


def is_among(words: str) -> bool:
    """True where ``words`` lead from a whole to which of it (260名执法人员中取得资格的仅9人)."""
    return "中" in words and _AMONG.fullmatch(words) is not None


def without_next(words: str) -> str:
    """The words between two figures without what is the next one's: its verb (从228个项目中优选6个), what the things
    counted did (25个单位办理案件300件), or their rate (4个断面达标率为95%)."""
    if among := next((found for form in _WHOLES if (found := form.fullmatch(words))), None):
        return among["whole"]
    if (towards := _TO_NEXT.subn("", words))[1]:
        return who_did(towards[0]) or towards[0]
    # 20处道路整治和15公里绿道: what stands before 和 is the first one's.
    alone, joined = _AND.subn("", words)
    own = alone if joined else words.removesuffix(final_verb(words))
    words = alone
    told = trimmed(words)
    if not _JOINED.match(words) and (is_leaning(told) or rated(told)):
        return rated(told)
    if not words.startswith(("及", "以")) and not _JOINED.match(words) and (of := _SHARE.fullmatch(told)):
        return of["of"]  # 8条产业链项目占比达64%
    return who_did(own) or (own if joined else _before_next(_GROWN.sub("", own)))


def _before_next(words: str) -> str:
    """``words`` without what 和 joins to the next figure (8个项目和至东港的管道20公里): it counts none of this one's things."""
    found = _WITH_NEXT.fullmatch(words)
    return found["own"] if found else words


def who_did(words: str) -> str:
    """Those who ``words`` say did something, empty where they say it of nobody."""
    did = _DID.fullmatch(words)
    return did["who"] if did else ""
