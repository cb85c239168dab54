"""The words before a number as a name: its subject, cut down to the shortest phrase that says what is counted."""

import re

from converter.caching import kept_latest
from converter.figures.alternatives import either, ends, starts
from converter.figures.deeds import is_deed
from converter.figures.vocabulary import (
    ACTION,
    HAN,
    VERB,
    first_verb,
    trimmed,
    without_change,
    without_places,
    without_preposition,
)
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_TITLES = re.compile(r"(?:[、和及]?《[^《》]*》(?:\([^()]*\))?)+等?")
_LAST_TITLE = re.compile(r"《[^《》]{1,20}》$")
_FROM_PLACE = re.compile(rf"[从由](?=(?:{either(_KNOWN.places)})$)")
_PLACE_STARTS = starts(_KNOWN.places)
_PLACE_ENDS, _MOVE_ENDS = ends(_KNOWN.places), ends(_KNOWN.moves)
_LEADING_PLACE = re.compile(rf"^(?:{either(_KNOWN.places)})+(?={VERB})")
# 全区共有持证执法人员1032人: what there is, not where.
_THERE_IS = re.compile(rf"^(?:{either(_KNOWN.places)})+[共现]?有(?![{_KNOWN.lead_not_before['有']}])")
# 市级系统有审核人员25人: whose they are, and what they have is counted.
_HAVING = re.compile(
    rf"^(?P<who>[^,、有]{{1,12}}(?:系统|队伍|{either(_KNOWN.bodies)}))[现]?有(?![{_KNOWN.lead_not_before['有']}])(?=[^、的]{{3,}}$)"
)
_ENUMERATION = re.compile(
    rf"(?P<verb>{VERB}+)(?P<first>[^、]{{2,20}})(?:、[^、]{{2,20}})+?等(?:各项|各类|各种|方面|多项)?的?(?=.{{2}})"
)
_PAIRS = re.compile(rf"(?:{HAN}{{2}}、){{2,}}{HAN}{{2}}(?=(?:{either(_KNOWN.generic)})$)")
_LAST_VERB = re.compile(
    rf".*(?<![的和、及与或等])(?P<phrase>{ACTION}(?![、在中后前时的]|[幅力程]度).{{3,}})$"
)
_ATTRIBUTE = re.compile(rf"(?P<verb>(?!拥有|具有|享有){VERB}+).{{3,}}的(?P<noun>(?:[^的“”]|“[^“”]*”){{3,}})$")
_BASIS = re.compile(r"^按[^,]{2,10}?(?:计算|测算|口径|价格|不变价)+")
# 5年增长3倍: over how long is none of the name.
_OVER_YEARS = re.compile(
    rf"^(?:近|过去)?[\d一二两三四五六七八九十]+年(?:来|间|内|里)?(?:共|累计)?(?=(?:{either(_KNOWN.moves)})+(?:了|超|近)*$)"
)
_GROWING = re.compile(rf"(?<=..)(?:{either(_KNOWN.growing.manner)})+(?:{either(_KNOWN.growing.verbs)})+$")
# 通过抖音号发布视频: by what tells them apart.
_MEDIUM = rf"[^,]{{0,14}}?(?:{either(_KNOWN.media)})(?:共|累计|已|先后|主动)*{VERB}"
_STANDARD_STARTS = frozenset("明规要")
_STANDARD = re.compile(r"^(?:明确|规定|要求)(?=[^,]{4,}(?:率|比例|次数|时间|时限)$)")
# 为群众提供, 通过城市更新将新增: for whom and by what is left out before a verb.
_BENEFICIARY = re.compile(
    rf"^(?:共|已|累计)*(?:[为向给替][^的、,]{{2,10}}?|(?:配合|协助|会同)[^的、,]{{2,10}}?|(?:通过|依托|利用|采取|借助)(?!{_MEDIUM})[^,]{{2,30}}?将?)(?<![、和及])(?={ACTION}.{{2}})"
)
# 机构改革到位后尽快充实队伍, 按“应训尽训”要求参加培训: when and how is none of the name.
_WHEN = re.compile(
    rf"^(?:[^,、]{{3,24}}(?:后|之后|以后|期间)(?:尽快|及时|逐步)?|(?:其中|全年|共|累计|并|同时)?(?:按|按照|通过|采取|采用|以|根据)[^,]{{2,24}}(?:方式|形式|办法|要求|模式|手段|渠道|途径)(?:先后|共|累计|已)*)(?={VERB}.)"
)
# What these begin with, or hold: where none of it stands they need not be tried.
_WHEN_STARTS = frozenset("其全共累并同按通采以根")
_WHOM_STARTS = frozenset("共已累为向给替配协会通依利采借")
_GROWING_ENDS = ends(_KNOWN.growing.verbs)
_PLANNED = re.compile(rf"计划(?={VERB})")  # 计划检查9家: not what was done
_AFTER = re.compile(
    rf"^{VERB}{{1,2}}(?:以|之)?后(?={ACTION})"
)  # 清理后废止: what came before is none of the name
_COUNTED = re.compile(rf"共(?<=.共)(?<!公共)计?(?={VERB})")
_EACH = re.compile(
    rf"[分再均](?<=..)(?:(?<=分)别|(?<=再)|(?<=均)(?<![年平]均))(?:分别|再|(?<![年平])均)*(?=(?:同比|环比|[较比].{{2,6}})?(?:{either(_KNOWN.moves)})+$)"
)
_FIRST_OF_ALL = re.compile("(?<=..)在[^,在]{2,10}率先$")  # 投资在全国率先突破5亿元
# 产值迈上万亿元台阶,达到1.2万亿元: what it passed on the way is none of its name.
_PASSED = re.compile(
    r"(?<=..)(?:首次|连续|再次|双双|成功|一举|历史性)*(?:突破|跨越|跨上|跨过|迈上|迈过|迈入|站上|登上|跃上|越过|超过?|连跨|连续跨越)了?"
    r"(?:第?[\d.,、一二两三四五六七八九十百千万亿个]+(?:元|美元|人|户|家|件|辆|吨)?(?:以上)?(?:的?新?台阶|大关|关口)?|新台阶)[、,]?$"
)
# 产值确保增长5%: what is hoped for stands in its status.
_HOPED = re.compile(rf"(?<=..)(?:确保|力争|争取|有望)(?:完成)?(?=(?:{either(_KNOWN.moves)})*$)")
_PASSED_ENDS = frozenset("阶关口元人户家件辆吨上个亿万千百十一二两三四五六七八九0123456789、,")
_PART_OF = re.compile(r"(?<=..)[省市州盟县区](?=..)")
_SEVERAL = re.compile("、[^、]{2,8}(?:、|和|及)[^、的]{2,8}$")  # 新增甲、乙、丙3个园区: the three by name
# What happened, said in full: a clause of its own before a 、.
_TOLD = re.compile(rf"..(?:{ACTION}|开始|起步|见效|加快|推进)|(?:全覆盖|清零|落地|投产|达产|见效|起步|提速)$")
_MEASURED = "率度"
_OF_ALL = re.compile(r"率[均都]\w{0,3}$")  # 审查、公布率均达
_BODY = re.compile(rf".{{1,6}}?(?:{either(_KNOWN.bodies)})")
_BARE = 5  # characters of what is told of a body named before
_SHORT = 12  # characters of a name that is short enough as it is
_TELLING = 5  # characters of a noun that says enough alone
_LONG = 20  # characters; names that annotators give are rarely longer


