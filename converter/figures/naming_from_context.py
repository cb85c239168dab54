"""Names that lean on the figure before: what the words around a number leave out because it has just been said.

Each function gives the name, or nothing where it does not apply.
"""

import re

from msgspec.structs import replace

from converter.figures.alternatives import either, starts
from converter.figures.deeds import done_to, event, followed_by, is_deed, is_done_by
from converter.figures.discourse import NamedBefore
from converter.figures.noun import unbound
from converter.figures.parts import counts_persons, is_part, same_kind_of_unit
from converter.figures.period_patterns import PERIOD
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import (
    VERB,
    clauses,
    final_verb,
    first_item,
    first_verb,
    members,
    said_of,
    thing,
    trimmed,
    without_change,
)
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_GENERAL = re.compile(either(_KNOWN.generic))
_GENERAL_STARTS = starts(_KNOWN.generic)
_GENERAL_END = re.compile(rf"(?P<attribute>.{{2,8}})(?:{either(_KNOWN.generic)})")
_OF_ALL_KINDS = re.compile("^(?:各类|各种|各项)")
_CASES = frozenset(("件", "项", "个", "宗", "起", "条", "份"))  # of one list as the writer likes
_VERBS = re.compile(f"新?{VERB}+")
_NAMED_APART = re.compile("[大关口台阶元]*[、,](?:实现|已|共)*(?:达到?|为|增至)")
_OR_MORE = re.compile(
    "(?:以上)?[、,](?:并|努力)?(?:力争|争取|确保|有望)(?:达到?|完成|实现|增长)?"
)  # 确保增长6%、力争7%
_TOTAL = re.compile("合计|总计|共计|总共")
_SO_FAR = re.compile("累计[^,]{0,3}$")  # 新增企业8家,累计96家: not all of them are new
_NEWLY = ("新", "净", "增")
_CARRIED_OUT = re.compile("^进行了?(?=..)")
_REACHING = re.compile(rf"^(?:{either(_KNOWN.reaching)})+")
_NEAR = 2  # clauses: what is told of a figure stands in the next one
_VERB = 2  # characters
_AGAIN = 6  # characters of a word said again
_LONGEST = 30  # characters of a name that a list of things makes
_TAKING_PART = re.compile(either(_KNOWN.taking_part))


