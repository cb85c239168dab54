"""What was done to what: names with a deed that is no part of their noun."""

import re
from collections.abc import Iterator

from converter.translation.names.doubtful import is_not_done_to
from converter.translation.names.lexicon import ADJECTIVES, ADVERBS, GRAMMAR, NOUNS, OF, VERBS
from converter.translation.names.parts import begins_with_deed, deed, ends_itself, is_cut, is_prize, said_of
from converter.translation.names.phrase import Phrase, done_so, listed
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words, quoted

_SAVED = ("挽回", "追回", "追缴", "讨回", "避免")
_FIRMS = "企业"
_SEEK, _WIN = "争取", ("获", "荣获", "斩获", "喜获")
_BUILT = ("新建", "改建", "扩建", "改扩建", "新改扩建", "重建")
_HANDLERS = ("单位", "部门", "机构", "机关")
_CLAUSE = 3  # words: two of a clause, and one that leads to it
_RATES = re.compile(r"\b(?:rate|index|coverage|intensity|ratio)$|^(?:rate|share|index) of\b")
# Nouns of what is done or reached.
_WORK = re.compile(
    r"(?:tion|sion|ment|ing|als?|age|project|task|work|target|survey|plan|value|revenue|income|sales|output|profits?|tax(?:es)?"
    r"|volume|imports|exports|reform|audit|census|growth|share|rate|cuts|control|area|throughput|number|amount|capacity|turnover|trade|GDP|product|law enforcement|energy|repairs?|jobs?)\b",
    re.I,
)


def done_to(words: Words) -> Phrase | None:
    """Deeds in front of what they are done to: ``受理行政复议案件``."""
    if _issaid_of(words):
        return done_to(words[1:])
    adverb = ADVERBS.load().get(words[0]) if len(words) > 1 and words[1] in VERBS.load() else None
    words = words[1:] if adverb else words
    for end in reversed([*_verbs(words)]):
        rest = words[end:]
        if not rest or is_compound(words[end - 1], rest) or _is_doing(words[end - 1]):
            continue
        is_event = (
            words[end - 1] in GRAMMAR.load().events and deed(rest[-1]) and not any(map(deed, rest[:-1]))
        )
        # 注册企业增加值 may be that of firms that are registered, 安装工程投资 is.
        may_tell = rest[0] == _FIRMS or rest[0] in GRAMMAR.load().tasks
        is_told = len(rest) > 1 and may_tell and not VERBS.load()[words[end - 1]].result
        marks = GRAMMAR.load().marks
        if any(
            a not in _BUILT and m in marks and b in _BUILT
            for a, m, b in zip(rest, rest[1:], rest[2:], strict=False)
        ):
            return None  # 改造公园和新建学校
        if any(word.startswith(_SAVED) for word in rest[1:]):
            return None  # 办理案件挽回损失
        is_list = words[end - 2 : end - 1] and words[end - 2] in GRAMMAR.load().marks  # 研究与试验开发经费
        is_clause = len(rest) > 1 and (
            (is_list and deed(rest[0]) is not None)
            or begins_with_deed(rest)
            or ends_itself(words[end - 1], rest[-1])
        )
        # 优化服务环境政策: the environment is improved, by policies.
        is_aim = (
            len(rest) > 1
            and rest[-1].endswith(GRAMMAR.load().papers)
            and words[end - 1] in (*GRAMMAR.load().aims, "优化", "改善", "稳定")
        )
        is_wrong = is_aim or is_cut(words[:end], rest[-1]) or is_not_done_to(words[end - 1], rest)
        if (_is_relative(rest) and not is_event) or is_clause or is_told or is_wrong:
            return None
        what = (
            thing(rest) if _may_be(words[end - 1], rest) and not is_measured(words[end - 1], rest) else None
        )
        if what:
            deeds = [said_of(word, rest[-1]) for word in words[:end] if word in VERBS.load()]
            said = listed([*dict.fromkeys(deeds)])
            return what.behind(done_so(said, adverb) if adverb else said)
    return None


def _is_doing(verb: str) -> bool:
    """Whether a verb says of who does it what it says (``享受``), so that it is not known who that is."""
    known = VERBS.load()[verb]
    return verb in GRAMMAR.load().into and known.done == known.doing


def is_measured(verb: str, rest: Words) -> bool:
    """Whether a deed is a part of what is measured at the end: no rate is served (``服务网络覆盖率``)."""
    grammar = GRAMMAR.load()
    is_moved = verb in grammar.fulfils or verb in grammar.urging or verb in grammar.raising
    return not is_moved and bool(_RATES.search(NOUNS.load().get(rest[-1], "")))


