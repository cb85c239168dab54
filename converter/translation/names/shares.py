"""What part one thing is of another, and what it adds to it (``A占B比重``, ``A与B之比``, ``A对B的贡献率``)."""

from collections.abc import Callable

from converter.translation.names.lexicon import AMONG, GRAMMAR, OF, SHARE, TO, behind
from converter.translation.names.phrase import Phrase
from converter.translation.names.tokens import Words

Tell = Callable[[Words], Phrase | None]
RANK = "rank "
_AT, _RATIOS, _WITH, _AND = "在", ("比率", "之比", "比例"), "与", ("和", "及")
# What grows as a whole, so that what adds to it is something else.
_WHOLES = ("经济增长", "GDP增长", "地区生产总值增长")
_GROWTH = "增长"


def proportion(words: Words, told: Tell) -> Phrase | None:
    """``A在B中的比重``, ``A与B的比率``; of ``A和B的比例`` it is not known whether it is the share of both."""
    is_share = len(words) > 1 and words[-1] in (*GRAMMAR.load().share, *_RATIOS) and SHARE not in words
    rest = words[:-2] if words[-2:-1] == (OF,) else words[:-1]
    if not is_share or not rest:
        return None
    if rest[-1] == AMONG and rest.count(_AT) == 1 and rest[0] != _AT:
        where = rest.index(_AT)
        return _joined("share of {} in {}", told(rest[:where]), told(rest[where + 1 : -1]))
    signs = [n for n, word in enumerate(rest) if word == _WITH or word in _AND]
    is_ratio = len(signs) == 1 and (words[-1] in _RATIOS[:-1] or (words[-1] == _RATIOS[-1] and _WITH in rest))
    if not is_ratio or not 0 < signs[0] < len(rest) - 1:
        return None
    return _joined("ratio of {} to {}", told(rest[: signs[0]]), told(rest[signs[0] + 1 :]))


def _joined(said: str, part: Phrase | None, whole: Phrase | None) -> Phrase | None:
    return Phrase(said.format(part.several, whole.several)) if part and whole else None


def contribution(words: Words, told: Tell) -> Phrase | None:
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
    if is_growth and not is_owned:
        return _to_growth(words, told)
    return what and Phrase(f"contribution rate {'to' if is_growth else 'of'} {what.several}")


def _to_growth(words: Words, told: Tell) -> Phrase | None:
    """``商贸业 经济增长 贡献率``: the economy grows, and not trade; of ``工业 增长`` it is not known what it adds to."""
    start = next((n for n in range(len(words)) if "".join(words[n:]) in _WHOLES), None)
    growth = None if start is None else told(words[start:])
    there = scope(words[:start])
    who = None if there is not None or growth is None else told(words[:start])
    if growth is None or (there is None and who is None):
        return None
    return Phrase(
        " ".join(
            (
                "contribution rate",
                *([f"of {who.several}"] if who else []),
                f"to {growth.several}",
                *(there or ()),
            )
        )
    )


def share(what: Phrase | None, rest: Words, told: Tell) -> Phrase | None:
    rest = rest[:-1] if rest and rest[-1] in GRAMMAR.load().share else rest
    rest = rest[:-1] if rest and rest[-1] == OF else rest
    if not rest:
        return what and Phrase(f"share of {what.several}")
    among = scope(rest)
    whole = Phrase(" ".join(("the total", *among))) if among is not None else told(rest)
    if whole and whole.head.startswith(RANK):
        return None  # a share of one and a rank of another: which is told is not known
    lead = f"{what.several} as a share of" if what else "share of"
    return whole and Phrase(f"{lead} {whole.several}")


def part_of(words: Words, told: Tell) -> Phrase | None:
    """``A中B占比``: how much of A is B."""
    where = words.index(AMONG, 1)
    whole, part = told(words[:where]), words[where + 1 : -1]
    what = told(part) if part and words[-1] in GRAMMAR.load().share and SHARE not in words else None
    return whole and what and Phrase(f"share of {what.several} in {whole.several}")


def scope(words: Words) -> tuple[str, ...] | None:
    """Words that only say where, None where some say more."""
    said = [behind(word) for word in words]
    told = tuple(one for one in said if one)
    return told if len(told) == len(words) else None