def subject(left: str, region: str | None, before_noun: bool) -> str:
    """The words before a number as a name; empty where they name nothing (全区; 对 before a noun)."""
    phrase = _without_titles(left).lstrip()
    examples = before_noun and (phrase.endswith("等") or _SEVERAL.search(phrase) is not None)
    phrase = trimmed(_without_lead(phrase))
    phrase = _COUNTED.sub("", phrase) if "共" in phrase else phrase
    if not phrase:
        return ""
    phrase = _EACH.sub("", phrase) if phrase[-1] in _MOVE_ENDS else phrase
    if phrase[0] in _PLACE_STARTS:
        phrase = _without_start(_THERE_IS, _without_start(_LEADING_PLACE, phrase))
    phrase = trimmed(_HAVING.sub(r"\g<who>", phrase) if "有" in phrase else phrase)
    # 建成甲、乙等5个园区: 甲 and 乙 are some of the five.
    phrase = _deed_of(first_verb(phrase)) if examples else phrase
    phrase = _without_start(_STANDARD, phrase) if phrase[:1] in _STANDARD_STARTS else phrase
    phrase = phrase.replace("分别", "")
    phrase = _FIRST_OF_ALL.sub("", phrase) if phrase.endswith("率先") else phrase
    phrase = _HOPED.sub("", phrase)
    phrase = _PASSED.sub("", phrase) if phrase[-1:] in _PASSED_ENDS else phrase
    of_all = "率" in left and _OF_ALL.search(left) is not None
    if not of_all:
        phrase = _last_told(phrase)
    if phrase.startswith(names := _names_of(region or "")):
        own = next(name for name in names if phrase.startswith(name))
        # 南湖区人民政府 is one name.
        phrase = phrase if phrase.startswith("人民政府", len(own)) else trimmed(phrase.removeprefix(own))
    if is_deed(phrase):
        if (told := _PLANNED.search(left)) and left[told.end() :].startswith(phrase):
            return told[0] + phrase
        if title := _LAST_TITLE.search(left):
            return phrase + title[0]  # 编制《公报》6期: the title is what it was done to
    if not before_noun:
        if of_all:
            return phrase
        return shortened(_FROM_PLACE.sub("", phrase) if phrase[-1:] in _PLACE_ENDS else phrase)
    before = without_places(left)
    return "" if without_preposition(before) != before else shortened(without_places(phrase))


