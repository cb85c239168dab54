"""Names whose words could be put together, and would say what is not so: cut before their end, or with a deed of somebody else."""

import re
from itertools import pairwise

from converter.translation.names import amounts
from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, VERBS
from converter.translation.names.measured import AMOUNT, PERSONS, RATE
from converter.translation.names.parts import deed, is_money
from converter.translation.names.tokens import Words

_OFFICES = ("局", "委", "厅", "部门", "机构", "机关", "组织", "中心", "大队", "支队", "队", "庭", "仲裁院")
_FIRMS = ("企业", "公司", "市场主体", "经营主体")
_MOVING = ("推动", "推进", "促进", "助推", "加快", "加快推进", "积极推动", "力促", "力争")
_CARRYING = ("实施", "开展", "进行", "落实", "启动", "推行", "执行")
_PAYING = re.compile("(?:发放|拨付|支付|兑付|兑现|拨发)$")
_GIVING = ("奖励", "补贴", "补助", "资助", "奖补")
_RESTS = ("行", "员", "案", "会", "院", "处", "所", "队", "部", "人")
_WORKS = ("工程", "项目", "任务", "活动")
_BEHIND = re.compile(" (?:for|of|in) .*")
_SUM = re.compile(r"\b(?:revenue|value|income|sales|turnover|profits?)$")
_MEASURED = re.compile(rf"{RATE.pattern}|{AMOUNT.pattern}|\bnumber", re.I)
_BECOMING = (
    "entering",
    "becoming",
    "included",
    "listed",
    "selected",
    "shortlisted",
    "promoted",
    "upgraded",
    "turned",
    "serving",
)
_GROWING = ("增长", "下降", "增加", "增幅", "增速")
_RECEIVING = ("招生", "录取", "录用", "投入", "安排")  # their noun is the usual name
_SIZES = (
    "率",
    "占比",
    "比重",
    "比例",
    "数量",
    "总数",
    "产值",
    "总量",
    "规模",
    "收入",
    "营收",
    "增加值",
    "密度",
)
_SATISFACTION = ("satisfaction", "~ rate")
LISTS = ("目录", "名录", "清单", "名单", "计划", "范围", "规划", "库", "台账", "榜单")
_OF_PEOPLE = ("参训", "受训")
_PAIR = 2
_IN, _WHOLE = "在", "总投资"
# Deeds that say of an idea what it is about.
_OF_A_KIND, _IDEAS = ("出口", "进口", "就业"), ("时间", "时限", "目标", "任务", "指标", "水平", "能力")
_GIVERS = ("贡献",)  # 贡献税收: a deed, as a noun of all that follows


def is_stump(words: Words) -> bool:
    """Whether a name begins with the end of a word, cut from it (``行制发``)."""
    return len(words) > 1 and words[0] in _RESTS and _is_deed(words[1])


def is_act(words: Words) -> bool:
    """Whether a name ends with what an office did, and says not to what: ``执法人员结案``, ``调解组织调处``."""
    grammar = GRAMMAR.load()
    is_deed = len(words) > 1 and words[-1] in grammar.doing and words[-1] not in (*NOUNS.load(), *_RECEIVING)
    is_office = is_deed and words[-2].endswith((*grammar.agents, *_OFFICES)) and words[-2] in NOUNS.load()
    return is_office and not any(map(_is_deed, words[:-2]))


def is_moved(words: Words) -> bool:
    """Whether a verb only leads to what is measured (``推动增加值增长``, ``推动覆盖率``)."""
    return len(words) > 1 and words[0] in _MOVING and words[-1].endswith((*_GROWING, *_SIZES))


def is_not_done_to(verb: str, rest: Words) -> bool:
    """Whether a verb says not of what follows that it was done: ``推动企业``, ``推动转化率``, ``实施企业``."""
    named = _BEHIND.sub("", NOUNS.load().get(rest[-1], ""))
    is_somebody = rest[-1].endswith(_FIRMS) or bool(PERSONS.search(named.rpartition(" ")[2]))
    if verb in _MOVING:  # 推进总投资: of what is cut off
        return (
            is_somebody or rest[-1] == _WHOLE or (bool(_MEASURED.search(named)) and "investment" not in named)
        )
    if verb in _CARRYING:
        return is_somebody
    if verb in _OF_A_KIND and rest[-1].endswith(_IDEAS):
        return True  # 出口通关时间, 就业预期目标
    if len(rest) > _PAIR and _is_deed(rest[0]) and rest[1].endswith(_FIRMS):
        return True  # 延续执行企业优惠政策: the second is done too
    if verb in GRAMMAR.load().into and rest[-1].endswith(LISTS):
        return becomes(verb)  # 列入目录
    marks = GRAMMAR.load().marks
    others = [word for word, then in pairwise(rest) if then in marks]
    return bool(_PAYING.search(verb)) and is_money(rest[-1]) and any(one.endswith(_WORKS) for one in others)


def are_several(inner: Words, pattern: str, is_change: bool) -> bool:
    """Whether what is measured at the end is not all of a list: ``安全感、满意度``, ``处理能力、处理率和排放达标率``."""
    marks = GRAMMAR.load().marks
    before = [word for word, then in pairwise(inner) if then in marks]
    each = any(word in GRAMMAR.load().measure or RATE.search(NOUNS.load().get(word, "")) for word in before)
    is_felt = pattern.startswith(_SATISFACTION) and any(word in marks for word in inner)
    return is_felt or (each and not is_change)


def becomes(verb: str) -> bool:
    """Whether a verb says what somebody became or moved to, which is not done by them: ``企业进入500强``."""
    grammar = GRAMMAR.load()
    return verb in grammar.settling or grammar.into.get(verb, "").startswith(_BECOMING)


def is_no_thing(words: Words) -> bool:
    """Whether words that begin with a noun or end with one are a clause: ``奖励产业与创新人才``, ``经验在全国推广``."""
    is_deed = words[0] in VERBS.load() and words[0] not in ADJECTIVES.load()
    marks = GRAMMAR.load().marks
    is_given = words[0] in _GIVING and any(word in marks for word in words)
    of_firms = is_deed and len(words) > _PAIR and words[1] in _FIRMS and words[0] not in _GIVING
    is_there = _is_deed(words[-1]) and any(
        word.startswith(_IN) and len(word) > 1 for word in words[1:-1] if word in GRAMMAR.load().after
    )
    # 年销售收入龙头企业: how much is cut off.
    sums = [NOUNS.load().get(word, "") for word in words[:-1]]
    is_told = any(amounts.behind(word) or amounts.in_front(word) for word in words)
    is_cut = words[-1].endswith(_FIRMS) and any(map(_SUM.search, sums)) and not is_told
    return words[0] in _GIVERS or is_cut or is_given or of_firms or is_there or words[-1] in _OF_PEOPLE


def _is_deed(word: str) -> bool:
    return deed(word) is not None and word not in NOUNS.load() and word not in ADJECTIVES.load()
