"""Names that hold one thing against another: shares, ranks, what is above an average, what adds to what."""

import re

from converter.translation.names.lexicon import AMONG, GIVEN, GRAMMAR, NOUNS, SHARE, THAN, behind
from converter.translation.names.measured import AMOUNT, RATE
from converter.translation.names.phrase import Phrase
from converter.translation.names.shares import RANK, Tell, contribution, part_of, scope, share
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_AVERAGE = "average"
_EXCEED = "超"
_EFFECT, _PAIR = "影响", 2
_RUNNING, _IS = "连续", ("是", "为", "相当于")
_WHEN = re.compile(r"(?:in|at|of) (?P<when>\d{4}|the (?:end|year|same|\d+th Five).*)")
_AT, SIGNS = "在", ("比", THAN)
# Left out elsewhere in English, but not of what something is held against.
ALL = ("全部", "所有")
# What is itself told by how high it is, and what something is meant to reach.
_RISING = re.compile(r"\b(?:growth|rise|increase|decrease)\b")
_THE = re.compile("average|target|plan|budget")
_AIM = re.compile(r"\b(?:target|plan|budget|limit)s?\b")


def compared(words: Words, told: Tell) -> Phrase | None:
    """``A占B比重``, ``A居B``, ``A高于B``; where a name ends with a place, its value is the rank there (``A全省`` 第三位)."""
    if len(words) == 1:
        return None
    if words[-1] in GIVEN:
        return contribution(words[:-1], told)
    if words[0] == SHARE:
        return share(None, words[1:], told)
    if AMONG in words[1:-2]:
        return part_of(words, told)
    start = 1 if words[0].startswith(_RUNNING) and behind(words[0]) else 0
    if words[start] in GRAMMAR.load().rank:  # 连续三年排名全省
        said = _ranked(Phrase(""), words[start + 1 :])
        return said and said.behind(*filter(None, map(behind, words[:start])))
    return _times(words, told) or _than(words, told) or _standing(words, told) or _between(words, told)


def effect(words: Words) -> Phrase | None:
    """``影响CPI下降``: how much of the fall comes of something."""
    if words[0] != _EFFECT or len(words) <= _PAIR:
        return None
    way, what = GRAMMAR.load().effects.get(words[-1]), thing(words[1:-1])
    return Phrase(f"{way} effect on {what.several}") if way and what else None


def _between(words: Words, told: Tell) -> Phrase | None:
    grammar = GRAMMAR.load()
    if words[-1] in grammar.rank and words[-2] in grammar.scopes:
        words = words[:-1]  # 全市排名 is said by 全市
    signs = (SHARE, *grammar.rank, *grammar.against)
    where = next((n for n, word in enumerate(words) if word in signs), 0)
    if not where and words[-1] in grammar.scopes:
        if len(words) > 1 and words[-2] in grammar.amounting:
            return None  # 接近全国: the value is how much of all
        where = len(words) - 1
        spans = scope(words[:where])
        return (
            _ranked(Phrase("", (), spans) if spans else told(words[:where]), words[where:]) if where else None
        )
    is_held = any(map(_is_there, words[: max(where - 1, 0)]))  # 水质在全市河流 排名
    what = told(words[:where]) if where and not is_held else None
    if words[where] == SHARE:
        return what and share(what, words[where + 1 :], told)
    if words[where] in grammar.against:
        # 产值超过全市: the value is a share of it.
        is_part = (
            words[where].startswith(_EXCEED) and what and _is_amount(what) and not _is_aim(words[where + 1 :])
        )
        sign = grammar.against[words[where]]
        return _against(what, sign, words[where + 1 :], told) if what and not is_part else None
    if not where or len(words[where - 1]) == 1:
        return None  # 家居 and its like
    return _ranked(what, words[where + 1 :])


def _is_aim(rest: Words) -> bool:
    """Whether something is meant to be reached, of which no value is a part (``投资超目标任务``)."""
    return bool(rest) and bool(_AIM.search(NOUNS.load().get(rest[-1], "")))


