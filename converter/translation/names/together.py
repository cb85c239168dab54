"""Names of two deeds, each with what it was done to, of what was done for whom, and how often on average."""

import re

from converter.translation.names.deeds import done_to
from converter.translation.names.lexicon import ADJECTIVES, ADVERBS, GRAMMAR, NOUNS, OF, TO, VERBS, behind
from converter.translation.names.parts import begins_with_deed, deed
from converter.translation.names.phrase import Phrase, listed
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words, quoted

_WHEN = re.compile("(?:in|during|at|since|this|last|across) ")
_FOR, _TOWARD, _MEANT, _HELP = "为", "向", "面向", ("帮", "帮助", "协助", "替")
_LEAST = 3  # words: how often, what was done, and to what
_WHOM = 2  # words: a preposition, and whom it leads to
_PROVIDE, _COUNTED, _EVERYBODY = "提供", (_FOR, TO), ("社会", "全社会", "公众", "社会公众", "全球", "全国")
_GIVEN = (_PROVIDE, "发放", "发送", "推送", "赠送")
# Verbs that say no more than that the deed behind them was done.
_LIGHT = ("开展", "进行", "实施", "组织", "组织开展", "予以", "给予", "落实", "做了")


def both(words: Words) -> Phrase | None:
    """``建设公园和改造医院``: each deed has its own object."""
    marks = [n for n, word in enumerate(words) if word in GRAMMAR.load().marks]
    if len(marks) != 1 or OF in words:
        return None
    parts = (words[: marks[0]], words[marks[0] + 1 :])
    if not _is_act(parts[1][:1]):
        return None  # 减量达标小区 are compounds of a kind
    said = [done_to(part) for part in parts if _has_object(part)]
    known = [one for one in said if one]
    return Phrase(listed([one.several for one in known])) if len(known) == len(parts) else None


def carried(words: Words) -> Phrase | None:
    """``启动改造老旧小区``, ``推动出台条例``: what was begun or pushed is the deed behind, and that is counted by its object."""
    grammar = GRAMMAR.load()
    is_two = len(words) >= _LEAST and words[0] in grammar.carrying and _is_act_on(words[1], words[2:])
    known = deed(words[1]) if is_two else None
    what = done_to(words[1:]) if known and known.noun and OF not in words else None
    thing_done = thing(words[2:]) if what else None
    if thing_done is None or known is None:
        return None
    return Phrase(known.noun, (), (f"of {thing_done.several}", VERBS.load()[words[0]].done))


def _is_act_on(verb: str, rest: Words) -> bool:
    """Whether a deed takes what follows as its object, and tells no kind of it."""
    grammar = GRAMMAR.load()
    is_worked = verb in grammar.working
    is_verb = _is_verb(verb) and (_is_act((verb,)) or is_worked or verb in grammar.plain)
    # 强化措施 strengthen, 发行使用债券 says two.
    is_kind = (is_worked or verb in grammar.aims) and (
        rest[-1] in grammar.purposes or rest[-1].endswith(grammar.papers)
    )
    return is_verb and rest[-1] in NOUNS.load() and not is_kind and not _is_verb(rest[0])


def for_whom(words: Words) -> Phrase | None:
    """``为学生提供帮扶``, ``对企业开展检查`` count who or what stands in front of the deed, ``向社会开放场馆`` what was done."""
    last = len(words) - 1 if words[0] == TO and len(words) > _WHOM and deed(words[-1]) else 0
    where = next((n for n, word in enumerate(words) if n > 1 and _is_verb(word)), last)
    is_help = words[0] in _HELP and words[where] in GRAMMAR.load().regained
    if not (words[0] in (_FOR, _TOWARD, TO, _MEANT) or is_help) or not where or OF in words:
        return None
    how = ADVERBS.load().get(words[where - 1]) if where > _WHOM else None
    whom, what = words[1 : where - 1 if how else where], words[where:]
    # 对困难户“一户一策”开展帮扶: it is not the policy that was helped.
    who = None if begins_with_deed(whom) or quoted(whom[-1]) else thing(whom)
    is_counted = words[0] in _COUNTED or (words[0] == _TOWARD and what[0] in _GIVEN)
    if who and is_counted and whom[-1] not in _EVERYBODY:
        said = _undergone(what) if len(what) > 1 or words[0] == TO else None  # 为企业减负
        return who.behind(said, *([how] if how else [])) if said else None
    done = done_to(what) if len(what) > 1 and not how else None
    lead = "to" if words[0] == _TOWARD or what[0] in _GIVEN else "for"
    return who and done and done.behind(f"{lead} {who.several}")


def _undergone(what: Words) -> str | None:
    """What was done to those who are counted, as it stands behind them (``given special inspections``)."""
    verb, rest = what[0], what[1:]
    if not rest or (verb in _LIGHT and len(rest) == 1 and _is_verb(rest[0])):
        return VERBS.load()[what[-1]].done
    if verb in _LIGHT or verb in _GIVEN:
        known = deed(rest[0]) if len(rest) == 1 else None  # 提供保障
        noun = Phrase(known.noun) if known and known.noun else None
        given = noun or (None if begins_with_deed(rest) else thing(rest))
        return f"{'provided with' if verb == _PROVIDE else 'given'} {given.several}" if given else None
    done = done_to(what)
    return f"with {done.several}" if done else None


def when_or_where(words: Words) -> Phrase | None:
    """``五年招收研究生``, ``全区开放床位``: when or where something was done, in front of what was done."""
    span = behind(words[0]) or ""
    is_done = (
        len(words) >= _LEAST and _WHEN.match(span) and _is_verb(words[1]) and not any(map(behind, words[1:]))
    )
    is_done = is_done and words[1] not in GRAMMAR.load().helping
    grammar = GRAMMAR.load()
    is_act = is_done and (
        _is_act(words[1:2]) or VERBS.load()[words[1]].result or words[1] in (*grammar.working, *grammar.plain)
    )
    what = done_to(words[1:]) if is_act else None
    return what and what.behind(span)


def averaged(words: Words) -> Phrase | None:
    """Something that was done so often on average: ``日均新设企业``."""
    average = GRAMMAR.load().average.get(words[0])
    what = done_to(words[1:]) if average and len(words) >= _LEAST and deed(words[1]) else None
    return what.behind(average) if what and average else None


def _is_act(verb: Words) -> bool:
    grammar = GRAMMAR.load()
    lists = (grammar.acts, grammar.events, grammar.fulfils)
    return bool(verb) and any(verb[0] in verbs for verbs in lists)


def _has_object(part: Words) -> bool:
    return (
        len(part) > 1 and part[0] in VERBS.load() and part[0] not in NOUNS.load() and part[-1] in NOUNS.load()
    )


def _is_verb(word: str) -> bool:
    return word in VERBS.load() and word not in ADJECTIVES.load() and word not in NOUNS.load()
