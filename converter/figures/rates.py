"""Names of rates and amounts, which say what of a thing is told, and not of which: ``满意率97%``, ``面积5亩``."""

import re

from converter.figures.alternatives import either, ends, one_of, starts
from converter.figures.anaphora import ANAPHORIC, is_leaning, rated
from converter.figures.deeds import is_done_by
from converter.figures.discourse import NamedBefore
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import (
    ACTION,
    VERB,
    clauses,
    final_verb,
    first_verb,
    thing,
    trimmed,
    what_of,
    who_did_what,
    without_change,
)
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_SAID = rf"(?:$|{ANAPHORIC.pattern})"
_GENERIC = re.compile(
    rf"(?P<of>.{{0,5}}?)(?:{either(_KNOWN.rates)}){_SAID}|(?P<done>{VERB}?)(?:{either(_KNOWN.amounts)}){_SAID}"
    rf"|(?:{either(_KNOWN.alone)})$"
)
_ASPECT = re.compile(rf"(?:占地)?(?:{either(_KNOWN.aspects)})$|占地$")
_ASPECT_ALONE = re.compile(
    rf"(?>(?:{VERB}|{one_of([*_KNOWN.qualities, *_KNOWN.deeds])})*)(?:{either(_KNOWN.aspects)})"
)
_ASPECT_ENDS = ends(_KNOWN.aspects)
_OWN_RATE = re.compile(rf"(?:{either(_KNOWN.own_rates)})(?:{either(_KNOWN.rates)})")
_OWN_RATE_STARTS = starts(_KNOWN.own_rates)
_AVERAGES = tuple(_KNOWN.averages)
_OF = 2  # characters before a rate that still say nothing of their own (精简率)
_NEAR = 2  # clauses: what is told of a figure stands in the next one
_LONGEST = 30  # characters of a name that a list of things makes
_OF_GROWING = re.compile(rf"(?:实现)?(?:{either(_KNOWN.aspects)})(?:占|$)")
_EFFECT = re.compile("(?<=..)(?:经济)?效益$")
_BROUGHT_IN = re.compile(rf"实现(?P<amount>{either([*_KNOWN.aspects, *_KNOWN.flows])})")
# 注册资本 begins as a verb does, 总投资 as a quality; rates and bare amounts lean on more than that.
_WHOLE = frozenset(one for one in _KNOWN.aspects if one[-1] != "率") - frozenset(_KNOWN.amounts)
_BODIES = frozenset(("家", "户", "个", "所"))
# 作出撤销或确认决定5件, 纠错率: not a rate of one deed or another.
_EITHER_DEED = re.compile(f"^或|或{ACTION}|或.{{2,6}}决定$")
_THINGS = _BODIES | frozenset(("项", "宗", "支", "座", "场", "单", "笔", "条", "次", "届", "期", "只"))
_AMOUNT_OF_THEM = re.compile(
    "(?:计划|协议|意向|合同|累计|到位|年度|预计|首期|引资|签约|募集|实现|共?完成|计容)*总?"
    "(?:投资总?额?|投资规模|到位资金|资金总?额?|[总融]资?规模|资金规模|引资额|(?:订单|成交|交易|签约|合同|授信|融资|服务)总?金?额|投资总额|总额|总金额"
    "|(?:建筑|展览|占地|厂房|用地|规划)总?面积|总建筑面积|总面积|总长|总长度|总里程|总产值)"
)
_WITH_AMOUNTS = (
    "项目",
    "工程",
    "企业",
    "主体",
    "合同",
    "会员",
    "平台",
    "基金",
    "展会",
    "活动",
    "园区",
    "产权",
    "建设",
    "公司",
    "机构",
    "用地",
    "线路",
    "空间",
)
_HOW_MANY = re.compile("总?[数量]$")
_FINISHED = re.compile("建成|竣工|完工|投产|完成|投用")
_TELLING = 4  # characters of things that say enough without what was done to them
_DUE = re.compile(rf"(?:{either(_KNOWN.due)})$")


