"""Nouns with what goes with them in English: what tells them apart in front, what they are of behind."""

from collections.abc import Sequence
from itertools import pairwise

from converter.translation.names import amounts, counts
from converter.translation.names.labels import code, product, read_label
from converter.translation.names.lexicon import (
    ADJECTIVES,
    ADVERBS,
    GRAMMAR,
    NOUNS,
    OF,
    VERBS,
    behind,
    place,
)
from converter.translation.names.measured import MEASURE, MEASURED, has_amount
from converter.translation.names.parts import begins_with_deed, deed, is_result, is_told_apart
from converter.translation.names.phrase import Phrase, as_well, listed, single
from converter.translation.names.tokens import Words, latin, quoted, words_of
from converter.translation.names.where import goes_with_place, is_held_there

_YEARLY = {"年": "annual ", "年均": "average annual "}
# What has more words than this is several things put one behind the other.
_MOST = 6


def thing(words: Words) -> Phrase | None:
    """A noun with all that goes with it."""
    if not words or words[0] == OF or words[-1] == OF:
        return None
    if OF in words:
        where = len(words) - 1 - words[::-1].index(OF)
        has_so_much = where > 1 and amounts.behind(words[where - 1]) and has_amount(*words[where - 2 : where])
        owner, owned = words[:where], words[where + 1 :]
        return _having(owner, owned) if has_so_much else _of(owner, owned)
    marks = [n for n, word in enumerate(words) if word in GRAMMAR.load().marks]
    if marks:
        return _sharing(_groups(words, marks)) or _several(words, marks)
    return _compound(words)


def _having(owner: Words, words: Words) -> Phrase | None:
    """``经营性收益100万元以上的村``: all before the amount is what they have so much of."""
    if owner[0] in VERBS.load():
        return _compound((*owner, *words))
    what, measure = thing(words), thing(owner[:-1])
    with_it = measure and f"with {measure.bare} {amounts.behind(owner[-1])}"
    return what.behind(with_it, *measure.after) if what and measure and with_it else None


def _of(owner: Words, words: Words) -> Phrase | None:
    """``A的B``: B that was done, B that is A, or B of A."""
    what = thing(words)
    if what is None:
        return None
    if all(word in ADJECTIVES.load() for word in owner):
        return Phrase(what.head, (*_adjectives(owner), *what.before), what.after)
    if deed(owner[-1]) and len(owner) == 1:
        return what.behind(listed([VERBS.load()[word].done for word in owner]))
    whose = None if begins_with_deed(owner) else thing(owner)
    return whose and what.behind(f"of {whose.several}")


def _adjectives(words: Words) -> tuple[str, ...]:
    return tuple(ADJECTIVES.load()[word] for word in words)


def _several(words: Words, marks: Sequence[int]) -> Phrase | None:
    """Things in a list; adjectives and what a deed is done to share the noun at its end."""
    edges = [-1, *marks, len(words)]
    groups = _groups(words, marks)
    if not all(groups):
        return None
    *others, last = groups
    adjectives = ADJECTIVES.load()
    lead = next((n for n, one in enumerate(groups) if len(one) > 1 or one[0] not in adjectives), 0)
    if lead and groups[lead][0] in adjectives:  # 省、市重点项目
        what = thing(words[edges[lead] + 2 :])
        front = listed([adjectives[one[0]] for one in groups[: lead + 1]])
        return what and Phrase(what.head, (front, *what.before), what.after)
    told = [thing(group) for group in groups]
    known = [one for one in told if one]
    if len(known) < len(told):
        others_told = [ADJECTIVES.load().get(one[0], "") if len(one) == 1 else "" for one in others]
        return told[-1] and as_well(others_told, told[-1])
    if (deed(last[-1]) and last[-1] not in NOUNS.load() and len(last) > 1) and not any(
        deed(one[-1]) for one in others
    ):
        what = thing(last[:-1])
        parts = [*known[:-1], *([what] if what else [])]
        if what is None or any(part.after for part in parts):
            return None
        return Phrase(VERBS.load()[last[-1]].noun, (listed([part.bare for part in parts]),))
    return Phrase(listed([one.several for one in known]))


def _groups(words: Words, marks: Sequence[int]) -> list[Words]:
    return [words[a + 1 : b] for a, b in pairwise([-1, *marks, len(words)])]


