"""How many people: who they are has to be said, or what they have or do."""

from converter.translation.names import counts
from converter.translation.names.lexicon import GRAMMAR, OF, VERBS
from converter.translation.names.measured import PERSONS
from converter.translation.names.phrase import Phrase
from converter.translation.names.shares import Tell
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_INSURED = "参保人数"
_TOTAL = "总人数"
COUNTED = ("人数", _TOTAL, _INSURED)


def counted(words: Words, told: Tell) -> Phrase | None:
    """``参加保险人数``, ``社保参保人数``, and ``在校学生人数``; 低保人数 are no allowances, and so nothing here."""
    inner = words[:-2] if words[-2] == OF else words[:-1]
    if words[-1] == _INSURED:
        is_clear = not any(map(counts.in_front, inner)) and inner[0] not in VERBS.load()
        return _of("number of people covered by", thing(inner) if is_clear else None)
    if inner[0] in GRAMMAR.load().joining and len(inner) > 1:
        return _of("number of participants in", thing(inner[1:]))
    who = told(inner)
    return _of(
        "total number of" if words[-1] == _TOTAL else "number of",
        who if who and PERSONS.search(who.head) else None,
    )


def _of(what: str, said: Phrase | None) -> Phrase | None:
    return said and Phrase(f"{what} {said.several}")
