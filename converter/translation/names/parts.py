"""What part of a name a word may be: a deed, or what a deed tells apart."""

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.translation.names import counts
from converter.translation.names.lexicon import ADJECTIVES, ADVERBS, GRAMMAR, NOUNS, VERBS, Deed, behind
from converter.translation.names.measured import PERSONS
from converter.translation.names.tokens import Words, quoted

_GIVE_OUT, _WITHIN = "发放", ("上", "有", "就", "还")
_OWN, _HAD = "拥有", "in total"
_SEEK, _SERVE = "争取", "服务"
_SERVED = re.compile(
    r"\b(?:firm|enterprise|entit|household|project|business|rural|communit|village|countr|develop|group|compan|resident|econom)",
    re.I,
)
_SAYING = ("规定", "决定", "要求", "指出")  # 五年计划规定总产值
_AHEAD, _OBJECT, _INVEST = "提前", "将", "投入"
CARRIED = ("实施", "落实", "执行", "公布", "公开", "主动公开", "修改")
# What stands between a deed and its noun of a kind as a part of the noun (服务 示范 小站).
_SORTS = ("示范", "样板", "综合", "典型", "标杆", "公共", "先行")
_SORT, _ASPECTS, _PROJECT = "类", ("方面", "领域"), "项目"
_ARRANGE, _ALLOCATED, _ARRANGED = "安排", "allocated", "arranged"
_JOBS, _MADE = "就业", "作出"
_SUM, _HANDED = "money", "handed out"
_MONEY = re.compile(
    r"\b(?:money|funds?|funding|subsid|allowance|payment|loan|wage|salar|benefit|refund|reward|pension|credit|relief|compensation"
    r"|dividend|bonus|assistance|incentive|bond|cash|fees?|award|aid|insurance|living expenses|stipend|scholarship|grant|pay)",
    re.I,
)
_TO_DO = re.compile(
    r"\b(?:project|task|staff|personnel|campaign|activit|event|study|training|meeting|inspection|work$)"
)
_WIN, _RECEIVED = "获", "received"
_NAMED, _PRIZE, _WON = ("获评", "获授予", "获颁"), "奖", "won"


def is_told_apart(word: str) -> bool:
    """Whether a deed right in front of a noun tells what kind it is (``救助`` 对象)."""
    return word in GRAMMAR.load().purposes or word in GRAMMAR.load().kinds


def is_result(word: str) -> bool:
    """Whether a word only tells how something ended, so that it is no part of a noun."""
    done = deed(word)
    return done is not None and done.result and word not in NOUNS.load()


def begins_with_deed(words: Words) -> bool:
    """Whether words begin with a deed that is no part of a noun behind it: ``服务企业``, but ``培训项目``."""
    known = words[0] in ADJECTIVES.load() or words[0] in NOUNS.load()
    noun = next((word for word in words[1:] if deed(word) is None or word in NOUNS.load()), "")
    return deed(words[0]) is not None and not known and not is_told_apart(noun)


def deed(word: str) -> Deed | None:
    return VERBS.load().get(word)


def breaks(word: str, rest: Sequence[str]) -> bool:
    """Whether a deed within a noun begins something else (``老旧建筑加装电梯``): it tells apart only nouns of purpose."""
    is_part = word in NOUNS.load() or word in ADJECTIVES.load() or deed(word) is None or is_result(word)
    # 购买专项商业保险 tells no kind of insurance.
    is_kind = is_told_apart(rest[0]) and not (len(rest) > 1 and rest[0] in ADJECTIVES.load())
    is_sort = len(rest) > 1 and rest[0] in _SORTS and is_told_apart(rest[1])
    return not is_part and not is_kind and not is_sort and deed(rest[0]) is None


def is_adverb(words: Words) -> bool:
    """Whether the last word but one says how the last is done (``企业重点培育``)."""
    return words[-1] not in NOUNS.load() and deed(words[-1]) is not None and words[-2] in ADVERBS.load()


def ends_itself(verb: str, last: str) -> bool:
    """Whether what follows a verb is a clause (``带动项目落地``): not who did it and not what it was done to is counted."""
    is_carried = verb in GRAMMAR.load().events or verb in GRAMMAR.load().fulfils
    return is_result(last) and not is_carried and verb not in ADJECTIVES.load()


