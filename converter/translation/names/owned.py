"""A of B (``A的B``): what was done, what is of a kind, what takes part in something, what belongs to something."""

import re
from collections.abc import Callable

from converter.translation.names import amounts
from converter.translation.names.lexicon import ADJECTIVES, BECAUSE, GRAMMAR, OF, VERBS, behind, is_noun
from converter.translation.names.measured import MEASURE, PERSONS, has_amount
from converter.translation.names.parts import begins_with_deed, deed, is_prize
from converter.translation.names.phrase import Phrase
from converter.translation.names.tokens import Words, quoted

Tell = Callable[[Words], Phrase | None]
_BODIES = ("部", "委", "局", "厅", "院")
_RATE = re.compile(r"\b(?:rate|coverage|index)$")
_PAIR, _USED, _FROM = 2, "用于", ("来自", "来源于")


def owned(words: Words, thing: Tell) -> Phrase | None:
    """``A的B`` by its last 的: B that was done, B that is A, B that takes part in A, or B of A."""
    where = len(words) - 1 - words[::-1].index(OF)
    owner, what = words[:where], words[where + 1 :]
    if where > 1 and amounts.behind(owner[-1]) and has_amount(*owner[-2:]):
        return _having(owner, what, thing)
    if _USED in owner:
        return _used(owner, what, thing)
    return taking_part(owner, what, thing) or _of(owner, what, thing)


def relative(words: Words, thing: Tell) -> Phrase | None:
    """A whole name of something and what it takes part in or is used for; None for another that begins with a deed."""
    grammar = GRAMMAR.load()
    is_known = words[0] == _USED or words[0] in grammar.into or words[0] in grammar.having
    if OF not in words[1:-1] or not is_known:
        return None
    where = len(words) - 1 - words[::-1].index(OF)
    tell = _used if words[0] == _USED else taking_part
    return tell(words[:where], words[where + 1 :], thing)


def taking_part(owner: Words, words: Words, thing: Tell) -> Phrase | None:
    """``参加保险的农户``: who takes part in something, enters or has it, and is not of what does."""
    how = GRAMMAR.load().into.get(owner[0]) or GRAMMAR.load().having.get(owner[0])
    what = thing(words) if how and len(owner) > 1 and OF not in owner else None
    is_somebody = what and (PERSONS.search(what.head) or words[-1].endswith(GRAMMAR.load().subjects))
    if not (is_somebody or owner[0] in _FROM) or begins_with_deed(owner[1:]):
        return None
    if (
        owner[0] in GRAMMAR.load().winning
        and owner[0] not in GRAMMAR.load().having
        and not is_prize(owner[-1])
    ):
        return None
    into = thing(owner[1:])
    return what and into and what.behind(f"{how} {into.several}")


def _used(owner: Words, words: Words, thing: Tell) -> Phrase | None:
    """``财政用于教育的支出``: money meant for something, and whose it is."""
    where = owner.index(_USED)
    whose, purpose = owner[:where], owner[where + 1 :]
    sign, money = GRAMMAR.load().spent.get(words[-1]), thing(words)
    what = thing(purpose) if sign and purpose and not begins_with_deed(purpose) else None
    payer = thing(whose) if whose and what else None
    if money is None or what is None or (whose and payer is None):
        return None
    return (money.led_by(payer) if payer else money).behind(f"{sign} {what.several}")


def _having(owner: Words, words: Words, thing: Tell) -> Phrase | None:
    """``经营性收益100万元以上的村``: all before the amount is what they have so much of."""
    if owner[0] in VERBS.load():
        return thing((*owner, *words))
    what, measure = thing(words), thing(owner[:-1])
    with_it = measure and f"with {measure.bare} {amounts.behind(owner[-1])}"
    return what.behind(with_it, *measure.after) if what and measure and with_it else None


def _of(owner: Words, words: Words, thing: Tell) -> Phrase | None:
    what = thing(words)
    if what is None:
        return None
    if apart := _apart(owner, what, thing):
        return apart
    if len(owner) > 1 and owner[-1] in GRAMMAR.load().arising:
        return _arising(owner, what, thing)
    if deed(owner[-1]) and len(owner) == 1:  # 生产的品种覆盖率: no rate is produced
        return None if _RATE.search(what.head) else what.behind(VERBS.load()[owner[0]].done)
    is_clause = len(owner) > 1 and deed(owner[-1]) and not is_noun(owner[-1])
    if is_clause and not _is_own(owner[-1], words[-1]):
        return None if MEASURE.search(what.head) else _that_was(owner, what, thing)
    whose = None if begins_with_deed(owner) else thing(owner)
    return whose and what.behind(f"of {whose.several}")


def _apart(owner: Words, what: Phrase, thing: Tell) -> Phrase | None:
    """``重大的项目``, ``“小而美”的项目``: what tells apart stands in front in English too."""
    label = thing(owner) if len(owner) == 1 and quoted(owner[0]) else None
    adjectives = ADJECTIVES.load()
    if label or not all(word in adjectives for word in owner):
        return label and what.led_by(label)
    return Phrase(what.head, (*(adjectives[word] for word in owner), *what.before), what.after)


def _arising(owner: Words, what: Phrase, thing: Tell) -> Phrase | None:
    """``因行政处罚引起的诉讼``: what something came of."""
    start = 1 if owner[0] == BECAUSE and len(owner) > _PAIR else 0
    source = None if begins_with_deed(owner[start:-1]) else thing(owner[start:-1])
    return source and what.behind(f"{GRAMMAR.load().arising[owner[-1]]} {source.several}")


def _is_own(verb: str, what: str) -> bool:
    """Whether something is of a deed (``建设的支出``) and not what the deed was done to (``核准的项目``)."""
    grammar = GRAMMAR.load()
    return not VERBS.load()[verb].result and (what in grammar.spent or what in grammar.owned)


def _that_was(owner: Words, what: Phrase, thing: Tell) -> Phrase | None:
    """``科技部认定的企业``, ``省内上市的企业``: who did it or where is said, or the whole is not."""
    done, who = VERBS.load()[owner[-1]].done, owner[:-1]
    there = [behind(word) for word in who]
    if all(there):
        return what.behind(done, *filter(None, there))
    by = thing(who) if who[-1].endswith((*GRAMMAR.load().agents, *_BODIES)) else None
    return by and what.behind(f"{done} by {by.several}")
