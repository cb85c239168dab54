"""Words of a text without what does not say what they count: signs, who reports, what was done."""

import re

from converter.caching import kept, kept_latest
from converter.figures.alternatives import either
from converter.indicators.pattern import any_of
from converter.indicators.synonyms import ways_to_say
from converter.indicators.tables import NEUTRAL, OBJECTS, SCOPES

_MEETING = "(?:第?[一二三四五六七八九十]+次)?(?:全体)?(?:会议|全会)?"
# All levels of government of a place (州、县两级政府).
_LEVEL = "[省市州盟县区旗镇乡村]"
_ALL_LEVELS = rf"{_LEVEL}(?:[、和与]?{_LEVEL})+[两三四]级(?:人民政府|政府|行政机关|部门)?"
# Ways to send a request: one of them is of those sent so, a list of them of all.
_WAY = "网络|网上|线上|信函|邮寄|当面|现场|电子邮件|邮件|传真|线下|书面|在线平台|网站|政府网站"
_NOT_COUNTED = re.compile(
    r"[“\"‘][^“”\"‘’]{1,14}[”\"’](?=政务|官方|微信|微博|公众号|新媒体|抖音|网站|门户|客户端|APP|普法)"  # titles
    r"|(?<=公众号)[“\"‘][^“”\"‘’]{1,14}[”\"’]"
    rf"|第?[一二三四五六七八九十]+届(?:人大|政协)?(?:常委会)?{_MEETING}"
    r"|(?:20|19)\d\d(?:[-—至~](?:20|19)?\d\d)?年(?:以来|以前|之前|底前|底|度)?"
    r"|(?:今年)?(?:前[一二三四五六七八九十\d]+个月|1(?:至|-|—)1?\d月)"
    rf"|{_ALL_LEVELS}|(?:截至|至|到)(?:年末|年底)|(?:本|当)年内"
    rf"|(?:通过)?(?:{_WAY})(?:[、和及或与](?:{_WAY}))+等?(?:渠道|方式|途径)*"
    r"|(?:自然人|公民)[、和及或与]*法人(?:[、和及或与以]*(?:其他|非法人)?组织)?(?:提出|提交)?的?"
    r"|[“”\"‘’'《》()【】\s]"
)

# One of them is in whatever these two find.
_SIGN = re.compile(rf"[“”\"‘’'《》()【】\s届年（月法级]|{_WAY}")
_TRADE_SIGN = re.compile("行政|执法|违法")
_OTHER_TIME = re.compile(
    r"(?:同口径|而)?(?:上年度?|去年|前年|上一年度?)?(?:同期)?(?:这一|该|这个)?(?:数字|数量|数据|数|比例|比率)?(?:则)?(?:为|是|有|仅为|只有)(?:了)?"
)
_LINKS = re.compile("[、后和并及或]")
_NESTED = re.compile(r"(（[^（）]*)（([^（）]*)）([^（）]*）)")  # 复议（乡镇（街道）政府）: one part


@kept_latest(4096)  # a name is asked for again by each figure that may take its object from it
def bare(words: str, own: tuple[str, ...]) -> str:
    """Words without signs, titles of channels, sessions, years, who did it and the names of who reports (``Setting.own``)."""
    if _SIGN.search(words):
        words = _NESTED.sub(r"\1\2\3", _NOT_COUNTED.sub("", words))
    for name in own:
        words = words.replace(name, "")
    words = _trade(own).sub("", words) if _TRADE_SIGN.search(words) else words
    doer = _doers(own).match(words)
    return words[doer.end() :] if doer else words


@kept_latest(4096)
def has_object(words: str) -> bool:
    """True where words say what they count."""
    return objects().search(words) is not None


@kept_latest(4096)
def object_phrase(words: str) -> str:
    """The last object that words name, with what narrows it before; empty where they name none."""
    found = list(objects().finditer(words))
    return without_done(words[: found[-1].start()]) + found[-1][0] if found else ""


@kept_latest(4096)
def says_something(words: str) -> bool:
    """True where words say more than that it was done, and by whom."""
    return bool(neutral().sub("", words))