def said_of(verb: str, what: str) -> str:
    """What a verb says of its object: papers are issued and goods handed out, where money is paid out."""
    if verb.endswith(_ARRANGE) and _TO_DO.search(NOUNS.load().get(what, "")):
        return VERBS.load()[verb].done.replace(_ALLOCATED, _ARRANGED)
    if verb == _OWN and PERSONS.search(NOUNS.load().get(what, "")):
        return _HAD
    if verb == _WIN and what.endswith(GRAMMAR.load().sums):
        return _RECEIVED
    if verb in _NAMED and what.endswith(_PRIZE):
        return _WON
    if not verb.endswith(_GIVE_OUT) or is_money(what):
        return VERBS.load()[verb].done
    return next((said for zh, said in GRAMMAR.load().handed.items() if what.endswith(zh)), _HANDED)


def is_money(what: str) -> bool:
    """Whether something is paid out and not handed out; what no table has is."""
    return what.endswith(GRAMMAR.load().sums) or bool(_MONEY.search(NOUNS.load().get(what, _SUM)))


def breaks_off(words: Words) -> bool:
    """Whether a name ends with how something was done, and not what: ``经济运行连续``."""
    last = words[-1]
    return last in ADVERBS.load() and last not in NOUNS.load() and last not in VERBS.load()


def is_clause(words: Words) -> bool:
    """Whether a name has a rest of a sentence inside: ``群体有了保障``, ``提前两年完成规划``."""
    # 将收入提高: what was raised is not what stands in front of it.
    is_moved = any(word == _OBJECT and _is_thing(then) for word, then in pairwise(words))
    is_early = any(word == _AHEAD and behind(span) for word, span in pairwise(words))
    is_money = words[-1:] != () and words[-1].endswith(GRAMMAR.load().sums)
    is_for = not is_money and any(
        word == _INVEST and deed(then) and then not in NOUNS.load() for word, then in pairwise(words)
    )
    is_told = any(word in _SAYING and _is_thing(then) for word, then in pairwise(words[1:]))
    is_inside = any(
        word in _WITHIN and not words[n].endswith(GRAMMAR.load().held) for n, word in enumerate(words[1:-1])
    )
    return is_early or is_moved or is_for or is_told or is_inside


def _is_thing(word: str) -> bool:
    return word in NOUNS.load() and deed(word) is None and word not in GRAMMAR.load().measure


def is_cut(deeds: Words, what: str) -> bool:
    """Whether a verb of documents stands before another deed: not the deed's object was issued (``出台推动发展``);
    nor is anything issued but papers (``出台人才``)."""
    grammar = GRAMMAR.load()
    improved = grammar.working if what.endswith(grammar.papers) else ()
    if deeds[0] == _SEEK and len(deeds) > 1:
        return True  # 争取完成投资: it is meant to be completed
    if deeds[-1].endswith(_ARRANGE) and what == _JOBS:
        return True  # 安排残疾人就业: they are placed in jobs, which are not allocated
    if deeds[0] == _MADE and len(deeds) > 1:
        return True  # 作出撤销决定: the decision is to revoke, and is not revoked
    if deeds[-1] == _SERVE and not _is_served(what):
        return True  # 服务认证证书 are not served
    if deeds[0] in grammar.publishing and not what.endswith((*grammar.papers, *grammar.texts, "”")):
        return True
    others = (*grammar.marks, *grammar.issuing, *improved, *CARRIED)
    return any(first in grammar.issuing and second not in others for first, second in pairwise(deeds))


def only_sorts(words: Words, n: int) -> bool:
    """Whether the word at ``n`` only says that what is before it is a sort (科技 ``类`` 企业)."""
    if words[n] not in (_SORT, *_ASPECTS) or not 0 < n < len(words) - 1:
        return False
    if words[n] in _ASPECTS:  # 民生方面支出, but 九大民生领域支出
        is_plain = not any(map(counts.in_front, words[:n]))
        return is_plain and words[n - 1] in NOUNS.load() and words[n + 1] in NOUNS.load()
    # 提升类城中村改造: what is upgraded is not the renovation.
    is_work = words[n + 1] in (_PROJECT, *GRAMMAR.load().tasks)
    return words[n - 1] in NOUNS.load() or (words[n - 1] in VERBS.load() and is_work)


def is_prize(word: str) -> bool:
    """Whether something is won: no assessment is (``获全市考核``)."""
    return word.endswith(GRAMMAR.load().prizes) or quoted(word) is not None


def _is_served(word: str) -> bool:
    """Whether a word names somebody, or what can be served."""
    named = NOUNS.load().get(word, "")
    return bool(PERSONS.search(named) or _SERVED.search(named)) or word.endswith(GRAMMAR.load().agents)
