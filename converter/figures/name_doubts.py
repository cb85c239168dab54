"""A name's own tests: what a person should look at before trusting it."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.figures.alternatives import either
from converter.figures.name_form import is_broken, says_too_little
from converter.figures.quantity import Quantity
from converter.figures.second_reading import disagreements
from converter.figures.tables import UNITS
from converter.figures.vocabulary import without_change
from converter.figures.wording import NAMING
from converter.kept import kept_latest
from converter.model import Span

_KNOWN = NAMING.load()
# 考试参考率合格率: the rate before stands in front of another measure.
_INSIDE = re.compile(
    rf"{either(_KNOWN.odd_inside)}|[^效]率(?![和及与、同环比较的])[\u4e00-\u9fff]{{2,5}}(?:率|金额|数量)$|(?P<twice>[\u4e00-\u9fff]{{2}})(?P=twice)"
)
_OVER = re.compile(r"\d\D{1,3}以[上下内]）$")
_MARKS = frozenset("“”《》（）()【】")
_ADDED = re.compile(
    "占比$|排名$|总[数量]$|占(?=[^占]{2,12}比重$)|比重$"
)  # said by a name whatever its sentence says
_CLAUSE = re.compile("[,;:。!?]")
_INNER = str.maketrans("“”", "‘’")
_SHOWN = 30  # characters on either side
_FAR = 8  # figures; further away nobody takes one for another
_HEADS = tuple({*_KNOWN.generic, *_KNOWN.general})
_BRIEF = 5  # characters of a part and its bracket; a longer one is told at length
_LONG = 32  # characters; a longer one is a story
_MONEY, _COUNTING = frozenset(UNITS.load().money), frozenset(UNITS.load().count)
_THINGS = tuple(
    one for one in _HEADS if not one.endswith(("金额", "资源", "服务", "业务", "活动", "工作", "任务"))
)
_AMOUNTS = tuple(_KNOWN.amounts)
# 企业设立5%: a share is of none of these; 收入占比, 收入增长 say more.
_COUNTED = (*_AMOUNTS, *_KNOWN.flows, "企业", "单位", "项目", "事项", "机构", "人员")
_EXTENT = frozenset(("平方米", "平方公里", "亩", "公顷", "公里", "米", "吨", "千瓦"))
_OPENED = tuple(one for one in _KNOWN.opened if one not in ("建设", "推进", "完成", "开放"))
_QUALITIES = ("效率", "水平", "质量", "能力", "效果", "程度", "力度", "成本", "价格")
# 由18天压缩到5天: the second replaced the first.
_REPLACED = re.compile(r"[到至为成]$|^[到至]")
_JOINED = 2  # characters


class TestedName(NamedTuple):
    """A name as it is shown, and why it may be wrong, as keys of ``data/doubts.toml``."""

    name: str
    doubts: tuple[str, ...]


def tested_names(
    sentence: str, quantities: Sequence[Quantity], names: Sequence[str], topic: str
) -> Iterator[TestedName]:
    """The names of a sentence's figures; in place of one that was cut at a wrong place stands its clause.

    A ``topic`` that the whole report has need not stand in the sentence."""
    second = disagreements(sentence, quantities, names)
    words = f"{sentence}\n{_without_numbers(sentence, quantities)}"
    for at, (name, quantity, other) in enumerate(zip(names, quantities, second, strict=True)):
        shown = quoted(sentence, *quantity.span) if is_broken(name) else name
        told = name.replace(topic, "", 1) if topic and topic not in sentence else name
        why = _doubt(told, words, quantity.unit) or (
            "name_alike" if _is_alike(sentence, quantities, names, at) else other
        )
        yield TestedName(shown, (why,) if why else ())


def _without_numbers(sentence: str, quantities: Sequence[Quantity]) -> str:
    """The words of a sentence, joined where a number stood between them (拆除714栋建筑)."""
    spans = [Span(0, 0), *(one.span for one in quantities), Span(len(sentence), len(sentence))]
    return "".join(sentence[before.end : after.start] for before, after in pairwise(spans))


def _doubt(name: str, sentence: str, unit: str) -> str:
    """The first test that a name fails, by its key."""
    if why := _own_doubt(name):
        return why
    if _is_strange_part(name, sentence):
        return "name_part"
    if is_of_another_unit(name, unit):
        return "name_unit"
    return "name_from_afar" if _is_from_afar(name, sentence) else ""


@kept_latest(4096)  # reports name alike what they count
def _own_doubt(name: str) -> str:
    """The first test that a name fails whatever it names."""
    return next((why for why, fails in _TESTS if fails(name)), "")


def is_of_another_unit(name: str, unit: str) -> bool:
    """True where a name tells of what its unit does not count: money of cases, a share of a thing, items of a quality."""
    if unit in _MONEY:
        return name.endswith((*_THINGS, *_OPENED))
    if unit in _EXTENT:
        return name.endswith(_OPENED)
    if unit == "%":
        return name.endswith(_COUNTED) and without_change(name) == name
    return unit in _COUNTING and name.endswith(_QUALITIES)


def _is_strange_part(name: str, sentence: str) -> bool:
    """True for a part of a part, and for one told at length that shares no word with its whole; not for printed brackets."""
    whole, _, part = name.partition("（")
    if not part or "(" + part.partition("）")[0] + ")" in sentence:
        return False
    if "（" in part or _OVER.search(part):
        return "（" in part  # 企业(投资1亿元以上): a threshold is told in other words
    return len(part) > _BRIEF and not any(part[at : at + 2] in whole for at in range(len(part) - 2))


def _is_from_afar(name: str, sentence: str) -> bool:
    """True where a quarter of the name does not stand in the sentence, and more than one seam."""
    name = _ADDED.sub("", name)
    if name in sentence:
        return False
    pairs = [a + b for a, b in pairwise(name) if a not in _MARKS and b not in _MARKS]
    missing = sum(pair not in sentence for pair in pairs)
    return missing > 1 and missing * 4 > len(pairs)


_TESTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("name_broken", lambda name: is_broken(name) or _INSIDE.search(name)),
    ("name_thin", says_too_little),
    ("name_long", lambda name: len(name) > _LONG),
)


def _is_alike(sentence: str, quantities: Sequence[Quantity], names: Sequence[str], at: int) -> bool:
    """True where another value of the sentence has the same name and unit, and is not what this one replaced."""
    if names.count(names[at]) == 1:
        return False
    one, near = quantities[at], range(max(0, at - _FAR), min(len(names), at + _FAR + 1))
    return any(
        names[other] == names[at]
        and quantities[other].unit == one.unit
        and quantities[other].value != one.value
        for other in near
        if other != at and (abs(other - at) > 1 or not _is_replaced(sentence, quantities, min(other, at)))
    )


def _is_replaced(sentence: str, quantities: Sequence[Quantity], at: int) -> bool:
    """True where the next figure tells what this one came to, or shares its words with it (12件、3件), unless they are dealt out."""
    start, end = quantities[at].span
    between = sentence[end : quantities[at + 1].span.start]
    shared = len(between) <= _JOINED and "分别" not in sentence[max(0, start - _SHOWN) : start]
    return shared or _REPLACED.search(between) is not None


def quoted(sentence: str, start: int, end: int) -> str:
    """The clause around a figure, as printed, in place of a name that was cut at a wrong place."""
    before, behind = _CLAUSE.split(sentence[:start])[-1], _CLAUSE.split(sentence[end:], maxsplit=1)[0]
    clause = re.sub(r"\s+", "", before[-_SHOWN:] + sentence[start:end] + behind[:_SHOWN])
    return f"“{clause.translate(_INNER)}”"