def _issaid_of(words: Words) -> bool:
    """Whether the first verb only says that the second was done: ``完成处置闲置土地``."""
    grammar, verbs = GRAMMAR.load(), VERBS.load()
    if len(words) < _CLAUSE or words[0] not in grammar.fulfils or words[1] not in verbs:
        return False
    is_kind = words[-1] in grammar.purposes or words[-1] in grammar.kinds or words[-1] in grammar.tasks
    is_deed = verbs[words[1]].result or words[1] in grammar.working
    return is_deed and not is_kind and words[-1] in NOUNS.load() and not deed(words[-1])


def _may_be(verb: str, rest: Words) -> bool:
    """Whether what follows can be completed or achieved: a deed, work, or an amount, and no 食品."""
    grammar, last = GRAMMAR.load(), rest[-1]
    named = NOUNS.load().get(last, "")
    if verb in grammar.fulfils and rest == (_FIRMS,):
        return False  # 完成企业: how many did what is cut off
    is_work = last in grammar.purposes or last in grammar.kinds or last in grammar.tasks
    is_said = named.startswith("“") or quoted(last) is not None
    if verb in _WIN and not (is_prize(last) or last.endswith(grammar.sums)):
        return False
    if verb.startswith(_SEEK):  # what is sought is got where it is money, a quota or a place in a plan
        return last.endswith((*grammar.sums, *grammar.sought))
    return (
        verb not in grammar.fulfils
        or is_work
        or is_said
        or deed(last) is not None
        or bool(_WORK.search(named))
    )


def _verbs(words: Words) -> Iterator[int]:
    """Where the verbs at the start may end."""
    verbs = VERBS.load()
    for n, word in enumerate(words):
        is_second = n and word in _BUILT and words[n - 1] in GRAMMAR.load().working  # 改造新建危桥
        if word in verbs and (is_second or not (n and word in ADJECTIVES.load())):
            # 制定调研方案: the second is a part of what follows, or it is not known which.
            if n and words[n - 1] in verbs and not is_second and _may_be_part(words, n):
                return
            yield n + 1
        elif not n or word not in GRAMMAR.load().marks:
            return
        if word in GRAMMAR.load().events:
            return


def _may_be_part(words: Words, n: int) -> bool:
    """Whether the verb at ``n``, behind another, may as well be a part of the noun that follows."""
    verbs, grammar = VERBS.load(), GRAMMAR.load()
    # 改革列入试点: what was listed is the reform; 帮助引进企业: they are not helped.
    if (words[n] in grammar.into and words[n - 1] in NOUNS.load()) or words[n - 1] in grammar.causes:
        return True
    if words[n - 1] in grammar.fulfils and words[-1] in (*grammar.tasks, *grammar.kinds):
        return True  # 完成裁减员额任务: the posts are cut, the tasks completed
    if words[n] in grammar.doing and words[-1].endswith(_HANDLERS) and n + 2 == len(words):
        return True  # 约谈承办单位: they handle, and are not handled
    if verbs[words[n]].result:
        return False
    is_kind = words[-1] in grammar.purposes or words[-1] in grammar.kinds
    return words[n] not in grammar.working or is_kind or n + 1 == len(words)


def _is_relative(rest: Words) -> bool:
    """Whether the deeds may belong to a part before 的 only: ``实现减排的企业``, but not ``扩大烟叶的面积``."""
    whose = rest[: rest.index(OF)] if OF in rest[1:] else ()
    is_said = bool(whose) and whose[-1] in NOUNS.load() and not any(map(deed, whose))
    is_owner = is_said and (rest[-1] in GRAMMAR.load().owned or deed(rest[-1]) is not None)
    is_by = len(whose) > 1 and deed(whose[-1]) is not None and whose[-2].endswith(GRAMMAR.load().agents)
    return not is_owner and not is_by and any(word not in ADJECTIVES.load() for word in whose)


def is_compound(verb: str, rest: Words) -> bool:
    """Whether a verb tells what kind of thing follows: ``培训活动`` are not trained."""
    done, grammar = VERBS.load()[verb], GRAMMAR.load()
    is_kind = rest[0] in grammar.tasks or (rest[0] in grammar.purposes and bool(done.noun))
    return len(rest) == 1 and is_kind and not done.result
