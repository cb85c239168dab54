"""Nouns with what goes with them in English: what tells them apart in front, what they are of behind."""

import re

from converter.translation.names import amounts, counts
from converter.translation.names.amounted import aged, of_so_much, that_have
from converter.translation.names.labels import code, product, read_label
from converter.translation.names.lexicon import (
    ADJECTIVES,
    GRAMMAR,
    NOUNS,
    OF,
    behind,
    place,
)
from converter.translation.names.lists import several
from converter.translation.names.measured import AMOUNT, has_amount
from converter.translation.names.owned import owned
from converter.translation.names.parts import breaks, deed, is_adverb, is_result
from converter.translation.names.phrase import Phrase
from converter.translation.names.tokens import Words, latin, quoted, words_of
from converter.translation.names.where import goes_with_place, in_order, is_held_there

_TOTAL, _PEOPLE, _WHOLE = "total ", "人数", "总投资"
# A head that says who did what: what tells apart one of them stands not in front (基本 养老保险参保人数).
_CLAUSE = re.compile(r"\bof (?:people|students|visitors|tourists) (?!with\b)\w+|\bof reaching\b")
_WHERE = re.compile("in (?:the|china|[a-z]+ years)", re.I)
_OWNERS = re.compile("enterprise|compan|firm|industr")
_SIZES = ("above designated size", "below designated size")
_OF_WHOM = re.compile(" (?:of|in|for) ")
# What has more words than this is several things put one behind the other.
_MOST = 6


def thing(words: Words) -> Phrase | None:
    """A noun with all that goes with it."""
    if not words or words[0] == OF or words[-1] == OF:
        return None
    if OF in words:
        return owned(words, thing)
    marks = [n for n, word in enumerate(words) if word in GRAMMAR.load().marks]
    if marks:
        return several(words, marks, thing)
    return _compound(words)


def _compound(words: Words) -> Phrase | None:
    """Modifiers and their noun, in the order of the Chinese, what English has behind it behind it."""
    above = next((n for n, word in enumerate(words) if n and amounts.behind(word)), 0)
    if above and has_amount(words[above - 1], words[above]):
        return that_have(words, above, thing)
    return of_so_much(words, thing) or aged(words, thing) or _total(words) or _joined(words)


def _joined(words: Words) -> Phrase | None:
    if (quoted(words[-1]) and any(map(quoted, words[:-1]))) or _WHOLE in words[:-1]:
        return None  # 总投资物流园区建设: how much is cut off
    head = _head(words[-1]) or product(words[-1])
    if head is None or (is_result(words[-1]) and not any(word in NOUNS.load() for word in words[:-1])):
        return None
    if len(words) > 1 and _CLAUSE.search(head) and any(behind(word) is None for word in words[:-1]):
        return None
    is_within = any(map(goes_with_place, words, words[1:])) or is_held_there(words)
    if (
        is_within
        or words[1:][-1:] == (_PEOPLE,)
        or (len(words) > 2 and is_adverb(words))
        or len(words) > _MOST
        or _has_chain(words[:-1])
    ):
        return None
    said = Phrase(head)
    places = [(word, behind(word)) for word in words[:-1]]
    after = [there for _, there in places if there]
    front = in_order([word for word, there in places if not there])
    for n, word in reversed([*enumerate(front)]):
        modifier = _modifier(word) or (_task(word, (*front, words[-1])[n + 1]) if n else None)
        is_inside = n or _WHERE.match(behind(words[0]) or "")  # 全市整治农贸市场 is no kind of market
        if modifier is None or (is_inside and breaks(word, (*front[n + 1 :], words[-1]))):
            return None
        said = said.led_by(modifier)
    return said.behind(
        *(
            f"of enterprises {one}"
            if one in _SIZES and AMOUNT.search(head) and not _OWNERS.search(head)
            else one
            for one in after
        )
    )


def _has_chain(words: Words) -> bool:
    """Whether three deeds follow one another, of which one cannot tell what was done to what."""
    plain = [
        bool(deed(word)) and word not in NOUNS.load() and word not in ADJECTIVES.load() for word in words
    ]
    return any(all(plain[n : n + 3]) for n in range(len(plain) - 2))


def _total(words: Words) -> Phrase | None:
    """``旅游总收入`` is total tourism revenue, ``签约项目总投资`` total investment of signed projects."""
    head = NOUNS.load().get(words[-1], "")
    is_sum = head.startswith(_TOTAL) and AMOUNT.search(head) and not _OF_WHOM.search(head)
    if len(words) == 1 or not is_sum or words[-2] in ADJECTIVES.load():
        return None
    whose = thing(words[:-1])
    if whose is None or whose.head.startswith(_TOTAL):
        return None
    if whose.before or whose.after or _OF_WHOM.search(whose.head):
        return Phrase(head, (), (f"of {whose.several}",))
    return Phrase(head.removeprefix(_TOTAL), (_TOTAL.strip(), whose.bare))


def _head(word: str) -> str | None:
    if known := NOUNS.load().get(word):
        return known
    done = deed(word)
    return (done and done.noun) or latin(word) or _quotation(word)


def _modifier(word: str) -> Phrase | None:
    """A word in front of a noun; a noun of one character may there be a part of a word that no table has."""
    if known := ADJECTIVES.load().get(word) or amounts.in_front(word) or counts.in_front(word) or place(word):
        return Phrase(known)
    if is_result(word) or len(word) == 1 or word in GRAMMAR.load().fulfils:
        return None
    head = _head(word) or read_label(word)
    return Phrase(head) if head else None


def _task(word: str, work: str) -> Phrase | None:
    """A deed that ends something, in front of the work that it is (``清退`` 任务)."""
    grammar = GRAMMAR.load()
    known = deed(word) if work in grammar.tasks and word not in grammar.fulfils else None
    return Phrase(known.noun) if known and known.noun else None


def _quotation(word: str) -> str | None:
    """Words in quotation marks, which stay in them."""
    inner = quoted(word)
    if as_it_is := code(word):
        return as_it_is
    words = inner and words_of(inner)
    if words and all(word in ADJECTIVES.load() for word in words):
        return f"“{' '.join(ADJECTIVES.load()[word] for word in words)}”"
    said = thing(words) if words else None
    return f"“{' '.join((*said.before, said.head))}”" if said and not said.after else None
