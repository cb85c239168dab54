"""Names of the members of a list, which leave out what the first, or the last, has said.

Each function gives the name, or nothing where it does not apply.
"""

import re

from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.anaphora import is_leaning
from converter.figures.discourse import NamedBefore
from converter.figures.naming_of_changes import share_of
from converter.figures.rates import rate
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import final_verb, first_verb, members, who_did_what
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_LEVEL = re.compile(rf"{either(_KNOWN.levels)}|[\d十百千万亿]+级")
_LATER = re.compile(r"[\d一二两三四五六七八九十]+年将.*")  # 安排2元、三年将投入9元: another deed
_THRESHOLD = re.compile(r"\d[\d.]*[千万亿]*\w{1,3}以[上下内]")
_MADE = re.compile(rf"(?:{either(_KNOWN.making)})(?:[、和及](?:{either(_KNOWN.making)}))*(?=..)")
_BUILT = frozenset(_KNOWN.made_units)
_OTHER = re.compile(rf"^(?:新|在|基本|分配|{either(_KNOWN.opened)})|[总共累]|占|存量|数量?$|[率度比]$")
_TOWARDS = ("向", "对", "为", "给", "由", "被", "将", "把", "因", "与", "在")
_ASPECTS = tuple(_KNOWN.aspects)
_TOTAL = re.compile("合计|总计|共计|总共")
_VERB = 2  # characters


def in_list(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``水耗、电耗分别下降4%、3%``"""
    if not memory.shared:
        return ""
    name = memory.shared[0]
    if name.endswith("的"):
        return share_of(name, case.quantity.unit) or name[:-1]
    own = replace(case, phrase=name)
    return (is_leaning(own.phrase) and rate(own, memory)) or own.phrase


def level(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``省级示范村3个,市级15个``, ``投资1亿元以上8个、5亿元以上3个``: the level, or threshold, takes the other one's place."""
    if case.frame.over and case.frame.joined and _THRESHOLD.fullmatch(case.phrase):
        return _THRESHOLD.sub(case.phrase, memory.base, count=1) if _THRESHOLD.search(memory.base) else ""
    if case.quantity.unit != memory.unit or not _LEVEL.fullmatch(case.phrase):
        return ""
    if _LEVEL.search(memory.base):
        return _LEVEL.sub(case.phrase, memory.base, count=1)
    return case.phrase + memory.base if case.phrase.endswith("本级") else ""


def listed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``新增企业7家、基地5个``: what the second of a list leaves out of the first, up to a word they share, an
    attribute, or the verb."""
    if (
        not memory.base
        or not case.frame.joined
        or first_verb(case.phrase)
        or _LATER.fullmatch(case.phrase)
        or case.phrase.startswith(_TOWARDS)
    ):
        return ""
    if case.quantity.unit != memory.unit and case.phrase.endswith((*_ASPECTS, *_KNOWN.deeds)):
        return ""  # 组织对接活动2场、交易金额5亿元; 查处34起、行政拘留5人
    shared = memory.base.rfind(case.phrase[:2])
    first = memory.base
    alike = not final_verb(first[:shared]) and first.endswith(
        case.phrase[-2:]
    )  # 配售型保障性住房、保障性租赁住房: two kinds of the same
    if shared > 0 and not alike and not any(one.endswith(case.phrase) for one in members(first)):
        return first[:shared] + case.phrase
    # 办理重点建议1件、建议9件: the same word of two things shares the verb alone, whoever did it.
    verb = first_verb(first) if who_did_what(case.phrase)[1] else who_did_what(first)[1]
    return (first[: first.rfind("的") + 1] or verb) + case.phrase


def made(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``新建学校4所,幼儿园3所``: what is made behind a comma too, where the number stands directly behind the thing."""
    verb = _MADE.match(memory.last)
    alone = case.frame.left == case.phrase and case.frame.gap == f",{case.phrase}"
    if not verb or not alone or case.quantity.unit != memory.unit or case.quantity.unit not in _BUILT:
        return ""
    before = memory.last[verb.end() :]
    alike = case.phrase.endswith(before[-_VERB:]) or case.phrase.startswith(before[:_VERB])
    other = first_verb(case.phrase) or final_verb(case.phrase) or _OTHER.search(case.phrase)
    return verb[0] + case.phrase if alike and not other and len(case.phrase) > _VERB else ""


def among(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``其中审查文件9件,合同63件``: the verb behind 其中 holds on."""
    same = memory.verb and case.quantity.unit == memory.unit and not first_verb(case.phrase)
    if ";" in case.frame.gap or _TOTAL.search(case.frame.left):
        return ""  # 其中主办建议2件;提案共计3件: a whole of its own
    return memory.verb + case.phrase if same else ""
