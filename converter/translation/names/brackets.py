"""What stands in brackets behind a name: who handled it, in which form, of which kind (``答复提案（主办）``); or inside one."""

import re

from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, VERBS, place
from converter.translation.names.phrase import plural, single
from converter.translation.names.things import thing
from converter.translation.names.tokens import words_of

_KIND = "类"
_INSIDE = re.compile(" (?:of|for|in|with) ")
_COMMAS = re.compile("[、,/]")


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


def put_beside(said: str, word: str, inner: str) -> str | None:
    """``said`` with ``inner`` in brackets behind what it has for ``word``; None where it is not known where that stands."""
    for form, others in _pairs(word, _COMMAS.split(inner)):
        found = [*re.finditer(rf"\b{re.escape(form)}(?![\w’-])", said, re.I)]
        if len(found) == 1 and others == [form]:
            return said  # 研究与试验发展(R&D)
        if len(found) == 1 and all(others) and not _INSIDE.search(form):
            return f"{said[: found[0].end()]} ({', '.join(filter(None, others))}){said[found[0].end() :]}"
    return None


def _pairs(word: str, parts: list[str]) -> list[tuple[str, list[str | None]]]:
    """The forms that ``word`` may have in English, each with ``parts`` in the same form."""
    nouns, adjectives, verbs = NOUNS.load(), ADJECTIVES.load(), VERBS.load()
    pairs: list[tuple[str, list[str | None]]] = []
    if word in nouns:
        things = [place(part) or _named(part) for part in parts]
        pairs += [(form(nouns[word]), [one and form(one) for one in things]) for form in (plural, single)]
    if word in adjectives:
        pairs.append((adjectives[word], [adjectives.get(part) for part in parts]))
    if word in verbs:
        pairs.append((verbs[word].done, [verbs[part].done if part in verbs else None for part in parts]))
    return pairs


def _named(part: str) -> str | None:
    """A thing in brackets, its head still to be put into the plural."""
    said = thing(words_of(part) or ())
    return " ".join((*said.before, said.head, *said.after)) if said else None
