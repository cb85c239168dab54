"""Signs that a name is wrong, or right: each by itself says little, and what they say together is in ``name_signs.toml``."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from converter.caching import kept, kept_latest
from converter.figures.alternatives import either
from converter.figures.name_form import is_broken, says_too_little
from converter.figures.second_reading import SecondReading
from converter.figures.tables import UNITS
from converter.figures.vocabulary import ACTION, final_verb, thing, without_change
from converter.figures.wording import NAMING
from converter.knowledge import Record, Table

_KNOWN, _UNITS = NAMING.load(), UNITS.load()
# 考试参考率合格率: the rate before stands in front of another measure.
_ODD_INSIDE = re.compile(either(_KNOWN.odd_inside))
_INSIDE = re.compile(
    r"[^效]率(?![和及与、同环比较的])[\u4e00-\u9fff]{2,5}(?:率|金额|数量)$|(?P<twice>[\u4e00-\u9fff]{2})(?P=twice)"
)
_OVER = re.compile(r"\d\D{1,3}以[上下内]）$")
_BRIEF = 5  # characters of a part and its bracket; a longer one is told at length
_HEADS = tuple({*_KNOWN.generic, *_KNOWN.general})
_MONEY, _SHARES = frozenset(_UNITS.money), frozenset(_UNITS.share)
_CASES = frozenset("件宗起例")
# 10万吨尼龙项目投产: units in which works are told apart by their size.
_SIZES = frozenset(("吨", "千瓦", "兆瓦", "千伏", "伏", "千瓦时", "毫米", "厘米", "米"))
_EXTENT = frozenset(("平方米", "平方公里", "亩", "公顷", "公里", "米", "吨", "千瓦"))
_TOLD = re.compile(either(_KNOWN.told_inside))
# 建成加工厂、回收农膜: what was done to one thing, and to another.
_TOLD_TWICE = re.compile(rf"{ACTION}.*(?:、|和){ACTION}.{{4}}")
_LONG = 24  # characters; a longer one is half a sentence
_USUAL = range(7, 18)  # characters of most names
_WORD = 2  # characters
_TAIL = 3  # characters; as few own words of a name lean on those it was given
_SOME, _MOST = 3, 2  # one in as many of the words around a number
_PIECES = 3  # a name of as many was put together twice


def _is_strange_part(name: str, sentence: str) -> bool:
    """True for a part of a part, and for one told at length that shares no word with its whole; not for printed brackets."""
    whole, _, part = name.partition("（")
    if not part or "(" + part.partition("）")[0] + ")" in sentence:
        return False
    if "（" in part or _OVER.search(part):
        return "（" in part  # 企业(投资1亿元以上): a threshold is told in other words
    return len(part) > _BRIEF and not any(part[at : at + 2] in whole for at in range(len(part) - 2))


def _is_told(name: str) -> bool:
    """True for a name that reads like a sentence."""
    return _TOLD.search(name, _WORD) is not None or (
        len(name) > _LONG and _TOLD_TWICE.search(name) is not None
    )


def _is_of_one_before(seen: SecondReading) -> bool:
    """True where the name goes on from a figure before the last."""
    if not seen.before or seen.name.startswith(without_change(seen.before[-1]) or seen.name):
        return False
    return any(one and seen.name.startswith(one) for one in seen.before)


def _counts_things(unit: str) -> bool:
    """True for units of persons, bodies and other things, not of cases, money or extent."""
    return unit not in _MONEY and unit not in _SHARES and unit not in _CASES and unit not in _EXTENT


def _is_size(seen: SecondReading, unit: str) -> bool:
    """True where a number in front of a thing tells how large it is, and no verb before it how much of it."""
    if unit not in _SIZES or not seen.right or not seen.name.endswith(seen.right[-_WORD:]):
        return False
    return not seen.in_one_piece and final_verb(seen.left) == ""


class _Sign(Record, frozen=True):
    weight: int
    doubt: str = ""


class _Signs(Record, frozen=True):
    enough: int
    sign: Mapping[str, _Sign]


WEIGHED = Table(__package__, "name_signs.toml", _Signs)
# By their names in the table.
OF_NAME: Mapping[str, Callable[[str], bool]] = {
    "usual_length": lambda name: len(name) in _USUAL,
    "cut": lambda name: is_broken(name) or bool(_ODD_INSIDE.search(name) or _INSIDE.search(name)),
    "told": _is_told,
    "thin": says_too_little,
    "short_thing": lambda name: len(without_change(thing(name))) <= _WORD,
    "one_word": lambda name: len(name) <= _WORD,
    "long": lambda name: len(name) >= _LONG,
}
# In the order in which they are asked: first what speaks against all doubts or is soon told.
IN_SENTENCE: Mapping[str, Callable[[SecondReading, str], bool]] = {
    "in_one_piece": lambda seen, _: seen.in_one_piece,
    "thin_thing": lambda seen, unit: _counts_things(unit) and says_too_little(seen.name),
    "part": lambda seen, _: "（" in seen.name and _is_strange_part(seen.name, seen.sentence),
    "size": _is_size,
    "share": lambda _, unit: unit in _SHARES,
    "money": lambda _, unit: unit in _MONEY,
    "general_head": lambda seen, _: seen.bare[: seen.own_end].endswith(_HEADS),
    "leaning": lambda seen, _: 0 < len(seen.bare) - seen.own_end <= _TAIL,
    "pieces": lambda seen, _: seen.pieces >= _PIECES,
    "of_one_before": lambda seen, _: _is_of_one_before(seen),
    "some_left_out": lambda seen, _: seen.leaves_out(_SOME),
    "most_left_out": lambda seen, _: seen.leaves_out(_MOST),
    "attribute_left_out": lambda seen, _: "的" in seen.own and "的" not in seen.name,
}


# Signs that only a name has which holds something that is none of the figure's own words.
_OF_CARRIED = frozenset(("general_head", "leaning", "pieces"))
_Asked = tuple[str, Callable[[SecondReading, str], bool], int, int]


@kept_latest(4096)  # reports name alike what they count
def _of_name(name: str) -> tuple[int, frozenset[str]]:
    """The signs that a name shows by itself, and what they weigh."""
    shown = frozenset(sign for sign, shows in OF_NAME.items() if shows(name))
    return sum(WEIGHED.load().sign[sign].weight for sign in shown), shown


@kept
def _asked(carried: bool) -> tuple[_Asked, ...]:
    """Each sign with its weight, and the least that those before it and itself must weigh together for those behind it to matter."""
    table = WEIGHED.load()
    signs = [(name, shows) for name, shows in IN_SENTENCE.items() if carried or name not in _OF_CARRIED]
    weights = [table.sign[name].weight for name, _ in signs]
    behind = [sum(weight for weight in weights[at + 1 :] if weight > 0) for at in range(len(weights))]
    return tuple(
        (name, shows, weight, table.enough - most)
        for (name, shows), weight, most in zip(signs, weights, behind, strict=True)
    )


def weighed(seen: SecondReading, unit: str) -> str:
    """Why a name may be wrong, as a key of ``data/doubts.toml``: what its signs say most of, if they weigh enough together."""
    weight, of_name = _of_name(seen.name)
    shown = set(of_name)
    for name, shows, own, least in _asked(seen.is_carried):
        if shows(seen, unit):
            weight += own
            shown.add(name)
        if weight < least:
            return ""
    told = Counter[str]()
    for name, sign in WEIGHED.load().sign.items():
        if name in shown:
            told[sign.doubt] += sign.weight if sign.doubt else 0
    return max(told, key=lambda why: told[why])
