"""From the words of a name to English: who or what comes first, what was done behind it, what was measured in front."""

from itertools import pairwise

from converter.translation.names.alone import alone, place_alone, quality_alone
from converter.translation.names.cases import against
from converter.translation.names.comparing import ALL, compared, effect
from converter.translation.names.contests import won_at
from converter.translation.names.deeds import done_to
from converter.translation.names.doers import done_by, urged
from converter.translation.names.doubtful import is_act, is_moved, is_no_thing, is_stump
from converter.translation.names.ended import happened
from converter.translation.names.lexicon import (
    GRAMMAR,
    OF,
    behind,
)
from converter.translation.names.measuring import CHANGE, measured, measures
from converter.translation.names.owned import relative
from converter.translation.names.parts import begins_with_deed, breaks_off, deed, is_clause, only_sorts
from converter.translation.names.people import COUNTED, counted
from converter.translation.names.phrase import Phrase
from converter.translation.names.shares import proportion
from converter.translation.names.standing import (
    chosen,
    helped,
    issued,
    listed_in,
    meant_for,
    new,
    new_area,
    reaching,
)
from converter.translation.names.things import thing
from converter.translation.names.together import averaged, both, carried, for_whom, when_or_where
from converter.translation.names.tokens import Words
from converter.translation.names.topics import MOST, topic

_MOST_LISTED = 14  # words of a list
_RUNNING = "连续"
_GOT = "得到"


def named(words: Words) -> Phrase | None:
    """What a whole name of ``words`` says, None where the rules do not know."""
    # 增长增长: what ran together says nothing.
    return (
        None
        if is_act(words) or any(a == b for a, b in pairwise(words))
        else listed_in(words)
        or told(words)
        or both(words)
        or topic(words)
        or place_alone(words)
        or quality_alone(words)
    )


def told(words: Words) -> Phrase | None:
    """What ``words`` say within a name."""
    if is_clause(words) or is_stump(words):
        return None
    grammar = GRAMMAR.load()
    tails = [*dict.fromkeys(grammar.tail[word] for word in words if word in grammar.tail)]
    rest = tuple(word for n, word in enumerate(words) if word not in grammar.tail and _is_said(words, n))
    rest = tuple(word for n, word in enumerate(rest) if not only_sorts(rest, n))
    rest = rest[1:] if rest[:1] == (_GOT,) and rest[1:] and deed(rest[1]) else rest  # 得到化解
    while len(rest) > 1 and rest[-1] in grammar.only_last:
        rest = rest[:-1]
    rest = rest[1:] if is_moved(rest) else rest
    if tails and not rest:
        return Phrase(", ".join(tails))
    most = _MOST_LISTED if any(word in grammar.marks for word in rest) else MOST
    said = _told(rest) if 0 < len(rest) <= most else None
    return said and said.behind(*(f"({tail})" for tail in tails))


def _is_said(words: Words, n: int) -> bool:
    """Whether English has the word at ``n`` too: 全部 and 所有 only of what something is held against."""
    grammar = GRAMMAR.load()
    return words[n] not in grammar.drop or (n > 0 and words[n - 1] in grammar.against and words[n] in ALL)


def _told(words: Words) -> Phrase | None:
    is_run = len(words) > 1 and words[-1].startswith(_RUNNING) and words[-1] != _RUNNING
    span = behind(words[-1]) if is_run else None
    if span:
        said = _told(words[:-1])
        return said and said.behind(span)
    if len(words) > 1 and breaks_off(words):
        return None
    if len(words) > 1 and words[-1] in COUNTED and not all(map(deed, words[:-1])):
        return counted(words, told)
    rules = (
        effect,
        won_at,
        against,
        new_area,
        _proportion,
        _measures,
        _measured,
        meant_for,
        _compared,
        reaching,
        issued,
        helped,
        urged,
        happened,
        averaged,
        when_or_where,
        _relative,
        new,
        done_to,
        carried,
        done_by,
        chosen,
        for_whom,
        _thing,
        alone,
    )
    return next((said for rule in rules if (said := rule(words))), None)


def _thing(words: Words) -> Phrase | None:
    """A name without a deed; one that begins with a deed of which no rule knows what it did to what is none."""
    if words[-1] in GRAMMAR.load().vague and len(words) == 1:
        return None
    starts_clause = len(words) > 1 and words[1] != OF and begins_with_deed(words)
    # What changed is not known where no measure could tell it.
    is_change = len(words) > 1 and CHANGE.match(GRAMMAR.load().measure.get(words[-1], ""))
    return None if starts_clause or is_change or is_no_thing(words) else thing(words)


def _relative(words: Words) -> Phrase | None:
    return relative(words, thing)


def _proportion(words: Words) -> Phrase | None:
    return proportion(words, told)


def _measures(words: Words) -> Phrase | None:
    return measures(words, told)


def _measured(words: Words) -> Phrase | None:
    return measured(words, told)


def _compared(words: Words) -> Phrase | None:
    return compared(words, told)