def _sharing(groups: Sequence[Words]) -> Phrase | None:
    """Things that share what is measured of them at the end (``中小学和幼儿园 入学率``), not ``学校和城市公园``."""
    *others, last = groups
    nouns = NOUNS.load()
    is_measure = len(last) > 1 and last[-2] in nouns and MEASURE.search(_head(last[-1]) or "")
    if not is_measure or any(len(one) != 1 or MEASURED.search(nouns.get(one[0], "rate")) for one in others):
        return None
    said = [thing(one) for one in (*others, last[:-1])]
    whose = [one.bare for one in said if one and not one.after]
    head = thing(last[-1:])
    return head and (head.led_by(Phrase(listed(whose))) if len(whose) == len(said) else None)


def _compound(words: Words) -> Phrase | None:
    """Modifiers and their noun, in the order of the Chinese, what English has behind it behind it."""
    above = next((n for n, word in enumerate(words) if n and amounts.behind(word)), 0)
    if above and has_amount(words[above - 1], words[above]):
        return _that_have(words, above)
    return _of_so_much(words) or _joined(words)


def _joined(words: Words) -> Phrase | None:
    if quoted(words[-1]) and any(map(quoted, words[:-1])):
        return None
    head = _head(words[-1]) or product(words[-1])
    if head is None or (is_result(words[-1]) and not any(word in NOUNS.load() for word in words[:-1])):
        return None
    is_within = any(map(goes_with_place, words, words[1:])) or is_held_there(words)
    if is_within or (len(words) > 2 and _is_adverb(words)) or len(words) > _MOST:
        return None
    said = Phrase(head)
    places = [(word, behind(word)) for word in words[:-1]]
    after = [there for _, there in places if there]
    front = [word for word, there in places if not there]
    for n, word in reversed([*enumerate(front)]):
        modifier = _modifier(word) or (_task(word, (*front, words[-1])[n + 1]) if n else None)
        if modifier is None or (n and _breaks(word, (*front[n + 1 :], words[-1]))):
            return None
        said = said.led_by(modifier)
    return said.behind(*after)


def _of_so_much(words: Words) -> Phrase | None:
    """``2000万元以上项目总投资``: it is the projects that are of so much, and not what is measured of them."""
    is_amount = len(words) > 2 and words[0][0] in amounts.FIRST and amounts.behind(words[0])
    if not is_amount or words[-2] not in NOUNS.load() or not MEASURE.search(NOUNS.load().get(words[-1], "")):
        return None
    what, head = thing(words[:-1]), _head(words[-1])
    return Phrase(head, (), (f"of {what.several}",)) if what and head else None


def _that_have(words: Words, above: int) -> Phrase | None:
    """``营收超百亿元企业``: what it has so much of stands between what tells it apart and its noun."""
    yearly = _YEARLY.get(words[above - 2], "") if above > 1 else ""
    what = thing((*words[: above - (2 if yearly else 1)], *words[above + 1 :]))
    said = amounts.behind(words[above])
    return what and what.behind(f"with {yearly}{single(NOUNS.load()[words[above - 1]])} {said}")


def _breaks(word: str, rest: Sequence[str]) -> bool:
    """Whether a deed within a noun begins something else (``老旧建筑加装电梯``): it tells apart only nouns of purpose."""
    is_part = word in NOUNS.load() or word in ADJECTIVES.load() or deed(word) is None or is_result(word)
    return not is_part and not is_told_apart(rest[0]) and deed(rest[0]) is None


def _is_adverb(words: Words) -> bool:
    """Whether the last word but one says how the last is done (``企业重点培育``)."""
    return words[-1] not in NOUNS.load() and deed(words[-1]) is not None and words[-2] in ADVERBS.load()


def _head(word: str) -> str | None:
    if known := NOUNS.load().get(word):
        return known
    done = deed(word)
    return (done and done.noun) or latin(word) or _quotation(word)


def _modifier(word: str) -> Phrase | None:
    """A word in front of a noun; a noun of one character may there be a part of a word that no table has."""
    if known := ADJECTIVES.load().get(word) or amounts.in_front(word) or counts.in_front(word) or place(word):
        return Phrase(known)
    if is_result(word) or len(word) == 1:
        return None
    head = _head(word) or read_label(word)
    return Phrase(head) if head else None


def _task(word: str, work: str) -> Phrase | None:
    """A deed that ends something, in front of the work that it is (``清退`` 任务)."""
    known = deed(word) if work in GRAMMAR.load().tasks else None
    return Phrase(known.noun) if known and known.noun else None


def _quotation(word: str) -> str | None:
    """Words in quotation marks, which stay in them."""
    inner = quoted(word)
    if as_it_is := code(word):
        return as_it_is
    words = inner and words_of(inner)
    if words and all(word in ADJECTIVES.load() for word in words):
        return f"“{' '.join(_adjectives(words))}”"
    said = thing(words) if words else None
    return f"“{said.bare}”" if said and not said.after else None