def _is_amount(what: Phrase) -> bool:
    return bool(AMOUNT.search(what.several)) and not RATE.search(what.several)


def _against(what: Phrase, sign: str, rest: Words, told: Tell) -> Phrase | None:
    among = scope(rest)
    if among:
        # GDP高于全市 tells of its growth: no part has more of something than the whole.
        growth = ("growth in",) if _is_amount(what) else ()
        return Phrase(" ".join((*growth, what.several, sign, "that", *among)))
    is_all = len(rest) > 1 and rest[0] in ALL
    other = told(rest[1:] if is_all else rest)
    if other is None or other.head.startswith(RANK):
        return None
    other = Phrase(f"all {other.several}") if is_all else other
    is_aim = _AIM.search(other.head) and (RATE.search(what.head) or AMOUNT.search(what.several))
    if (_AVERAGE in other.several and not _RISING.search(other.several)) or is_aim:
        return Phrase(f"{what.several} {sign} {'the ' if _THE.match(other.several) else ''}{other.several}")
    # 高于城镇 is above what it is there; an amount is above nothing but an average.
    if not RATE.search(what.head):
        return None
    same = "" if RATE.search(other.head) or _RISING.search(other.several) else "that of "
    return Phrase(f"{what.several} {sign} {same}{other.several}")


def _standing(words: Words, told: Tell) -> Phrase | None:
    """``A在评估中排名``, ``城市中居``: the rank in what was held, or among what is counted."""
    grammar = GRAMMAR.load()
    rest = words
    while rest and (rest[-1] in grammar.rank or rest[-1] in grammar.scopes):
        rest = rest[:-1]
    if rest[-1:] != (AMONG,) or words[-1] not in grammar.rank:
        return None
    start = next((n for n, word in enumerate(rest) if word == _AT or _is_there(word)), -1)
    who, held = told(rest[:start]) if start > 0 else None, thing(rest[start + 1 : -1])
    if held is None or (start > 0 and who is None):
        return None
    is_held = rest[-2].endswith(grammar.contests)
    if not is_held and not held.head.endswith("+"):
        return None
    of = f"rank of {who.several}" if who else "rank"
    there = rest[start : start + 1] if start >= 0 else ()
    spans = filter(None, map(behind, (*there, *words[len(rest) :])))
    return Phrase(" ".join((of, "in" if is_held else "among", held.several, *spans)))


def _times(words: Words, told: Tell) -> Phrase | None:
    """``A是2015年``: how many times as much as then."""
    span = _WHEN.match(behind(words[-1]) or "")
    what = told(words[:-2]) if span and words[-2] in _IS else None
    return what and Phrase(f"{what.several} compared with {span['when']}") if span and what else None


def _than(words: Words, told: Tell) -> Phrase | None:
    """``A比B高``, where B says only where."""
    sign = GRAMMAR.load().degrees.get(words[-1])
    signs = [n for n, word in enumerate(words) if word in SIGNS]
    if sign is None or len(signs) != 1 or not signs[0]:
        return None
    where = signs[0]
    what, there = told(words[:where]), words[where + 1 : -1]
    return _against(what, sign, there, told) if what and there else None


def _is_there(word: str) -> bool:
    """Whether a word says both that what follows is a place, and which (``在全市``)."""
    return word.startswith(_AT) and word in GRAMMAR.load().scopes


def _ranked(what: Phrase | None, rest: Words) -> Phrase | None:
    among = scope(rest)
    others = thing(rest) if among is None else None
    if what is None or what.head.startswith(RANK) or (among is None and others is None):
        return None
    of = f"of {what.several}" if what.head else " ".join(what.after)
    where = "in" if rest and rest[-1].endswith(GRAMMAR.load().contests) else "among"
    return Phrase(
        " ".join(filter(None, ("rank", of, *(among or ()), f"{where} {others.several}" if others else "")))
    )
