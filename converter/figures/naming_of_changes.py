"""Names of what is said of the figure before: how it changed, what share it is, where it ranks, what it came to.

Each function gives the name, or nothing where it does not apply.
"""

import re

from converter.figures.alternatives import either, starts
from converter.figures.anaphora import ANAPHORIC, ANAPHORIC_STARTS
from converter.figures.discourse import NamedBefore
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import first_verb, is_place, trimmed, unranked, without_change
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_HOW = ("大幅", "大幅度", "再", "直接", "整体", *_KNOWN.manner, *_KNOWN.growing.manner)
_MOVE = re.compile(rf"(?:{either(_HOW)})*(?>{either(_KNOWN.moves)})+[到至为]")
_MOVE_STARTS = starts([*_HOW, *_KNOWN.moves])
# 是去年的1.3倍, 相当于全国平均水平的1/2
_TIMES = re.compile(r"(?:^|[,均已])(?P<than>(?:是|为|约为|相当于|达到?)[^,]{2,12})的(?:近|约)?$")
# 为年度预算的103.2%: a share of what it is measured against.
_MEASURED_AGAINST = re.compile(
    r"(?:是|为|约为|相当于|达到?)[^,占]{0,8}(?:预算|计划|目标|任务|标准|上年|去年|同期|水平|往年|前年)数?"
)
_MEASURED = re.compile("预算|计划|目标|任务|标准|上年|去年|同期|水平|往年|前年|平均|均值|[年月]")
# 人口超过全省的60%, 产值达到全区的近三成
_SHARE_OF = re.compile(
    r"(?:分别|均|已|都)*(?:超过?|达到|接近|不足|不到|逾)(?P<whole>[^,、占\d]{2,12})的(?:近|约)?$"
)
# 在全省六个城区中排名, 在考评中列: among whom, or in what.
_AMONG = re.compile(rf"[均都]?在[^,强榜]{{1,16}}[中里内](?:综合)?(?:{either(_KNOWN.ranking)})?第?")
_COMPARED = re.compile("(?<![占同环对])比(?![重例率])|较|[高低快优]于|排名$")
_ABOVE = re.compile("[高低快慢]于?|领先|超过")
# 上年同期为73件, 2019年这一数字为52件: the same of another time.
_AGAIN = re.compile(
    r"(?:去年|上年|前年|上一?年度?)?(?:同期|同口径)数?|[这该此][一个]?(?:数字|数据|数值|数|比例|比率|占比|比重|指标|金额)"
)
_OF_ITS_OWN = re.compile(rf"年均(?!实际|名义|{either(_KNOWN.moves)}|$)")  # 年均成本
_PACE = ("增速", "增幅", "降幅", "涨幅")  # of what grew, and not of its growth
_AMOUNTS = tuple(_KNOWN.flows) + tuple(_KNOWN.aspects)
_RATE = re.compile(rf"(?:{either(_KNOWN.rates)})$")


def moved(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``由18天压缩到5天``: the value that replaced the one before."""
    left = case.frame.left
    if left[:1] not in _MOVE_STARTS or not _MOVE.match(left):
        return ""
    return memory.last if case.quantity.rank or memory.last.endswith("占比") else memory.base


def again(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``上年同期为73件``: the same as the figure before, of another time."""
    if case.frame.inside and case.frame.gap == "(" and not case.frame.right:
        return memory.last  # 5亿元(3000万美元)以上
    same = case.quantity.unit == memory.unit and _AGAIN.fullmatch(trimmed(case.frame.left))
    return memory.last if same else ""


def compared(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``是去年的1.3倍``"""
    if name := share_of(case.frame.left, case.quantity.unit):
        return name
    times = _TIMES.search(case.frame.left) if "的" in case.frame.left else None
    share = times and case.quantity.unit == "%" and _MEASURED_AGAINST.fullmatch(times["than"])
    of = times if share or case.quantity.unit in _KNOWN.compared_units else None
    return memory.base + of["than"] if of and memory.base else ""


def share_of(left: str, unit: str) -> str:
    """What share of what ``left`` tells before a number of ``unit`` (``人口超过全省的60%``), empty where none."""
    share = _SHARE_OF.search(left) if unit == "%" and "的" in left else None
    what = trimmed(left[: share.start()]) if share else ""
    return f"{what}占{share['whole']}比重" if share and what and not _MEASURED.search(share["whole"]) else ""


def placed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``增长5%,在六个城区中排名第一``: where, and not what, stands before the rank."""
    if not case.quantity.rank or not _AMONG.fullmatch(case.frame.left):
        return ""
    told = _COMPARED.split(memory.last, maxsplit=1)[0]
    return told and f"{unranked(told)}排名"


def said_of_it(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``同比增长5%``, ``占20%``, ``居全市第2位``: something said of the figure before."""
    moved = case.quantity.unit in _KNOWN.named_before and case.phrase in _KNOWN.moves  # 精简37.9%
    said = moved or _says(case.phrase) or (case.quantity.rank and is_place(case.phrase.removeprefix("保持")))
    own = case.quantity.unit == memory.unit and _OF_ITS_OWN.match(case.phrase)
    if case.phrase.startswith("占") and not (case.growing or memory.base):
        of = case.clause_before
        return f"{of}占比" if of.endswith(_AMOUNTS) and not first_verb(of) else ""  # 教育支出,共占总支出的9%
    if not (case.growing or memory.base) or not said or own or (case.noun and first_verb(case.phrase)):
        return ""
    if case.frame.left.endswith("的") and case.phrase.startswith(("较", "比")):
        return memory.base  # 较2015年的80亿元: what it is measured against
    if not case.phrase.startswith("占"):
        # Percentage points are of a share: of the one just told.
        told = case.growing or memory.last
        if case.quantity.rank and not told.endswith("排名") and _COMPARED.search(told):
            return _COMPARED.split(told, maxsplit=1)[0] + case.phrase  # 增长6%,比全省高1个百分点,排全省第8位
        points = (case.quantity.unit in _KNOWN.points or "高出" in case.phrase) and (
            _RATE.search(memory.last) or (_ABOVE.search(case.phrase) and memory.unit == "%")
        )
        # 增长8%、居全省第3位: its growth ranks.
        grew = case.quantity.rank and case.frame.gap.startswith("、") and memory.unit == "%"
        of = case.growing or (memory.last if points or grew else _changed(case, memory))
        return (without_change(of) if case.phrase.startswith(_PACE) else of) + case.phrase
    share = case.quantity.unit in (*_KNOWN.named_before, *_KNOWN.compared_units)
    # 是五年前的3倍,占全国的48%: the share is of what was so many times as much.
    grew = without_change(memory.last) != memory.last
    told = memory.base if grew or memory.unit in _KNOWN.compared_units else memory.last
    return f"{without_change(case.growing or told)}占比" if share else ""


def _says(phrase: str) -> bool:
    """True for words that say something of what was told; 增加贷款 names what grew itself."""
    found = ANAPHORIC.match(phrase) if phrase[:1] in ANAPHORIC_STARTS else None
    return found is not None and not (found[0] in _KNOWN.moves and len(phrase) > len(found[0]) + 1)


def _changed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """What a change is said of: the things counted in its own unit, else what was told directly before, but for a share,
    a rank and another change of the same."""
    if memory.unit != case.quantity.unit == memory.counted_unit and memory.counted_here:
        return memory.counted
    told = memory.last.endswith("占比") or without_change(memory.last) != memory.last
    told = told or _MEASURED_AGAINST.fullmatch(memory.last.removeprefix(memory.base)) is not None
    return memory.base if told or unranked(memory.last) != memory.last else memory.last