def aspect(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``播种面积5万亩,产量2万吨``: another quantity of the same thing."""
    # 营收增长5%、利润增长3%: the change of another quantity.
    alone = without_change(case.phrase) if case.frame.joined else case.phrase
    if of := _brought_in_by(case, memory) or _of_growing(case):
        return of
    leans = alone[-1:] in _ASPECT_ENDS and (alone in _WHOLE or _ASPECT_ALONE.fullmatch(alone))
    if not leans or _is_of_another(case):
        return ""
    if found := _ASPECT.search(memory.base):
        return thing(memory.base[: found.start()]) + case.phrase
    if alone != case.phrase and (found := _ASPECT.search(without_change(memory.last))):
        return memory.last[: found.start()] + case.phrase  # 企业数量增长5%、注册资本增长3%
    counted = case.frame.joined and alone == case.phrase
    of = memory.last if memory.last.endswith("）") else who_did_what(memory.counted)[2]
    return of + case.phrase if counted else ""


def amount_of_counted(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``签约项目9个,总投资额5亿元``: an amount of the things counted directly before, up to one comma away."""
    near = memory.counted_here and memory.last == memory.counted and len(clauses(case.frame.gap)) <= _NEAR
    if not near or memory.counted_unit not in _THINGS or not _AMOUNT_OF_THEM.fullmatch(case.phrase):
        return ""
    of = _HOW_MANY.sub("", memory.counted)
    if (
        not of.endswith(_WITH_AMOUNTS)
        or memory.counted_unit == case.quantity.unit
        or (case.phrase.startswith("完成") and _FINISHED.match(of))
    ):
        return ""  # 建成项目9个,完成投资5亿元: of others too
    what = thing(of)
    return (what if len(what) >= _TELLING else of) + case.phrase


def _of_growing(case: UnnamedFigure) -> str:
    """``工业企业效益提高,实现利润5亿元``: the amount of what the clause before says grows."""
    if not case.growing or not _OF_GROWING.match(case.phrase):
        return ""
    return _EFFECT.sub("", case.growing.rpartition("等")[2] or case.growing) + case.phrase


def _is_of_another(case: UnnamedFigure) -> bool:
    """True where a clause between says what was done to another thing (缴费比例降低,充实保障基金,储备规模2元)."""
    between = [trimmed(clause) for clause in clauses(case.frame.gap)[1:-1]]
    return any(first_verb(clause) not in ("", clause) for clause in between)


def _brought_in_by(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``企业达到13家,实现产值5亿元``: what the bodies just counted brought in; persons and deeds have no such amount."""
    amount = _BROUGHT_IN.fullmatch(case.phrase) if case.phrase.startswith("实现") else None
    if not amount or not memory.counted_here or memory.counted_unit not in _BODIES or case.frame.joined:
        return ""
    near = len(clauses(case.frame.gap)) <= _NEAR and memory.last == memory.counted
    return what_of(memory.counted) + amount["amount"] if near else ""


def rate(case: UnnamedFigure, memory: NamedBefore) -> str:
    """``满意率97%``: a share or an amount of the thing before; what both say stands once (尾水整治, 整治率 → 尾水整治率)."""
    if case.phrase[:1] in _OWN_RATE_STARTS and _OWN_RATE.match(case.phrase):
        return ""
    if case.phrase.startswith(_AVERAGES) and case.quantity.unit == memory.unit:
        return ""  # 财政拨款2亿元,年均成本9万元: not the cost of that money
    leaning = is_leaning(case.phrase)
    told = thing(memory.base.partition("（")[0] if memory.base.endswith("）") else memory.base)
    told = (_ASPECT.sub("", told) or told) if case.phrase in _KNOWN.alone else told
    of = _of_list(case, memory, told) if leaning and told.find(case.phrase[:2]) < 1 else told
    shared = of.rfind(case.phrase[:2])
    if shared < 0 and of.endswith("率"):
        of = (not leaning and _things(case, memory)) or rated(of)  # 调解纠纷3件,成功率9%,涉及金额2元
    if shared < 0 and of and is_done_by(of):
        return ""  # 负责人应出庭9件,败诉率5%: not the rate of their appearing
    if not of or _EITHER_DEED.search(of) or not (leaning or _is_near(case.phrase, shared >= 0)):
        return ""
    if shared >= 0 and len(case.phrase) > 1:
        # 事项精简材料, 精简率: what was done to stands behind the deed.
        deed = case.phrase[:2]
        behind = (
            of[shared + len(deed) :] if first_verb(deed) or deed in _KNOWN.deeds else ""
        )  # but 优良天数, 优良率
        return _DUE.sub("", of[:shared]) + ("" if behind in case.phrase else behind) + case.phrase
    return (_standing(of) if case.phrase.startswith("总") else of) + case.phrase


def _standing(of: str) -> str:
    """``of`` without what was done to some of them at its end (病床将增设6万张,总数33万张)."""
    done = final_verb(of)
    return of[: -len(done) - 1] if done and of.removesuffix(done).endswith(("将", "已", "拟")) else of


def _is_near(phrase: str, shared: bool) -> bool:
    """True for a rate that says nothing of its own, or shares it with what was told."""
    generic = _GENERIC.match(phrase)
    return generic is not None and (shared or len(generic["of"] or "") <= _OF)


def _of_list(case: UnnamedFigure, memory: NamedBefore, told: str) -> str:
    """The things counted before, else what the rate just before in the list is of (学法考试参考率99%、合格率98%)."""
    return _things(case, memory) or (rated(told) if case.frame.joined and not is_leaning(told) else "")


def _things(case: UnnamedFigure, memory: NamedBefore) -> str:
    """What a rate is of: all of the list just told, else the last things counted; money has none."""
    if not memory.counted_here or len(clauses(case.frame.gap)) > _NEAR + 1 or "元" in memory.counted_unit:
        return ""
    if len(memory.listed) > 1 and memory.listed[-1] == memory.last:
        named = "、".join(what_of(name) for name in memory.listed)
        return named if len(named) <= _LONGEST else ""
    return what_of(memory.counted)
