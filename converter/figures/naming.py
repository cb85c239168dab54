"""The name of the indicator a figure is a value of, out of the words around it.

A number is named by what stands before it (``受理案件187件``), by what stands behind it (``105件建议``), or by
the figure before it (``同比增长5%``, ``其中正职25宗``).
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from converter.figures import naming_from_clause as clause
from converter.figures import naming_from_context as leaning
from converter.figures import naming_of_changes as changes
from converter.figures import naming_of_lists as lists
from converter.figures import rates
from converter.figures.anaphora import is_said_of
from converter.figures.deeds import ends_in_deed, is_done_by
from converter.figures.discourse import NamedBefore
from converter.figures.divisor import each_first, for_each
from converter.figures.frame import Frame, frames
from converter.figures.lists import LONGEST, list_subjects, of_whole
from converter.figures.naming_from_object import dealt_with
from converter.figures.parts import counts_persons, divided
from converter.figures.predicate import by_predicate
from converter.figures.quantity import Quantity
from converter.figures.subject import with_example
from converter.figures.tables import MEASURES
from converter.figures.telling_apart import distinct
from converter.figures.topic import about, applied_for, is_thin, topic_of
from converter.figures.unnamed import UnnamedFigure, unnamed_figure
from converter.figures.vocabulary import ranked, thing, unranked, without_change
from converter.figures.wording import NAMING

_NAMED_BEFORE = frozenset(NAMING.load().named_before)
_SAY_NOTHING = frozenset((*NAMING.load().averages, *NAMING.load().alone))
_DURATIONS = frozenset(MEASURES.load().duration.units)  # no things that something could be done to
_REACHED = re.compile("(?<=.{4})(?:均|首次|同比|[已也])*实现$")  # 产值实现5亿元, 占比实现翻番
# 企业数3年翻一番, 投资五年累计5亿元: since when; 规模比“十三五”末翻一番: against when.
_SINCE = re.compile(r"(?<=..)(?:(?<!\d)\d{1,2}|(?<![个前后首第近每新头])[一两三四五六七八九十]+)年$")
_AGAINST = re.compile("(?<=...)[比较][^,比较]{2,8}[末初底年]$")
_TIMES = ("番", "倍")
_THIN = 4  # characters; without those who did it a name as short says little


def name_quantities(
    sentence: str, quantities: Sequence[Quantity], memory: NamedBefore, region: str | None, topic: str = ""
) -> tuple[list[str], NamedBefore]:
    """A name for each quantity of a sentence, and what the next sentence may lean on; ``topic`` is that of all applications of
    the report."""
    names, threshold = list[str](), ""
    around = frames(sentence, quantities)
    memory = replace(memory, counted_here=False, listed=(), alike=())
    for at, (quantity, frame) in enumerate(zip(quantities, around, strict=True)):
        case = unnamed_figure(quantity, frame, region)
        memory = _heard(memory, frame, list_subjects(around[at : at + LONGEST], memory))
        memory = divided(quantity, frame, case.phrase, memory)
        name = each_first(_telling(_name(case, memory), case, memory))
        name = applied_for(name, topic) if topic else name
        names.append(ranked(name) if quantity.rank else name)
        if around[at + 1 : at + 2] and around[at + 1].over:
            # 投资10亿元以上6个、1亿元以上9个: a threshold is of the one before, and what follows of no threshold.
            names[-1] = threshold = names[-1] if case.phrase else threshold or names[-1]
            continue
        memory = _remembered(name, tuple(names[-LONGEST:]), case, memory)
    return distinct(names, quantities, around), memory


def _heard(memory: NamedBefore, frame: Frame, shared: tuple[str, ...]) -> NamedBefore:
    """What is known before a figure is named: the topic told on the way to it, and the names kept for a list."""
    topic = topic_of(frame.gap) or memory.topic
    known = topic == memory.topic and shared == memory.shared
    return memory if known else replace(memory, topic=topic, shared=shared)


def _remembered(name: str, names: tuple[str, ...], case: UnnamedFigure, memory: NamedBefore) -> NamedBefore:
    """What the next figure may lean on, once this one has its name; each field is told in ``NamedBefore``."""
    quantity = case.quantity
    counts = _counts(quantity, case) and name != memory.whole and not name.endswith("）")
    counts = counts and not (quantity.unit.endswith("元") and _is_of_counted(name, memory))
    return NamedBefore(
        base=_base(unranked(name) if quantity.rank else name, memory),
        unit=quantity.unit,
        whole=memory.whole,
        whole_unit=memory.whole_unit,
        inside=memory.inside,
        verb=memory.verb,
        last=name,
        shared=memory.shared,
        topic=memory.topic,
        names=names,
        counted=name if counts else memory.counted,
        counted_unit=quantity.unit if counts else memory.counted_unit,
        counted_here=counts or memory.counted_here,
        listed=((*memory.listed, name) if case.frame.joined else (name,)) if counts else memory.listed,
        alike=(*memory.alike, name) if quantity.unit == memory.unit else (name,),
    )


def _is_of_counted(name: str, memory: NamedBefore) -> bool:
    """True for an amount of the things counted before it in the sentence: they stay what is counted (项目9个,总投资5元,其中市级2个)."""
    of = thing(memory.counted)
    return (
        memory.counted_here and of != "" and name != memory.counted and name.startswith((of, memory.counted))
    )


def _counts(quantity: Quantity, case: UnnamedFigure) -> bool:
    """True for a figure of things that have a name of their own, of which a later one may tell more."""
    # 执法局编制9人 are its persons, 负责人出庭9件 are none of theirs.
    deed = ends_in_deed(case.phrase) or (is_done_by(case.phrase) and not counts_persons(quantity.unit))
    phrase = "" if deed or case.phrase in _SAY_NOTHING else case.phrase
    own = case.noun or phrase
    return (
        own != ""
        and "结转" not in own
        and not quantity.rank
        and quantity.unit not in _DURATIONS
        and quantity.unit not in _NAMED_BEFORE
        and not is_said_of(case.phrase)
    )


def _base(name: str, memory: NamedBefore) -> str:
    """What the next figure leans on: this name, unless it says something of the base before."""
    if name.endswith("）") and memory.whole and name.startswith(memory.whole):
        return name  # what follows is said of the part
    of = thing(memory.base)
    return memory.base if of and name.startswith((memory.base, of)) else without_change(name) or name


def _name(case: UnnamedFigure, memory: NamedBefore) -> str:
    for way in _WAYS:
        if name := way(case, memory):
            return name
    return ""


_WAYS: tuple[Callable[[UnnamedFigure, NamedBefore], str], ...] = (
    lists.in_list,
    changes.moved,
    changes.again,
    for_each,
    changes.compared,
    changes.placed,
    changes.said_of_it,
    clause.lasting,
    dealt_with,
    leaning.part_behind,
    clause.for_each_of,
    clause.by_noun,
    by_predicate,
    clause.by_times,
    leaning.part,
    leaning.taking_part,
    leaning.unnamed,
    rates.aspect,
    rates.amount_of_counted,
    rates.rate,
    leaning.done,
    leaning.same_kind,
    lists.level,
    lists.listed,
    lists.made,
    lists.among,
    clause.by_phrase,
    clause.by_what_follows,
)


def _telling(name: str, case: UnnamedFigure, memory: NamedBefore) -> str:
    """``name`` with the sentence's topic, or with the first example given, where it says too little alone."""
    name = _REACHED.sub("", name) if name.endswith("实现") and not case.noun else name
    name = _SINCE.sub("", name) if name.endswith("年") else name
    name = _AGAINST.sub("", name) if case.quantity.unit in _TIMES else name
    if case.frame.who and len(name) <= _THIN:
        return case.frame.who + name
    if case.frame.left.startswith("其中"):
        name = of_whole(name, memory.last)
    if memory.topic:
        return about(name, memory.topic)
    return (is_thin(name) and not case.noun and with_example(case.frame.left)) or name