def _deed_of(verbs: str) -> str:
    """``verbs`` without the second one where the first issues what the second begins to name (出台提高标准等9项政策)."""
    first = next((one for one in _KNOWN.issuing if verbs.startswith(one)), "")
    return first if first and not verbs.endswith(tuple(_KNOWN.issuing)) else verbs


def _without_lead(phrase: str) -> str:
    """``phrase`` without over how many years, when, how and for whom at its beginning."""
    if "年" in phrase:
        phrase = _without_start(_OVER_YEARS, phrase).lstrip()
    if phrase[:1] in _WHEN_STARTS or "后" in phrase or "期间" in phrase:
        phrase = _without_start(_WHEN, phrase)
    if phrase[:1] in _WHOM_STARTS:
        phrase = _without_start(_BENEFICIARY, phrase)
    phrase = _without_start(_AFTER, phrase) if "后" in phrase else phrase
    return _without_start(_BASIS, phrase) if phrase.startswith("按") else phrase


@kept_latest(64)  # each figure of a report asks
def _names_of(region: str) -> tuple[str, ...]:
    """A region's name and what it goes by without those it is part of: 淮安市洪泽区, 洪泽区."""
    return tuple(region[start:] for start in (0, *(end.end() for end in _PART_OF.finditer(region))) if region)


def shortened(phrase: str) -> str:
    """A long phrase without enumerations, cut down to what its last verb governs."""
    if "、" in phrase:
        phrase = _PAIRS.sub("", _ENUMERATION.sub(_without_items, phrase))
    match = _ATTRIBUTE.fullmatch(phrase) if len(phrase) > _SHORT else None
    # Which ones it tells may be left out only where the noun says enough alone.
    if match and (len(phrase) > _LONG or len(match["noun"]) >= _TELLING):
        return match["verb"] + match["noun"]
    if len(phrase) > _LONG and (match := _LAST_VERB.match(phrase)):
        phrase = match["phrase"]
    return phrase


def _without_items(match: re.Match[str]) -> str:
    """The verb of an enumeration, unless another verb follows that says what was done."""
    then = first_verb(match.string[match.end() :])
    return "" if then and then not in _KNOWN.nominal else match["verb"]


def _last_told(phrase: str) -> str:
    """``实现处理全覆盖、回收利用率``: without what is told before a 、 and is no member of a list."""
    told, mark, last = phrase.rpartition("、")
    if not mark or told.count("“") != told.count("”") or not _TOLD.search(told):
        return phrase
    if last[-1:] in _MEASURED and told[-1:] not in _MEASURED:
        return last
    who = _BODY.match(told)
    return (who[0] if who and len(last) <= _BARE else "") + last if without_change(last) != last else phrase


def in_full(left: str) -> str:
    """The words before a number with their subject, uncut: for names that would be the same without it."""
    return _COUNTED.sub("", _without_start(_THERE_IS, trimmed(_without_titles(left))))


def _without_titles(left: str) -> str:
    return _TITLES.sub("", left) if "《" in left else left


def _without_start(start: re.Pattern[str], phrase: str) -> str:
    found = start.match(phrase)
    return phrase[found.end() :] if found else phrase


def with_example(left: str) -> str:
    """The words before a number with their enumeration, of a long one the first (``梳理食品许可等事项``), if they hold one."""
    told = trimmed(left)
    match = _ENUMERATION.search(told)
    if not match:
        return ""
    return told if len(told) <= _LONG else f"{match['verb']}{match['first']}等{told[match.end() :]}"


def growing(clause: str) -> str:
    """The subject of a clause that only says that it grows (``文化产业加快发展``), else nothing."""
    if clause[-1:] not in _GROWING_ENDS:
        return ""
    subject, found = _GROWING.subn("", clause)
    return trimmed(subject) if found else ""
