"""The members of a list, each in full: with what the first, or the last, says for all (``国内、入境游客数量``)."""

import re

from converter.figures.alternatives import either
from converter.figures.vocabulary import final_verb, first_verb, members, said_of, trimmed, who_did_what
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_AMOUNT_FLOWS = [flow for flow in _KNOWN.flows if flow.endswith(_KNOWN.aspects)]
ASPECT = re.compile(rf"(?:{either([*_KNOWN.aspects, *_KNOWN.shared_ends, *_AMOUNT_FLOWS])})$")
"""What the last of a list may say for all of it."""
_AMOUNT_END = re.compile(rf"(?<=..)(?:{either(_KNOWN.amounts)})$")
AMOUNTS = tuple("量率额值数比度资口")
"""What ends so names an amount already."""
_THING_OF = re.compile(rf".*(?:{either(_KNOWN.generic)})(?=..)")
# 万元GDP能耗、水耗: for each of what.
_PER = re.compile("(?:[万亿]元|单位)(?:GDP|(?:地区|国内)?生产总值|工业增加值|产值|面积)(?=..)")
_OPPOSED = frozenset(_KNOWN.opposed)
_OF_PERSONS = frozenset(("人数", "户数", "件数"))
_WAY = re.compile("(?<=..)(?:方式|渠道|途径|形式)$")
_HEAD = 2  # characters
_SHORT = 4  # characters; longer words begin alike by chance
_NUMERALS = frozenset("一二三四五六七八九十")


def members_in_full(named: str, count: int) -> list[str]:
    """The members of a list, each in full."""
    for both, parts in _KNOWN.pairs.items():
        if named.startswith(both) and len(parts) == count and "、" not in named:
            return [part + named.removeprefix(both) for part in parts]
    each = members(named)
    if len(each) != count and named.count("、") == count - 1:
        each = [
            trimmed(one) for one in named.split("、")
        ]  # 生活用品及服务、居住: what 及 joins is one of them
    return _in_full(each)


def _in_full(names: list[str]) -> list[str]:
    """``国内、入境游客数量``: what the last of a list ends with is said of all."""
    names = _with_head(_whole(names))
    last, first = names[-1], names[0]
    if all(name in _KNOWN.aspects for name in names[1:]) and (amount := _AMOUNT_END.search(first)):
        return [first, *(first[: amount.start()] + name for name in names[1:])]  # 企业数量、注册资本
    if all(_is_parallel(name, last) for name in names[:-1]):
        return [*(said_of(name, _rest(name, last)) for name in names[:-1]), last]
    if (tail := _handed_in(last)) and not any(map(final_verb, names[:-1])):
        return [*(said_of(name, tail) for name in names[:-1]), last]
    shared = ASPECT.search(last)
    if not shared or not shared.start() or any(ASPECT.search(name) for name in names[:-1]):
        return names
    if shared[0] in _OF_PERSONS:
        return names  # 安全事故和死亡人数: not the persons of the accidents
    return [
        *(
            # 接待游客和旅游收入: what was done is whole.
            name if name[-1:] in (*AMOUNTS, last[-1]) or _is_done(name, last) else said_of(name, shared[0])
            for name in names[:-1]
        ),
        last,
    ]


def _handed_in(last: str) -> str:
    """What the last of a list did, and by what way (``当面方式提交``): said of all."""
    done = final_verb(last)
    who = last.removesuffix(done)
    if not done or done in _KNOWN.nominal or len(who) < _HEAD:
        return ""
    way = _WAY.search(who)
    return (way[0] if way else "") + done


def _is_done(name: str, last: str) -> bool:
    """True where ``name`` says what was done to what, and ``last`` names a thing."""
    verb = who_did_what(name)[1]
    return verb not in ("", *_KNOWN.nominal) and not first_verb(last)


def _whole(names: list[str]) -> list[str]:
    """``存、贷款余额``: half a word takes the rest of it from the last."""
    last = names[-1]
    halves = _KNOWN.halves
    return [
        name + last[1:] if name and last.startswith(halves.get(name[-1], last + name)) else name
        for name in names
    ]


def _with_head(names: list[str]) -> list[str]:
    """``单位产值水耗、能耗``: what a short last one leaves out of the first, where both end alike."""
    first, last = names[0], names[-1]
    if final_verb(last) == last and (of := _THING_OF.match(first)):
        return [first, *(of[0] + name for name in names[1:])]  # 文件合法性审核、备案审查
    if (per := _PER.match(first)) and all(len(name) <= _SHORT for name in names[1:]):
        return [first, *(name if _PER.match(name) else per[0] + name for name in names[1:])]
    head = first[: -len(last)]
    if len(head) < _HEAD or not 1 < len(last) < _SHORT or first[-1] != last[-1] or first.endswith(last):
        return names
    return [first, *(name if name.startswith(head) else head + name for name in names[1:])]


def _is_parallel(name: str, last: str) -> bool:
    """True where ``last`` begins as ``name`` is made (``民间投资、工业投资占比``, ``城镇、农村居民``, ``一、三产``)."""
    head = last[: len(name)]
    if len(name) == 1:
        return name in _NUMERALS and head in _NUMERALS
    if _is_quoted(name) and last.startswith("“") and "”" in last:
        return True
    if name[-2:] == last[-2:]:
        return False  # both are whole: 工业投资、工业技改投资
    end = 1 if len(name) < _SHORT else 2
    same_end = name[-end:] == head[-end:]
    same_start = len(name) <= _SHORT and name[: len(name) // 2] == head[: len(name) // 2]
    return same_end or same_start or {name, head} <= _OPPOSED


def _rest(name: str, last: str) -> str:
    return last[last.index("”") + 1 :] if _is_quoted(name) else last[len(name) :]


def _is_quoted(name: str) -> bool:
    return name.startswith("“") and name.endswith("”")
