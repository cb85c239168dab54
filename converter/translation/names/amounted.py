"""Things with an amount or an age inside their names: whose it is, and what has so much of what."""

from collections.abc import Callable

from converter.translation.names import amounts
from converter.translation.names.lexicon import NOUNS, behind
from converter.translation.names.measured import MEASURE, PERSONS
from converter.translation.names.parts import begins_with_deed
from converter.translation.names.phrase import Phrase, single
from converter.translation.names.tokens import Words

Tell = Callable[[Words], Phrase | None]
_YEARLY = {"年": "annual ", "年均": "average annual "}


def aged(words: Words, thing: Tell) -> Phrase | None:
    """``65岁以上老年人健康体检``: it is the people who are of an age, and not what they have."""
    where = next((n for n, word in enumerate(words[:-1]) if amounts.is_age(word)), -1)
    if where < 0 or PERSONS.search(NOUNS.load().get(words[-1], "")):
        return None
    people = (n for n in range(len(words) - 2, where, -1) if PERSONS.search(NOUNS.load().get(words[n], "")))
    last = next(people, where)
    what = None if begins_with_deed(words[last + 1 :]) else thing(words[last + 1 :])
    whose = thing((*words[:where], *words[where + 1 : last + 1])) if last > where else Phrase("people")
    return what and whose and what.behind(f"of {whose.several} {behind(words[where])}")


def of_so_much(words: Words, thing: Tell) -> Phrase | None:
    """``2000万元以上项目总投资``: it is the projects that are of so much, and not what is measured of them."""
    is_amount = len(words) > 2 and words[0][0] in amounts.FIRST and amounts.behind(words[0])
    if not is_amount or words[-2] not in NOUNS.load() or not MEASURE.search(NOUNS.load().get(words[-1], "")):
        return None
    what, head = thing(words[:-1]), NOUNS.load()[words[-1]]
    return Phrase(head, (), (f"of {what.several}",)) if what and head else None


def that_have(words: Words, above: int, thing: Tell) -> Phrase | None:
    """``营收超百亿元企业``: what it has so much of stands between what tells it apart and its noun."""
    yearly = _YEARLY.get(words[above - 2], "") if above > 1 else ""
    what = thing((*words[: above - (2 if yearly else 1)], *words[above + 1 :]))
    said = amounts.behind(words[above])
    return what and what.behind(f"with {yearly}{single(NOUNS.load()[words[above - 1]])} {said}")
