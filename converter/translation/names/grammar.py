"""From the words of a name to English: who or what comes first, what was done behind it, what was measured in front."""

import re
from itertools import pairwise

from converter.translation.names.alone import DURING, alone, place_alone, quality_alone
from converter.translation.names.cases import against
from converter.translation.names.comparing import RANK, compared, effect
from converter.translation.names.deeds import done_to
from converter.translation.names.doers import done_by, urged
from converter.translation.names.doubtful import are_several, is_act, is_moved, is_no_thing, is_stump
from converter.translation.names.ended import happened
from converter.translation.names.lexicon import (
    ADJECTIVES,
    GRAMMAR,
    NOUNS,
    OF,
    SHARE,
    VERBS,
    behind,
)
from converter.translation.names.parts import begins_with_deed, breaks_off, deed, is_clause, only_sorts
from converter.translation.names.people import COUNTED, counted
from converter.translation.names.phrase import Phrase, listed, single
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
from converter.translation.names.together import averaged, both, for_whom, when_or_where
from converter.translation.names.tokens import Words
from converter.translation.names.topics import MOST, topic

_MOST_LISTED = 14  # words of a list
_AMOUNTS = ("量", "额", "数", "值", "规模", "面积")  # 占全区外贸增量
_LONG = 2  # words in front of a noun
_RUNNING = "连续"
_CHANGE = re.compile(r"(?:[\w-]+ ){0,4}?(?:growth|rise|increase|decrease|share)\b")
_OF_RANK = re.compile("(?:total )?(?:share|average|number|amount)")
_GOT = "得到"
_WHOLE, _FRONT = "*", "~ "  # in a measure: all of a thing, or the thing in front of it


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
    rest = tuple(word for word in words if word not in grammar.tail and word not in grammar.drop)
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
        against,
        new_area,
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
        new,
        done_to,
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
    is_change = len(words) > 1 and _CHANGE.match(GRAMMAR.load().measure.get(words[-1], ""))
    return None if starts_clause or is_change or is_no_thing(words) else thing(words)


def _compared(words: Words) -> Phrase | None:
    return compared(words, told)


def _measures(words: Words) -> Phrase | None:
    """Several that are each measured by themselves: ``完成率、合格率``."""
    grammar = GRAMMAR.load()
    edges = [n for n, word in enumerate(words) if word in grammar.marks]
    if not edges or any(words[n - 1] not in grammar.measure for n in (*edges, len(words)) if n):
        return None
    said = [told(words[a + 1 : b]) for a, b in pairwise([-1, *edges, len(words)])]
    known = [one for one in said if one]
    return Phrase(listed([one.several for one in known])) if len(known) == len(said) else None


def _measured(words: Words) -> Phrase | None:
    """What is counted, and how: ``案件办结率``, ``收入增长``."""
    pattern = GRAMMAR.load().measure.get(words[-1])
    if len(words) == 1:
        return None
    inner = words[:-1]
    # 培训人数 are people that were trained, 实施质量提升 is no rise.
    are_deeds = (all(map(deed, inner)) and not (_is_change(inner, pattern) or _has_object(inner))) or (
        inner[0] in GRAMMAR.load().events and deed(words[-1])
    )
    is_ratio = SHARE in words and words[-1].endswith((*GRAMMAR.load().share, *_AMOUNTS))
    if pattern is None or are_deeds or is_ratio or are_several(inner, pattern, bool(_CHANGE.match(pattern))):
        return None
    if len(inner) > 1 and inner[-1] in GRAMMAR.load().paces and _CHANGE.match(pattern):
        pattern, words = f"{ADJECTIVES.load()[inner[-1]]} {pattern}", (*inner[:-1], words[-1])
    span = behind(inner[-1]) or "" if len(inner) > 1 else ""
    if DURING.match(span) and _CHANGE.match(pattern):  # 产量前三年增加
        said = _measured((*inner[:-1], words[-1]))
        return said and said.behind(span)
    if pattern.startswith(_FRONT):
        return _in_front(words[:-1], pattern.removeprefix(_FRONT))
    is_deed = _is_change(inner, pattern) and inner[0] not in NOUNS.load()
    what = Phrase(VERBS.load()[inner[0]].noun) if is_deed else told(words[:-1])
    if what is None or (what.head.startswith(RANK) and _OF_RANK.match(pattern)):
        return None
    return Phrase(pattern.replace(_WHOLE, what.several))


def _has_object(inner: Words) -> bool:
    """Whether what a deed was done to is a deed and a noun besides: ``完成投资增长``."""
    return len(inner) > 1 and inner[-1] in NOUNS.load() and inner[0] in GRAMMAR.load().fulfils


def _is_change(inner: Words, pattern: str | None) -> bool:
    """Whether a deed is measured and not who it is done to: ``发电增长``, but ``培训人数``."""
    known = deed(inner[0])
    return bool(len(inner) == 1 and pattern and _CHANGE.match(pattern) and known and known.noun)


def _in_front(words: Words, head: str) -> Phrase | None:
    """A rate by what it is the rate of; one of a deed stands before the long name of what it is done to."""
    last = deed(words[-1])
    what = thing(words[:-1]) if last and last.noun else None
    if last and what and (what.after or len(what.before) >= _LONG):
        return Phrase(head, (single(last.noun),), (f"of {what.several}",))
    what = thing(words)
    return what and Phrase(head).led_by(what)
