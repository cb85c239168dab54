"""A second, plain reading of a figure's surroundings, by punctuation alone: where its name disagrees, a person should look.

It knows no verbs and no nouns. Its own words are those beside the number up to a boundary or another number; what else a name
holds was carried there by the first reading.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from converter.figures.alternatives import either
from converter.figures.quantity import Quantity
from converter.figures.tables import MEASURES
from converter.figures.vocabulary import ACTION, trimmed, without_places
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_BOUNDARY = re.compile(r"[,;:。()!?\n]")
_BRACKETS = str.maketrans("（）", "()")
_DEALT = re.compile("分别|依次")  # names of a list that is dealt out are put together on purpose
_MOVES = re.compile(either(_KNOWN.moves))
_HAN = re.compile("[\u4e00-\u9fff]")
_ADDED = re.compile("占比$|排名$|合计$|累计$|总数$|总量$")  # said by a name whatever its sentence says
_TOLD = re.compile(rf"..(?:{either(_KNOWN.told_inside)})")
# 建成加工厂、回收农膜: what was done to one thing, and to another.
_TOLD_TWICE = re.compile(rf"{ACTION}.*(?:、|和){ACTION}.{{4}}")
_EXAMPLES = ("等", "》")  # some of the things by name, and no word of what they are
_AND = ("和", "及", "与")  # what stands before is the last figure's
_ADDING = ("加上", "连同", "算上", "再加上", "若加上")  # 造价二百元,加上地基则达三百元
_CARRIED = 3  # characters that a name has from elsewhere; two are a verb that a list shares
_FAR = 18  # characters since the figure before
_PIECES = 3  # a name of as many was put together twice
_MANY = 2  # times as long as a name its clause is, if it takes little of it
_WORD = 2  # characters
_DURATIONS = frozenset(MEASURES.load().duration.units)
# What is told in days and years; before another noun they tell which things (24小时服务区).
_TIMES = ("时间", "时限", "时长", "天数", "周期", "工期", "期限", "寿命", "年龄", "时效", "工作日")
_LONG = 24  # characters; a longer one is half a sentence


def disagreements(sentence: str, quantities: Sequence[Quantity], names: Sequence[str]) -> Iterator[str]:
    """For each figure why its name may be none of its own, as a key of ``data/doubts.toml``; empty where both readings agree."""
    before, last = 0, ""
    bounds = [0, *[mark.end() for mark in _BOUNDARY.finditer(sentence)], len(sentence) + 1]
    ends = [*(one.span.start for one in quantities[1:]), len(sentence)]
    for name, quantity, after in zip(names, quantities, ends, strict=True):
        start, end = quantity.span
        left = sentence[max(before, bounds[bisect(bounds, start) - 1]) : start]
        right = sentence[end : min(after, bounds[bisect(bounds, end)] - 1)].partition("、")[0]
        if last and name.startswith(last):
            yield _disagreement(name, left, right, quantity.unit)
        else:
            carried = _is_carried(name, sentence, start - before if before else 0, left + right)
            yield "name_carried" if carried else _disagreement(name, left, right, quantity.unit)
        before, last = end, name


def _disagreement(name: str, left: str, right: str, unit: str) -> str:
    """Why a name may be none of the words around its number."""
    if unit in _DURATIONS and right[:_WORD] and right[:_WORD] in name and not name.endswith(_TIMES):
        return "name_unit"
    if _TOLD.search(name) or (len(name) > _LONG and _TOLD_TWICE.search(name)):
        return "name_told"
    if _leaves_out(name, left, right):
        return "name_leaves_out"
    return "name_little" if not left.endswith(_EXAMPLES) and _takes_little(name, left + right) else ""


def _is_carried(name: str, sentence: str, gap: int, own: str) -> bool:
    """True where a name was put together from several places, or much of it is none of the figure's own words and was told far
    away, ``gap`` characters or more."""
    if name in own or _DEALT.search(sentence):
        return False
    bare = _ADDED.sub("", name).translate(_BRACKETS)
    if bare not in sentence and _pieces(bare, sentence) >= _PIECES:
        return True
    elsewhere = sum(word not in own for word in bare)
    return elsewhere >= _CARRIED and not bare.endswith(")") and gap > _FAR


def _pieces(name: str, sentence: str) -> int:
    """How many runs of the sentence's words the part of a name that has most of them is put together of."""
    return max(_runs(part, sentence) for part in name.partition("(")[0].split("、"))


def _runs(part: str, sentence: str) -> int:
    found = at = 0
    while at < len(part):
        end = at + 1
        while end <= len(part) and part[at:end] in sentence:
            end += 1
        found += _HAN.search(part, at, end - 1) is not None
        at = max(end - 1, at + 1)
    return found


def _takes_little(name: str, own: str) -> bool:
    """True where most of a figure's own words are none of its name's."""
    if len(own) < _MANY * len(name):
        return False
    words = _HAN.findall(own)
    return sum(word in name for word in words) * 5 < len(words) * 2


def _leaves_out(name: str, left: str, right: str) -> bool:
    """True where the words directly before the number are none of its name's, though words stand behind it, or where they
    only add to what was told."""
    if left.startswith(_ADDING):
        return True
    behind = "".join(_HAN.findall(right))[:_WORD] if len(right) >= _WORD else ""
    if len(behind) < _WORD or _MOVES.match(right) or left.endswith((*_EXAMPLES, *_AND)) or "、" in left:
        return False
    before = "".join(_HAN.findall(trimmed(without_places(left))))[-_WORD:]
    return len(before) == _WORD and before not in name