def says_other_time(words: str) -> bool:
    """True where words say but of which time something told before is (上年同期为, 这一数字为)."""
    return _OTHER_TIME.fullmatch(words) is not None


@kept_latest(4096)
def is_elliptical(words: str) -> bool:
    """True where words only say what was done, and leave what it was done to to the words before."""
    rest = _LINKS.sub("", neutral().sub("", without_done(words)))  # 调解、和解后结案
    return not has_object(words) and not rest.removesuffix("案件").removesuffix("申请")


def narrows(words: str) -> bool:
    """True where words say more than an object and who has to do with it."""
    return says_something(objects().sub("", words))


def without_done(words: str) -> str:
    """What words count, without what was done to it."""
    return _done().sub(lambda found: "" if found[0] in _done_words() else found[0], words)


def first_done(words: str) -> str:
    """The first word that says what was done; empty where none does."""
    return next(iter(all_done(words)), "")


def last_done(words: str) -> str:
    """The last word that says what was done; empty where none does."""
    return next(reversed(all_done(words)), "")


@kept_latest(4096)
def all_done(words: str) -> tuple[str, ...]:
    """All words that say what was done, in their order."""
    return tuple(found[0] for found in _done().finditer(words) if found[0] in _done_words())


@kept
def objects() -> re.Pattern[str]:
    """What figures count (``objects.toml``)."""
    return any_of(OBJECTS.load().objects)


@kept
def _done_words() -> frozenset[str]:
    """What is done, in all ways to say it; of one character only those listed (聘 is no word of its own in 招聘)."""
    listed = OBJECTS.load().done
    return frozenset(listed).union(way for word in listed for way in ways_to_say(word) if len(way) > 1)


@kept
def _done() -> re.Pattern[str]:
    known = OBJECTS.load()  # 调解 is no word of its own in 人民调解 or 调解组织
    return any_of([*_done_words(), *known.objects, *known.whole])


@kept_latest(256)
def _trade(own: tuple[str, ...]) -> re.Pattern[str]:
    """The trade of the department that reports (卫生健康局), before what it did as such: 卫生健康行政许可."""
    system, known = "系统", SCOPES.load().own_terms
    trades = {name.removesuffix(system) for name in own if name.endswith(system)}.difference(known)
    trade = either(one for one in trades if len(one) > 1) or "(?!)"
    return re.compile(
        rf"(?:{trade})(?:领域|行业|类)?(?=行政许可|行政处罚|行政执法|行政检查|行政强制|执法|违法)"
    )


@kept_latest(256)
def _doers(own: tuple[str, ...]) -> re.Pattern[str]:
    """Who did it, at the beginning of words of the place that reports: the place itself, or a body that did all of it.

    Of a body whose name tells what was counted, 县法律援助中心, but the place is taken away.
    """
    known, objects_ = OBJECTS.load(), OBJECTS.load().objects
    ends = [name.removesuffix("员会") for name in own]  # 委 stands for 委员会
    levels = {level for end in ends for level in known.places if end.endswith(level)} or known.places
    place = rf"(?:全|我|本|该)?(?:{either(levels)})(?:机关|系统)?(?:各级|两级|各)?"
    others = rf"(?:及其?|和|与|、)(?:所属|下属|有关|各)*(?:(?:{place})?(?:人民)?政府)?(?:{either(known.below)})(?:的?名义)?"
    done = either(_done_words())
    also = either([*NEUTRAL.load()["kinds"], *NEUTRAL.load()["manner"]])
    thing = either([*objects_, *known.told_by])
    return re.compile(
        rf"^(?:以?(?:{place})?(?:{either(known.bodies)})(?:{others})?(?=(?:{also})*(?:{done})|(?:{also})+(?:{thing}))"
        rf"|{place}(?=(?:{also})*(?:{done}|{thing})))"
    )


@kept
def neutral() -> re.Pattern[str]:
    """What may stand beside an indicator's words in a name (``neutral.toml``)."""
    return any_of(word for words in NEUTRAL.load().values() for word in words)
