"""Whether a word that says where belongs to the head of a name, behind which English has it, or to a part of it."""

from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, VERBS
from converter.translation.names.tokens import Words


def goes_with_place(word: str, there: str) -> bool:
    """Whether an adjective tells apart the place behind it (``欠发达 县域``)."""
    is_place = (GRAMMAR.load().after.get(there) or "").startswith("in ")
    return is_place and word in ADJECTIVES.load() and word not in VERBS.load() and word not in NOUNS.load()


def is_held_there(words: Words) -> bool:
    """Whether a place is where something is held of which the head is a part (``世界 大赛 金牌``)."""
    held = max((n for n, word in enumerate(words[:-1]) if word in GRAMMAR.load().held), default=0)
    return any(word in GRAMMAR.load().after for word in words[:held])
