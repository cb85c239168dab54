"""Names that hold one thing against another: shares, ranks, what is above an average, what adds to what."""

from collections.abc import Callable

from converter.translation.names.lexicon import AMONG, GIVEN, GRAMMAR, OF, SHARE, TO, behind
from converter.translation.names.measured import AMOUNT, RATE
from converter.translation.names.phrase import Phrase
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

Tell = Callable[[Words], Phrase | None]
_AVERAGE = "average"
RANK = "rank "
_EXCEED = "超"
_EFFECT, _PAIR = "影响", 2
_GROWTH, _AT, _THAN = "增长", "在", "比"


def compared(words: Words, told: Tell) -> Phrase | None:
    """``A占B比重``, ``A居B``, ``A高于B``; where a name ends with a place, its value is the rank there (``A全省`` 第三位)."""
    if len(words) == 1:
        return None
    if words[-1] in GIVEN:
        return _given(words[:-1], told)
    if words[0] == SHARE:
        return _share(None, words[1:], told)
    if AMONG in words[1:-2]:
        return _among(words, told)
    if words[0] in GRAMMAR.load().rank:
        return _ranked(Phrase(""), words[1:])
    return _than(words, told) or _standing(words, told) or _between(words, told)


def effect(words: Words) -> Phrase | None:
    """``影响CPI下降``: how much of the fall comes of something."""
    if words[0] != _EFFECT or len(words) <= _PAIR:
        return None
    way, what = GRAMMAR.load().effects.get(words[-1]), thing(words[1:-1])
    return Phrase(f"{way} effect on {what.several}") if way and what else None


def _given(words: Words, told: Tell) -> Phrase | None:
    """What adds how much to what: ``消费对经济增长的`` 贡献率."""
    is_owned = words[-1:] == (OF,)
    words = words[:-1] if is_owned else words
    if TO in words:
        where = words.index(TO)
        who, what = (told(words[:where]) if where else None), told(words[where + 1 :])
        if what is None or (where and who is None):
            return None
        return Phrase(
            " ".join(("contribution rate", *([f"of {who.several}"] if who else []), f"to {what.several}"))
        )
    what = told(words) if words else None
    is_growth = words[-1:] != () and words[-1].endswith(_GROWTH)
    if what is None or (is_growth and not is_owned):
        return None
    return Phrase(f"contribution rate {'to' if is_growth else 'of'} {what.several}")


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
        spans = _scope(words[:where])
        return (
            _ranked(Phrase("", (), spans) if spans else told(words[:where]), words[where:]) if where else None
        )
    is_held = any(map(_is_there, words[: max(where - 1, 0)]))  # 水质在全市河流 排名
    what = told(words[:where]) if where and not is_held else None
    if words[where] == SHARE:
        return what and _share(what, words[where + 1 :], told)
    if words[where] in grammar.against:
        # 产值超过全市: the value is a share of it.
        is_part = words[where].startswith(_EXCEED) and what and _is_amount(what)
        sign = grammar.against[words[where]]
        return _against(what, sign, words[where + 1 :]) if what and not is_part else None
    if not where or len(words[where - 1]) == 1:
        return None  # 家居 and its like
    return _ranked(what, words[where + 1 :])


def _share(what: Phrase | None, rest: Words, told: Tell) -> Phrase | None:
    rest = rest[:-1] if rest and rest[-1] in GRAMMAR.load().share else rest
    rest = rest[:-1] if rest and rest[-1] == OF else rest
    if not rest:
        return what and Phrase(f"share of {what.several}")
    among = _scope(rest)
    whole = Phrase(" ".join(("the total", *among))) if among is not None else told(rest)
    if whole and whole.head.startswith(RANK):
        return None  # a share of one and a rank of another: which is told is not known
    lead = f"{what.several} as a share of" if what else "share of"
    return whole and Phrase(f"{lead} {whole.several}")


def _among(words: Words, told: Tell) -> Phrase | None:
    """``A中B占比``: how much of A is B."""
    where = words.index(AMONG, 1)
    whole, part = told(words[:where]), words[where + 1 : -1]
    what = told(part) if part and words[-1] in GRAMMAR.load().share and SHARE not in words else None
    return whole and what and Phrase(f"share of {what.several} in {whole.several}")


def _is_amount(what: Phrase) -> bool:
    return bool(AMOUNT.search(what.several)) and not RATE.search(what.several)


def _against(what: Phrase, sign: str, rest: Words) -> Phrase | None:
    among = _scope(rest)
    if among:
        # GDP高于全市 tells of its growth: no part has more of something than the whole.
        growth = ("growth in",) if _is_amount(what) else ()
        return Phrase(" ".join((*growth, what.several, sign, "that", *among)))
    other = thing(rest)
    # 高于城镇 is above what it is there; only an average can be named as it is.
    the = "the " if other and other.head.startswith(_AVERAGE) else ""
    return (
        Phrase(f"{what.several} {sign} {the}{other.several}") if other and _AVERAGE in other.several else None
    )


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


def _than(words: Words, told: Tell) -> Phrase | None:
    """``A比B高``, where B says only where."""
    sign = GRAMMAR.load().degrees.get(words[-1])
    if sign is None or words.count(_THAN) != 1 or words[0] == _THAN:
        return None
    where = words.index(_THAN)
    what, there = told(words[:where]), words[where + 1 : -1]
    return _against(what, sign, there) if what and there else None


def _is_there(word: str) -> bool:
    """Whether a word says both that what follows is a place, and which (``在全市``)."""
    return word.startswith(_AT) and word in GRAMMAR.load().scopes


def _ranked(what: Phrase | None, rest: Words) -> Phrase | None:
    among = _scope(rest)
    others = thing(rest) if among is None else None
    if what is None or what.head.startswith(RANK) or (among is None and others is None):
        return None
    of = f"of {what.several}" if what.head else " ".join(what.after)
    where = "in" if rest and rest[-1].endswith(GRAMMAR.load().contests) else "among"
    return Phrase(
        " ".join(filter(None, ("rank", of, *(among or ()), f"{where} {others.several}" if others else "")))
    )


def _scope(words: Words) -> tuple[str, ...] | None:
    """Words that only say where, None where some say more."""
    said = [behind(word) for word in words]
    told = tuple(one for one in said if one)
    return told if len(told) == len(words) else None
