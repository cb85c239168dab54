"""Numbers that both texts share but tell less or more exactly: over, nearly, at least (``comparing.toml``)."""

from collections.abc import Collection, Iterator, Sequence

from converter.model import Bound
from converter.translation.numbers.chinese import chinese_bounds_near
from converter.translation.numbers.english_bounds import english_bounds_near
from converter.translation.numbers.number import Number, Pair
from converter.translation.numbers.sentences import sentences_of
from converter.translation.numbers.tables import COMPARING

_AGREEING = {frozenset(pair) for pair in COMPARING.load().agreeing}
_BOUNDED = {"count", "percent", "point", "times", "fraction", "size"}
_PLAIN: Bound = "exact"


def other_bounds(pairs: Sequence[Pair], zh: str, en: str) -> Iterator[Pair]:
    """Pairs of equal numbers of which one language tells another bound than the other."""
    for one, other in pairs:
        if _agrees(one.bound, [other.bound]) or not _is_bounded(one, other):
            continue
        if not (_told_apart(one, other, zh, en) or _said_before(one, other, pairs, en)):
            yield one, other


def _is_bounded(one: Number, other: Number) -> bool:
    loose = (one.optional and one.kind != "size") or other.kind == "size"
    return not loose and {one.kind, other.kind} <= _BOUNDED and (one.upper is None or bool(one.value))


def _told_apart(one: Number, other: Number, zh: str, en: str) -> bool:
    """True where each side that is plainer has such a word as well, further from its number: 超过全球的一半, "over half"."""
    here = other.bound == _PLAIN or _agrees(other.bound, chinese_bounds_near(zh, one.span))
    there = one.bound == _PLAIN or _agrees(one.bound, english_bounds_near(en, other.span))
    return here and there


def _said_before(one: Number, other: Number, pairs: Sequence[Pair], en: str) -> bool:
    """Whether the English says the bound once, of a number before in the sentence: at least three A, two B and five C."""
    if other.bound != _PLAIN or other.upper is not None:
        return False
    index = sentences_of(en).index
    return any(
        b.span < other.span
        and index(b.span.start) == index(other.span.start)
        and a.bound == one.bound
        and _agrees(a.bound, [b.bound])
        for a, b in pairs
    )


def _agrees(bound: Bound, others: Collection[Bound]) -> bool:
    return any(bound == other or frozenset((bound, other)) in _AGREEING for other in others)
