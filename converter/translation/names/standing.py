"""What something became or was chosen for, what it reaches, and what is meant for what."""

from converter.translation.names.alone import place_alone
from converter.translation.names.doubtful import LISTS
from converter.translation.names.lexicon import (
    ADJECTIVES,
    GRAMMAR,
    NOUNS,
    OF,
    TO,
    VERBS,
    behind,
    is_chinese_place,
)
from converter.translation.names.measured import PERSONS
from converter.translation.names.parts import CARRIED, begins_with_deed, is_prize
from converter.translation.names.phrase import Phrase, listed
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_FIRMS, _REACH, _STEADILY = "企业", ("达到", "达"), "稳定"
_OF_PAPERS = ("重点", "重大", "若干", "专项", "具体", "配套", "长效", "主要", "综合", "一揽子", "有力")
_SUPPORTING = ("支持", "扶持", "促进", "助力")
_LEVEL = "at or above "
_SERVE, _JOIN, _JOINS = "担任", "take part in", {"列席": "sit in on"}
_STRONG = "强"  # 100强
_GRANTED, _ADDED, _AREA = "获批", "新增", "面积"
_INTO = ("included", "listed", "entered", "selected", "shortlisted")
_WHO = 2  # words: who helps is not said, who is helped is


def chosen(words: Words) -> Phrase | None:
    """Who was chosen, named or entered as or into what: ``企业入选国家试点``; a sum counts what is given."""
    grammar = GRAMMAR.load()
    where = next((n for n, word in enumerate(words) if word in grammar.into), 0)
    rest = words[where + 1 :]
    if (
        not where
        or not rest
        or OF in words
        or words[0] in grammar.causes  # 支持项目纳入: who supports is not said
        or rest[-1].endswith(grammar.sums)
        or begins_with_deed(words[:where])
    ):
        return None
    if words[where] in grammar.winning and not is_prize(rest[-1]):
        return None  # 获全市考核: not the assessment is won
    if words[where].endswith(_GRANTED) and rest[-1].endswith(grammar.granted):
        return None
    # 园区入驻企业: it is the firms that settled.
    if rest == (_FIRMS,) or (words[where] in grammar.settling and not _is_seat(rest)):
        return None
    who = thing(words[:where]) if any(word in NOUNS.load() for word in words[:where]) else None
    what = None if begins_with_deed(rest) else thing(rest) or place_alone(rest)
    return who and what and who.behind(f"{grammar.into[words[where]]} {what.several}")


def _is_seat(words: Words) -> bool:
    """Whether somebody can settle there."""
    return words[-1].endswith(GRAMMAR.load().seats) or is_chinese_place(words[-1])


def listed_in(words: Words) -> Phrase | None:
    """What is in a list or a plan, where only that is named: ``列入决策目录``."""
    into = GRAMMAR.load().into.get(words[0], "")
    is_list = (
        into.startswith(_INTO)
        and words[-1].endswith((*LISTS, _STRONG))
        and len(words) > 1
        and OF not in words
    )
    what = thing(words[1:]) if is_list and not begins_with_deed(words[1:]) else None
    return what and Phrase(f"{into} {what.several}")


def reaching(words: Words) -> Phrase | None:
    """What reaches a standard or a level (``河流 达到 地表水Ⅲ类标准``), not what has so much of something."""
    grammar = GRAMMAR.load()
    where = next((n for n, word in enumerate(words) if n and word in _REACH), 0)
    if not where or OF in words or begins_with_deed(words[:where]):
        return None
    how = next((said for zh, said in grammar.reached.items() if words[-1].endswith(zh)), None)
    level = behind(words[-1]) or ""  # 河流水质达到Ⅲ类及以上
    if len(words) == where + 2 and level.startswith(_LEVEL):
        which = thing(words[:where])
        return which and which.behind(level)
    who = thing(words[: where - 1] if words[where - 1] == _STEADILY else words[:where])
    what = thing(words[where + 1 :])
    return who.behind(f"{how} {what.several}") if who and what and how else None


def meant_for(words: Words) -> Phrase | None:
    """Money meant for something: ``支持就业资金``, ``中央对地方转移支付``."""
    if words[0] in _SUPPORTING and len(words) > _WHO and OF not in words:
        return _supporting(words)
    return _given_to(words) if TO in words[1:-2] else None


def _supporting(words: Words) -> Phrase | None:
    """``支持就业资金``: the money supports, and is not supported."""
    grammar = GRAMMAR.load()
    what = None if begins_with_deed(words[1:-1]) else thing(words[1:-1])
    money = thing(words[-1:]) if grammar.spent.get(words[-1]) == "for" else None
    return what and money and money.behind(f"to {grammar.aims[words[0]]} {what.several}")


