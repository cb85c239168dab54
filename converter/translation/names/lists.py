"""Things in a list: what they share stands once in Chinese, at its end."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from converter.translation.names.lexicon import ADJECTIVES, NOUNS, VERBS, behind
from converter.translation.names.measured import MEASURE, MEASURED, PERSONS, RATE
from converter.translation.names.parts import deed
from converter.translation.names.phrase import Phrase, as_well, listed
from converter.translation.names.tokens import Words

_PEOPLE = ("人才", "人员", "群体", "对象")
_PAIR, _SIZE, _FIRMS = 2, "designated size", ("企业", "单位", "法人", "公司")
_ALL_OF_IT = re.compile("(?:in the|in china|per|across the) ", re.I)
_MEASURED = re.compile(r"^(?:rate|number|share|coverage) of\b")
_GROWTH = re.compile(r"^(?:growth|growth rate|increase|decrease|fall|rise) (?:in|of)\b")
_WORK = (
    "活动",
    "纠纷",
    "负责人",
    "减税",
    "对接",
    "培训",
    "演练",
    "改造",
    "整治",
    "治理",
    "修复",
    "维修",
    "建设",
    "清退",
    "拆除",
    "更新",
    "绿化",
    "监测",
    "检查",
)
_PLACES = ("带", "区", "圈", "群", "地区", "流域")
_OTHER = "rate of people"  # what no noun says may be either
Tell = Callable[[Words], Phrase | None]


def several(words: Words, marks: Sequence[int], tell: Tell) -> Phrase | None:
    """Things in a list; adjectives, what is measured and what a deed is done to share the noun at its end."""
    span = behind(words[0]) or ""
    are_firms = span.endswith(_SIZE) and words[-1].endswith(_FIRMS)
    if (_ALL_OF_IT.match(span) or are_firms) and marks[0] > 1:  # 单位GDP 能耗、水耗 is both
        said = several(words[1:], [mark - 1 for mark in marks], tell)
        return said and said.behind(span)
    groups = _groups(words, marks)
    if not all(groups) or _may_share(groups):
        return None
    return _sharing(groups, tell) or _several(words, marks, tell)


def _several(words: Words, marks: Sequence[int], tell: Tell) -> Phrase | None:
    edges = [-1, *marks, len(words)]
    groups = _groups(words, marks)
    *others, last = groups
    adjectives = ADJECTIVES.load()
    lead = next((n for n, one in enumerate(groups) if len(one) > 1 or one[0] not in adjectives), 0)
    if lead and groups[lead][0] in adjectives:  # 省、市重点项目
        what = tell(words[edges[lead] + 2 :])
        front = listed([adjectives[one[0]] for one in groups[: lead + 1]])
        return what and Phrase(what.head, (front, *what.before), what.after)
    told = [tell(group) for group in groups]
    known = [one for one in told if one]
    if len(known) < len(told):
        if last[0] in VERBS.load() and any(one[0] in VERBS.load() for one in others):
            return None  # 稳定和带动就业: both are deeds
        others_told = [ADJECTIVES.load().get(one[0], "") if len(one) == 1 else "" for one in others]
        return told[-1] and as_well(others_told, told[-1])
    if (deed(last[-1]) and last[-1] not in NOUNS.load() and len(last) > 1) and not any(
        deed(one[-1]) for one in others
    ):
        what = tell(last[:-1])
        parts = [*known[:-1], *([what] if what else [])]
        if what is None or any(part.after for part in parts):
            return None
        return Phrase(VERBS.load()[last[-1]].noun, (listed([part.bare for part in parts]),))
    return None if _has_measure_alone(known) else Phrase(listed([one.several for one in known]))


def _has_measure_alone(known: Sequence[Phrase]) -> bool:
    """Whether only the last of several is measured: what is measured may be all of them (``农用地、工业用地 利用率``)."""
    *others, last = [one.several for one in known]
    if _GROWTH.search(last):  # 资产总额、利润增速
        return not any(map(RATE.search, others))
    return bool(_MEASURED.search(last)) and not any(
        RATE.search(one) or MEASURED.search(one) for one in others
    )


def _groups(words: Words, marks: Sequence[int]) -> list[Words]:
    return [words[a + 1 : b] for a, b in pairwise([-1, *marks, len(words)])]


def _may_share(groups: Sequence[Words]) -> bool:
    """Whether it is not known if what is no people tells apart those at the end (``低保和困难人员``)."""
    *others, last = groups
    if _is_work_of_all(others, last):
        return True
    people = last[0].endswith(_PEOPLE) and last[0] not in _PEOPLE if len(last) == 1 else False
    return people and any(
        not PERSONS.search(NOUNS.load().get(one[-1], ""))
        for one in others
        if len(one) == 1 and one[-1] in NOUNS.load()
    )


def _is_work_of_all(others: Sequence[Words], last: Words) -> bool:
    """Whether what is done to the last may be done to all (``城中村和危旧房改造``), or all be where it is (``经济带、大湾区项目``)."""
    is_noun = last[-1] in NOUNS.load() and last[-1].endswith(_WORK) and last[-1] not in _WORK
    is_work = is_noun or (len(last) > 1 and last[-1] in _WORK and last[-2] in NOUNS.load())
    is_there = len(last) > 1 and (behind(last[0]) or "").startswith("in the ")
    are_things = not any(
        one[-1].endswith(_WORK) or deed(one[-1]) or one[-1] in ADJECTIVES.load() for one in others
    )
    are_places = is_there and any(len(one) == 1 and one[0].endswith(_PLACES) for one in others)
    return (is_work and are_things) or are_places


def _sharing(groups: Sequence[Words], tell: Tell) -> Phrase | None:
    """Things that share what is measured of them at the end (``中小学和幼儿园 入学率``), not ``学校和城市公园``."""
    *others, last = groups
    nouns = NOUNS.load()
    head = nouns.get(last[-1], "")
    is_measure = len(last) > 1 and last[-2] in nouns and (MEASURE.search(head) or _MEASURED.search(head))
    is_people = len(last) == _PAIR and not deed(last[0]) and PERSONS.search(head)  # 技能、专技人才
    shared = MEASURED if is_measure else PERSONS
    if not (is_measure or is_people) or any(
        len(one) != 1 or shared.search(nouns.get(one[0], _OTHER)) for one in others
    ):
        return None
    said = [tell(one) for one in (*others, last[:-1])]
    whose = [one.bare for one in said if one and not one.after]
    who = tell(last[-1:])
    return who and (who.led_by(Phrase(listed(whose))) if len(whose) == len(said) else None)
