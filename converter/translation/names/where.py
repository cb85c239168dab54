"""Whether a word that says where belongs to the head of a name, behind which English has it, or to a part of it."""

from collections.abc import Sequence

from converter.translation.names import counts
from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, VERBS
from converter.translation.names.tokens import Words

# What stands before all else that tells a noun apart.
_EARLY, _PAIR = ("new", "old", "small", "large", "total"), 2


def goes_with_place(word: str, there: str) -> bool:
    """Whether an adjective tells apart the place behind it (``欠发达 县域``)."""
    is_place = (GRAMMAR.load().after.get(there) or "").startswith("in ")
    return is_place and word in ADJECTIVES.load() and word not in VERBS.load() and word not in NOUNS.load()


def is_held_there(words: Words) -> bool:
    """Whether a place is where something is held of which the head is a part (``世界 大赛 金牌``)."""
    held = max((n for n, word in enumerate(words[:-1]) if word in GRAMMAR.load().held), default=0)
    return any(word in GRAMMAR.load().after for word in words[:held])


def in_order(front: Sequence[str]) -> list[str]:
    """``体育小场地``: what English says before all else, Chinese may have right before the noun."""
    adjectives = ADJECTIVES.load()
    *others, last = front or [""]
    is_early = bool(others) and adjectives.get(last) in _EARLY and others[-1] in NOUNS.load()
    is_count = len(front) == _PAIR and counts.in_front(last) and last not in adjectives
    start = 1 if others and others[0] in VERBS.load() and others[0] in adjectives else 0
    return [*others[:start], last, *others[start:]] if is_early or is_count else [*front]
