"""Names out of a figure's own clause: the noun behind the number, the verb or the phrase before it.

Each function gives the name, or nothing where it does not apply.
"""

import re

from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.deeds import is_deed
from converter.figures.discourse import NamedBefore
from converter.figures.noun import unbound, without_all, without_predicate
from converter.figures.tables import MEASURES
from converter.figures.topic import is_thin
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import ACTION, VERB, final_verb, first_item, first_verb, is_place, trimmed
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_CAUSATIVE = tuple(_KNOWN.causative)
_MEASURE = re.compile(rf"{VERB}*(?P<told>{either(_KNOWN.dimensions)})")
_AMOUNTS = (*_KNOWN.aspects, *_KNOWN.amounts, *_KNOWN.flows)
_ABOVE = re.compile("(?:超过?|突破|达到?|逾|过|不低于|不少于)$")
# 总投资5亿元的电站开工建设: what became of it is none of its name.
_OPENED = re.compile(
    rf"(?<=..)(?:{either([*_KNOWN.treating, *_KNOWN.manner, '全线', '正式', '提前', '已', '陆续', '相继'])})*(?:{either(_KNOWN.opened)})+$"
)
_TIMES = frozenset(_KNOWN.times)
_DURATIONS = frozenset(MEASURES.load().duration.units)
_LASTING = re.compile("连续$")
_STAYING = re.compile("^(?:保持|稳居|位居|实现|居)+")
_EACH = re.compile("每[十百千万亿]*[^,、每]{1,14}?(?:配备|配有|拥有|有|设|设有|建设)$")
_EACH_HAS = re.compile("每[十百千万亿]*[^,、每]{1,14}?(?:配备|配有|拥有|设有|建设)")
_TREATED = re.compile("(?:进行|予以|给予).*$")
_WHERE = re.compile(rf"^(?:到|赴|前往|走进|深入)[^,、]{{2,14}}?(?={ACTION})")  # 2批人员到法院旁听庭审
_DONE_AS = re.compile("^(?:超额|提前)?[^,]{0,3}完成(?=.{2,}(?:下达|确定|规定|要求|安排)$)")
_TASKS = ("任务", "计划", "目标", "指标")
_LONG = 20  # characters; names that annotators give are rarely longer
_LONGEST_DOING = 20  # characters of what others were made to do; more is a story
_SHORT = 8  # characters of what a verb alone was done to


def lasting(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``投资增长9%、连续8个月居全省首位``: what has been so for so long, told of itself or of the change before."""
    what = _LASTING.search(case.frame.left)
    if not what or case.quantity.unit not in _DURATIONS:
        return ""
    own = case.phrase.removesuffix("连续")
    of = own or (memory.last if memory.unit == "%" and memory.names else "")
    state = trimmed(_STAYING.sub("", first_item(case.frame.right)))
    state += "排名" if is_place(state) else ""
    return f"{of}连续{state}" if of and 1 < len(state) <= _SHORT else ""


def for_each_of(case: UnnamedFigure, _: NamedBefore) -> str:
    """``每千名老人拥有40张床位``: for each of what the things are told."""
    each = _EACH.search(case.phrase) if case.noun and "每" in case.phrase else None
    return each[0] + case.noun if each else ""


def by_noun(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``推出130项套餐服务``: the noun behind, with the verb before."""
    if not case.noun:
        return ""
    if unbound(case.frame.right).startswith("的"):
        # 长8公里的通道: the figure is its length.
        measure = _MEASURE.fullmatch(case.phrase)
        if measure:
            return _OPENED.sub("", case.noun) + measure["told"]
        # 经济总量超500亿元的县: what of the counties is above it.
        above = case.frame.closed and case.phrase.endswith(_AMOUNTS) and _ABOVE.search(case.frame.left)
        return case.phrase if above else case.phrase + case.noun
    verb = final_verb(case.phrase) or (case.phrase if len(case.phrase) <= 6 else "")
    if case.frame.left.endswith("的") and case.noun.endswith(_TASKS):
        case = replace(case, phrase=_DONE_AS.sub("", case.phrase))  # 完成国家下达的9亩任务
    if verb != case.phrase and (_is_of(verb, case) or _is_noun(verb, case) or _is_whose(verb, case)):
        return case.phrase + case.noun
    doing = case.noun if len(case.noun) <= _LONGEST_DOING else first_item(case.noun)
    if verb.endswith(_CAUSATIVE) and len(doing) <= _LONGEST_DOING:
        return verb + doing
    noun = _TREATED.sub("", case.noun) if case.frame.joined else case.noun
    verb = verb or _shared_verb(case, memory)
    return verb + without_predicate(noun) if verb else without_all(noun)


def _shared_verb(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``新建4所幼儿园、3所学校``: the verb before the first of a list is that of all."""
    each = _EACH_HAS.match(memory.last)
    verb = (each[0] if each else first_verb(memory.last)) if case.frame.joined and not case.phrase else ""
    return "" if verb in _KNOWN.nominal or first_verb(case.noun) else verb


def _is_of(verb: str, case: UnnamedFigure) -> bool:
    """True where the words before the number tell of what the noun behind it is (支持产业发展20条措施)."""
    open_ended = is_thin(case.noun) and (not verb or verb in _KNOWN.nominal)
    return open_ended and len(case.phrase + case.noun) <= _LONG and not case.frame.left.endswith(("等", "的"))


def _is_noun(verb: str, case: UnnamedFigure) -> bool:
    """True where what ends like a verb is a noun behind another verb (实施安全生产18项行动)."""
    return verb in _KNOWN.nominal and first_verb(case.phrase) != "" and len(case.phrase + case.noun) <= _LONG


def _is_whose(verb: str, case: UnnamedFigure) -> bool:
    """True where the words before the number tell who did it (改革覆盖9个村) or whose the things are (办结督察组交办的9宗案件)."""
    owned = case.frame.left.endswith("的") and first_verb(case.phrase) != verb
    return (owned or verb in _KNOWN.reached) and len(case.phrase + case.noun) <= _LONG


def by_times(case: UnnamedFigure, _: NamedBefore) -> str:
    """``班子会4次研究法治工作``: who, and what they did so often."""
    did = trimmed(unbound(first_item(case.frame.right)))
    often = (
        case.quantity.unit in _TIMES and case.phrase and not final_verb(case.phrase) and not case.frame.joined
    )
    return case.phrase + did if often and 1 < len(did) <= _LONGEST_DOING else ""


def by_phrase(case: UnnamedFigure, _: NamedBefore) -> str:
    """``受理案件187件``, ``社会支出占36%``, ``开展1次专题学法``"""
    if case.phrase.endswith("占"):
        share = case.quantity.unit in (*_KNOWN.named_before, *_KNOWN.compared_units)
        return f"{case.phrase}比" if share else trimmed(case.phrase[:-1])
    alone = is_deed(case.phrase) and not case.quantity.unit.startswith("%")
    what = trimmed(_WHERE.sub("", first_item(unbound(case.frame.right)))) if alone else ""
    return case.phrase + (what if len(what) <= _SHORT and what != case.phrase else "")


def by_what_follows(case: UnnamedFigure, _: NamedBefore) -> str:
    """Whatever stands behind, where nothing else names the figure."""
    return trimmed(case.frame.right)
