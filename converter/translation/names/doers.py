"""Who or what did something: names with a doer in front of the deed (``法院受理案件``, ``推动企业实施改造``)."""

from converter.translation.names.deeds import done_to, is_compound, is_measured
from converter.translation.names.doubtful import becomes
from converter.translation.names.ended import happened
from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, OF, VERBS, is_chinese_place, place
from converter.translation.names.parts import begins_with_deed, deed
from converter.translation.names.phrase import Phrase
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_REACHING = ("惠及", "覆盖", "带动", "拉动", "吸引", "吸纳", "撬动")
_TOTAL = ("总额", "总数", "总量", "案件", "案")
_SUPPLY, _COSTS, _WHO = "供应", ("支出", "费用", "成本"), ("人才", "人员", "居民", "群众")
_PAYERS, _PAID = (
    ("财政", "中央"),
    ("投入", "安排", "拟安排", "下拨", "拨付", "下达", "增加", "落实", "投资", "出资"),
)
# What is done within a whole that may have deeds of its own.
_CARRIED, _SPENT, _WORKS = ("完成", "超额完成", "累计完成"), ("投资", "投资额", "产值"), ("项目", "工程")
_FIRMS = "企业"
_CLAUSE = 3  # words: two of a clause, and one that leads to it


def urged(words: Words) -> Phrase | None:
    """Something that was made to happen, which is what is counted: ``推动项目开工``, ``推动企业实施改造``."""
    is_urged = len(words) >= _CLAUSE and words[0] in GRAMMAR.load().urging and not deed(words[1])
    is_ended = words[-1] in VERBS.load() and VERBS.load()[words[-1]].result and words[-1] not in NOUNS.load()
    if not is_urged or OF in words:
        return None
    is_act = words[0] not in GRAMMAR.load().fulfils
    return happened(words[1:]) if is_ended else (done_by(words[1:]) if is_act else None)


def done_by(words: Words) -> Phrase | None:
    """Who or what did something to something: ``法院受理案件``, ``活动吸引游客``."""
    where = _where(words)
    is_agent = bool(where) and _does(words[where - 1], words[where], words[where + 1 :])
    is_payer = words[where - 1].endswith(_PAYERS) or is_chinese_place(words[where - 1])
    is_paid = is_payer and words[where] in _PAID
    is_known = is_paid or (is_agent and words[where] not in GRAMMAR.load().gives)
    is_known = is_known or words[where] in GRAMMAR.load().within
    if not where or not is_known or OF in words or becomes(words[where]):
        return None
    rest, grammar = words[where + 1 :], GRAMMAR.load()
    # 民办学校设立审批: what is approved is that they are set up.
    is_deed = (
        bool(rest) and deed(rest[-1]) and rest[-1] not in NOUNS.load() and words[where] not in grammar.events
    )
    is_carried = words[where] in grammar.fulfils or words[where] in grammar.within
    if rest and ((is_deed and not is_carried) or (len(rest) > 1 and rest[-1].endswith(_COSTS))):
        return None
    if rest and (is_measured(words[where], rest) or is_compound(words[where], rest)):
        return None  # 律师调解平台: a platform is not mediated
    if words[where] == _SUPPLY and words[where - 1].endswith(_WHO):
        return None  # 人才供应住房: who is supplied
    # 培育企业 do not foster.
    is_worked = begins_with_deed(words[:where]) or (deed(words[0]) and words[where - 1] == _FIRMS)
    who = (None if is_worked else _somebody(words[:where])) or _works(words[:where], words[where:])
    what = done_to(words[where:])
    return (
        who
        and what
        and what.behind(f"{'by' if is_agent or is_paid or words[where] in _REACHING else 'in'} {who.several}")
    )


def _somebody(words: Words) -> Phrase | None:
    """A doer, or a place that speaks for who acts there (``甲省投入资金``)."""
    named = place(words[0]) if len(words) == 1 and is_chinese_place(words[0]) else None
    return Phrase(named) if named else thing(words)


def _where(words: Words) -> int:
    """Where what was done begins: behind all of what it was done within (``交通建设 完成投资``)."""
    is_spent = words[-1].endswith(_SPENT)
    carried = (n for n, word in enumerate(words) if n and is_spent and word in _CARRIED)
    deeds = (n for n, word in enumerate(words) if word in VERBS.load() and word not in ADJECTIVES.load())
    return next(carried, next(deeds, 0))


def _works(words: Words, done: Words) -> Phrase | None:
    """Works that something was done to, within which money was spent (``实施重点项目 完成投资``)."""
    is_spent = done[0] in _CARRIED and done[-1].endswith(_SPENT)
    return done_to(words) if is_spent and words[-1].endswith(_WORKS) else None


def _does(who: str, verb: str, rest: Words) -> bool:
    """Whether somebody did something, and it is not a part of what is named: ``居民登记失业率``."""
    grammar = GRAMMAR.load()
    is_act = verb in grammar.acts or VERBS.load()[verb].result
    # 企业研发活动 are no activities that were developed.
    # 司法局审核各类文件: what stands behind 各类 was reviewed.
    may_be = (
        len(rest) > 1
        and rest[0] not in grammar.after
        and not rest[-1].endswith(_TOTAL)
        and verb not in grammar.acts
    )
    is_part = may_be and VERBS.load()[verb].noun and not VERBS.load()[verb].result
    return ((who in grammar.agents or who.endswith(_PAYERS)) and not is_part) or (
        is_act and who.endswith(grammar.agents)
    )