def part(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``其中正职25宗``: a part of the whole before."""
    if not memory.whole or not is_part(case.frame, case.phrase):
        return ""
    if (
        not case.phrase
        and _NAMED_APART.fullmatch(case.frame.gap)
        and not memory.last.startswith(memory.whole)
    ):
        return ""  # 其中农村居民收入突破2万元、达到2.1万元
    goes_on = case.frame.joined and memory.last.endswith("）")
    if case.quantity.unit != memory.whole_unit and not (
        goes_on and {case.quantity.unit, memory.whole_unit} <= _CASES
    ):
        return ""
    # 继续有效36件: adverbs alone are the part. 其中2021年60件: what is left is the whole, of that year.
    said = case.phrase.removeprefix(f"{memory.whole}中").removeprefix("涉及").removeprefix("含")
    own = said or PERIOD.sub("", case.frame.left).replace("其中", "").strip("、").removesuffix("为")
    return f"{memory.whole}（{own}）" if own else memory.whole


def part_behind(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``其中10家企业已投产``: what became of so many of the whole, its last word said again."""
    if not memory.whole or case.phrase or case.quantity.unit != memory.whole_unit:
        return ""
    again = next(
        (n for n in range(_AGAIN, 1, -1) if len(case.noun) > n and memory.whole.endswith(case.noun[:n])), 0
    )
    became = trimmed(case.noun[again:]) if again else ""
    return f"{memory.whole}（{became}）" if became and is_deed(became) else ""


def taking_part(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``开展普法活动,共300人参加``: those who took part in what the clause before tells."""
    match = None if case.phrase else _TAKING_PART.match(case.frame.right)
    if not match:
        return ""
    event = case.clause_before or trimmed(case.frame.tail) or memory.base
    return members(event)[-1].removeprefix(first_verb(event)) + match[0]


def unnamed(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``共40场``: no word of its own."""
    if case.phrase:
        return ""
    if len(memory.alike) > 1 and _TOTAL.search(case.frame.left) and case.quantity.unit == memory.unit:
        whole = "、".join(memory.alike)
        return f"{whole}合计" if len(whole) <= _LONGEST else ""
    if _SO_FAR.search(case.frame.left) and memory.base and same_kind_of_unit(case.quantity.unit, memory.unit):
        newly = memory.base.startswith(_NEWLY)
        return f"{thing(memory.base) if newly else memory.base}累计"
    level = without_change(memory.last) == memory.last and case.quantity.unit == memory.unit
    more = case.quantity.unit == memory.unit and _OR_MORE.fullmatch(case.frame.gap) is not None
    passed = level and _NAMED_APART.fullmatch(case.frame.gap) is not None
    if passed or more or (case.quantity.rank and memory.last.endswith("排名")):
        return memory.last  # 投资突破2亿元、达2.1亿元; 连续9个月全省第一
    before = case.clause_before
    if before.startswith("占") and case.quantity.unit in _KNOWN.named_before:
        return f"{memory.last}占比"  # 占受理数比例最高,达90%
    return before or (memory.last if case.frame.is_bare else memory.base)


def done(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``正式印发11件``: only what was done with the things before."""
    if case.phrase in _KNOWN.averages and memory.counted:
        return case.phrase + memory.counted
    if not (is_deed(case.phrase) or _adds(case, memory)) or _names_more(case):
        return ""
    if case.quantity.unit in _KNOWN.named_before:
        deed = _REACHING.sub("", case.phrase)  # 建议12件实现100%办结
        return said_of(memory.base, deed) if memory.base and is_deed(deed) else memory.base
    return _done_to_what(case, memory)


def _adds(case: UnnamedFigure, memory: NamedBefore) -> bool:
    """True for verbs alone of more of the same, behind the same unit (新建住房9套、新增供应8套)."""
    same = case.frame.joined and case.quantity.unit == memory.counted_unit
    return same and case.phrase.startswith(_NEWLY) and _VERBS.fullmatch(case.phrase) is not None


def _done_to_what(case: UnnamedFigure, memory: NamedBefore) -> str:
    case = replace(case, phrase=_CARRIED_OUT.sub("", case.phrase))
    if is_done_by(memory.base) and memory.base.endswith(case.phrase[-_VERB:]):
        return done_to(case.phrase, memory.base)  # 负责人应出庭9件,实出庭8件
    same = memory.counted and same_kind_of_unit(case.quantity.unit, memory.counted_unit)
    what = event(case.frame.gap, final_verb(case.phrase)) if not (same and memory.counted_here) else ""
    if what:
        return case.phrase + what
    if same:
        return done_to(case.phrase, memory.counted)
    if not case.frame.closed:
        return ""  # 投入9万元完成5项: what it was for stands behind
    if counts_persons(memory.counted_unit) and final_verb(case.phrase) in _KNOWN.spending:
        return ""  # 派出干部5名,投入9万元: no money of theirs
    near = memory.counted_here and len(clauses(case.frame.gap)) <= _NEAR
    return followed_by(case.phrase, memory.counted) if near else ""


def _names_more(case: UnnamedFigure) -> bool:
    right = unbound(first_item(case.frame.right))
    return not right.startswith("中") and trimmed(right) != ""


def same_kind(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``办理告知承诺业务8万件,事项提速93%``: a general noun takes the attribute of the one before."""
    if case.phrase[:1] not in _GENERAL_STARTS or not _GENERAL.match(case.phrase):
        return ""
    before = _GENERAL_END.fullmatch(_OF_ALL_KINDS.sub("", thing(memory.base)))
    return before["attribute"] + case.phrase if before else ""