def _given_to(words: Words) -> Phrase | None:
    """``中央对地方转移支付``, ``区财政对民生的投入``: who gives money to whom or for what."""
    grammar = GRAMMAR.load()
    where = words.index(TO)
    sign, rest = grammar.paid.get(words[-1]), words[where + 1 : -1]
    rest = rest[:-1] if rest[-1] == OF else rest
    who, whom = _body(words[:where]), _body(rest) if rest else None
    money = thing(words[-1:]) if sign else None
    return money.behind(f"{sign} {whom}", f"from {who}") if money and who and whom else None


def _body(words: Words) -> str | None:
    said = GRAMMAR.load().bodies.get(words[0]) if len(words) == 1 else None
    other = None if said or OF in words or begins_with_deed(words) else thing(words)
    return said or (other.several if other else None)


def issued(words: Words) -> Phrase | None:
    """Papers that were put out, and what they are to do (``出台 促进 消费 措施``)."""
    grammar = GRAMMAR.load()
    where = next((n for n, word in enumerate(words) if word in grammar.aims), 0)
    end = len(words) - 1
    while end > where + 2 and words[end - 1] in _OF_PAPERS:  # 促进消费 重点措施
        end -= 1
    deeds = [word for word in words[:where] if word not in grammar.marks]
    is_put_out = bool(deeds) and all(word in (*grammar.issuing, *CARRIED) for word in deeds)
    to_do, papers = words[where + 1 : end], thing(words[end:])
    if not is_put_out or not to_do or not words[-1].endswith(grammar.papers) or begins_with_deed(to_do):
        return None
    aim = thing(to_do)
    done = listed([VERBS.load()[word].done for word in deeds])
    return aim and papers and papers.behind(f"to {grammar.aims[words[where]]} {aim.several}", done)


def helped(words: Words) -> Phrase | None:
    """Who was helped to do what, where English says it (``组织 企业 参加 展会``, ``聘请 律师 担任 顾问``)."""
    grammar = GRAMMAR.load()
    where = next((n for n, word in enumerate(words) if word in (*grammar.joining, _SERVE)), 0)
    verb = grammar.appointed if where and words[where] == _SERVE else grammar.helped
    if words[0] not in verb or OF in words:
        return None
    if where < _WHO:
        return _helped_to(words)
    who, what = thing(words[1:where]), thing(words[where + 1 :])
    if who is None or what is None or not (_is_agent(words[where - 1]) or PERSONS.search(who.head)):
        return None
    how = "as" if words[where] == _SERVE else f"to {_JOINS.get(words[where], _JOIN)}"
    return who.behind(f"{verb[words[0]]} {how} {what.several}")


def _is_agent(word: str) -> bool:
    return word.endswith(GRAMMAR.load().agents)


def _helped_to(words: Words) -> Phrase | None:
    """``帮助农民实现就业``: what those helped were to do themselves."""
    grammar = GRAMMAR.load()
    end = next((n for n in (-2, -1) if "".join(words[n:]) in grammar.aided), 0)
    whom = words[1:end] if end and words[0] in grammar.helped else ()
    who = thing(whom) if whom and not begins_with_deed(whom) else None
    if who is None or not (
        _is_agent(whom[-1]) or PERSONS.search(who.head) or whom[-1].endswith(grammar.subjects)
    ):
        return None
    return who.behind(f"{grammar.helped[words[0]]} to {grammar.aided[''.join(words[end:])]}")


def new_area(words: Words) -> Phrase | None:
    """``新增海绵城市面积``: the area is new, not the cities."""
    is_added = words[0] == _ADDED and words[-1] == _AREA and len(words) > _WHO
    area = thing(words[1:]) if is_added and not begins_with_deed(words[1:]) else None
    return area and Phrase(f"newly added {area.several}")


def new(words: Words) -> Phrase | None:
    """What begins with a word that is a verb and an adjective: ``新增企业`` is new, not added."""
    are_deeds = words[1:2] and words[1] in GRAMMAR.load().marks and words[2:3] and words[2] in VERBS.load()
    is_new = words[0] in ADJECTIVES.load() and words[0] in VERBS.load()
    is_helped = words[0] in GRAMMAR.load().helping and PERSONS.search(NOUNS.load().get(words[-1], ""))
    said = (
        thing(words)
        if is_new and not is_helped and not (are_deeds and words[2] not in ADJECTIVES.load())
        else None
    )
    # New new-energy firms: what is new by name was newly added.
    return None if said and said.several.lower().startswith(f"{ADJECTIVES.load()[words[0]]} new") else said
