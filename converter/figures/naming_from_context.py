"""Names that lean on the figure before: what the words around a number leave out because it has just been said.

Each function gives the name, or nothing where it does not apply.
"""

import re

from converter.figures.alternatives import either, guarded
from converter.figures.lists import ONLY_VERB, NamedBefore, is_part
from converter.figures.period import PERIOD
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import VERB, first_verb, is_place, members, thing, trimmed, without_change
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_ANAPHORIC = re.compile(guarded(_KNOWN.anaphoric, before=_KNOWN.anaphoric_not_before))
_SAID = rf"(?:$|{_ANAPHORIC.pattern})"
_GENERIC = re.compile(
    rf"(?P<of>.{{0,5}}?)(?:{either(_KNOWN.rates)}){_SAID}|(?P<done>{VERB}?)(?:{either(_KNOWN.amounts)}){_SAID}"
    rf"|(?:{either(_KNOWN.alone)})$"
)
_GENERAL = re.compile(either(_KNOWN.generic))
_GENERAL_END = re.compile(rf"(?P<attribute>.{{2,8}})(?:{either(_KNOWN.generic)})")
_OF_ALL_KINDS = re.compile("^(?:各类|各种|各项)")
_MOVE = re.compile(rf"(?>{either(_KNOWN.moves)})+[到至为]")
_ASPECT = re.compile(rf"(?:{either(_KNOWN.aspects)})$")
# 是去年的1.3倍, 相当于全国平均水平的1/2
_TIMES = re.compile(r"(?:^|[,均已])(?P<than>(?:是|为|约为|相当于|达到?)[^,]{2,12})的(?:近|约)?$")
_RATE = re.compile(rf"(?:{either(_KNOWN.rates)})$")
_DUE = re.compile(rf"(?:{either(_KNOWN.due)})$")
_LEVEL = re.compile(either(_KNOWN.levels))
_TAKING_PART = re.compile(either(_KNOWN.taking_part))


def in_list(_: UnnamedFigure, memory: NamedBefore) -> str:
    """``水耗、电耗分别下降4%、3%``"""
    return memory.shared[0] if memory.shared else ""


def moved(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``由18天压缩到5天``: the value that replaced the one before."""
    if not _MOVE.match(case.frame.left):
        return ""
    return memory.last if case.quantity.rank or memory.last.endswith("占比") else memory.base


def compared(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``是去年的1.3倍``"""
    times = _TIMES.search(case.frame.left) if case.quantity.unit in _KNOWN.compared_units else None
    return memory.base + times["than"] if times and memory.base else ""


def said_of_it(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``同比增长5%``, ``占20%``, ``居全市第2位``: something said of the figure before."""
    said = _ANAPHORIC.match(case.phrase) or (case.quantity.rank and is_place(case.phrase))
    if not (case.growing or memory.base) or not said or (case.noun and first_verb(case.phrase)):
        return ""
    if not case.phrase.startswith("占"):
        # Percentage points are of a share: of the one just told.
        points = case.quantity.unit in _KNOWN.points and _RATE.search(memory.last)
        return (case.growing or (memory.last if points else memory.base)) + case.phrase
    share = case.quantity.unit in (*_KNOWN.named_before, *_KNOWN.compared_units)
    return f"{without_change(case.growing or memory.last)}占比" if share else ""


def part(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``其中正职25宗``: a part of the whole before."""
    if not memory.whole or case.quantity.unit != memory.whole_unit or not is_part(case.frame, case.phrase):
        return ""
    # 继续有效36件: adverbs alone are the part. 其中2021年60件: what is left is the whole, of that year.
    own = case.phrase.removeprefix("涉及") or PERIOD.sub("", case.frame.left).replace("其中", "").strip("、")
    return f"{memory.whole}（{own}）" if own else memory.whole


def taking_part(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``开展普法活动,共300人参加``: those who took part in what the clause before tells."""
    match = _TAKING_PART.match(case.frame.right)
    if case.phrase or not match:
        return ""
    event = case.clause_before or trimmed(case.frame.tail) or memory.base
    return members(event)[-1].removeprefix(first_verb(event)) + match[0]


def unnamed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``共40场``: no word of its own."""
    if case.phrase:
        return ""
    return case.clause_before or (memory.last if case.frame.is_bare else memory.base)


def aspect(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``播种面积5万亩,产量2万吨``: another quantity of the same thing."""
    found = _ASPECT.search(memory.base) if _ASPECT.fullmatch(case.phrase) else None
    return thing(memory.base[: found.start()]) + case.phrase if found else ""


def rate(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``满意率97%``: a share or an amount of the thing before; what both say stands once (尾水整治, 整治率 → 尾水整治率)."""
    generic = _GENERIC.match(case.phrase)
    of = thing(memory.base)
    shared = of.find(case.phrase[:2])
    if not of or not generic or (len(generic["of"] or "") > 2 and shared < 0):
        return ""
    if shared >= 0 and len(case.phrase) > 1:
        return _DUE.sub("", of[:shared]) + case.phrase
    return of + case.phrase


def done(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``正式印发11件``: only what was done with the things before."""
    if not memory.base or not ONLY_VERB.fullmatch(case.phrase):
        return ""
    if case.quantity.unit in _KNOWN.named_before:
        return memory.base
    if case.quantity.unit != memory.unit:
        return ""
    who = memory.base.removesuffix(case.phrase)
    # 负责人应出庭92件,实际出庭90件: who did what was due.
    return _DUE.sub("", who) + case.phrase if who != memory.base else case.phrase + thing(memory.base)


def same_kind(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``办理告知承诺业务8万件,事项提速93%``: a general noun takes the attribute of the one before."""
    before = _GENERAL_END.fullmatch(_OF_ALL_KINDS.sub("", thing(memory.base)))
    return before["attribute"] + case.phrase if before and _GENERAL.match(case.phrase) else ""


def level(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``省级示范村3个,市级15个``: the level takes the other one's place."""
    same = case.quantity.unit == memory.unit and _LEVEL.fullmatch(case.phrase)
    return _LEVEL.sub(case.phrase, memory.base, count=1) if same and _LEVEL.search(memory.base) else ""


def listed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``新增企业7家、基地5个``: what the second of a list leaves out of the first, up to a word they share, an
    attribute, or the verb."""
    if not memory.base or not case.frame.joined or first_verb(case.phrase):
        return ""
    shared = memory.base.rfind(case.phrase[:2])
    first = memory.base
    start = first[:shared] if shared > 0 else first[: first.rfind("的") + 1] or first_verb(first)
    return start + case.phrase


def among(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``其中审查文件9件,合同63件``: the verb behind 其中 holds on."""
    same = memory.verb and case.quantity.unit == memory.unit and not first_verb(case.phrase)
    return memory.verb + case.phrase if same else ""
