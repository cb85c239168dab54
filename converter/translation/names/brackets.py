"""What stands in brackets behind a name: who handled it, in which form, of which kind (``答复提案（主办）``)."""

from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR
from converter.translation.names.things import thing
from converter.translation.names.tokens import words_of

_KIND = "类"


def aside(inner: str) -> str | None:
    """Words that say only in brackets what they say there, and kinds (``行政处罚类``); None for others."""
    if not inner.endswith(_KIND) or inner in ADJECTIVES.load():
        return GRAMMAR.load().asides.get(inner)
    known = words_of(inner.removesuffix(_KIND))
    said = thing(known) if known and known[-1] not in ADJECTIVES.load() else None
    return said.several if said else None


def adjectives(inner: str) -> str | None:
    """Words that only tell apart (``国家级``); None where another is among them."""
    known = words_of(inner) or ()
    told = [ADJECTIVES.load()[word] for word in known if word in ADJECTIVES.load()]
    return " ".join(told) if known and len(told) == len(known) else None


def is_standing(rest: str) -> bool:
    """Whether words behind brackets only say how what stands before them changed, or where it stands."""
    grammar = GRAMMAR.load()
    tables = (grammar.measure, grammar.rank, grammar.scopes, grammar.drop, grammar.tail)
    return all(any(word in table for table in tables) for word in words_of(rest) or ("",))
