"""Names that end with how something is measured: ``案件办结率``, ``收入增长``."""

import re
from itertools import pairwise

from converter.translation.names.alone import DURING
from converter.translation.names.comparing import SIGNS
from converter.translation.names.doubtful import are_several
from converter.translation.names.lexicon import ADJECTIVES, GRAMMAR, NOUNS, SHARE, VERBS, behind
from converter.translation.names.parts import deed
from converter.translation.names.phrase import Phrase, listed, single
from converter.translation.names.shares import RANK, Tell
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_AMOUNTS = ("量", "额", "数", "值", "规模", "面积")  # 占全区外贸增量
_LONG = 2  # words in front of a noun
_OF_RANK = re.compile("(?:total )?(?:share|average|number|amount)")
_WHOLE, _FRONT = "*", "~ "  # in a measure: all of a thing, or the thing in front of it
CHANGE = re.compile(r"(?:[\w-]+ ){0,4}?(?:growth|rise|increase|decrease|share)\b")


def measures(words: Words, told: Tell) -> Phrase | None:
    """Several that are each measured by themselves: ``完成率、合格率``."""
    grammar = GRAMMAR.load()
    edges = [n for n, word in enumerate(words) if word in grammar.marks]
    if not edges or any(words[n - 1] not in grammar.measure for n in (*edges, len(words)) if n):
        return None
    said = [told(words[a + 1 : b]) for a, b in pairwise([-1, *edges, len(words)])]
    known = [one for one in said if one]
    return Phrase(listed([one.several for one in known])) if len(known) == len(said) else None


def measured(words: Words, told: Tell) -> Phrase | None:
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
    # A增速高于B增速, A比目标高出年均增速
    is_against = any(word in GRAMMAR.load().against for word in inner[1:-1]) or (
        any(word in SIGNS for word in inner) and inner[-1] in GRAMMAR.load().degrees
    )
    if (
        pattern is None
        or are_deeds
        or is_ratio
        or is_against
        or are_several(inner, pattern, bool(CHANGE.match(pattern)))
    ):
        return None
    if len(inner) > 1 and inner[-1] in GRAMMAR.load().paces and CHANGE.match(pattern):
        pattern, words = f"{ADJECTIVES.load()[inner[-1]]} {pattern}", (*inner[:-1], words[-1])
    span = behind(inner[-1]) or "" if len(inner) > 1 else ""
    if DURING.match(span) and CHANGE.match(pattern):  # 产量前三年增加
        said = measured((*inner[:-1], words[-1]), told)
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
    return bool(len(inner) == 1 and pattern and CHANGE.match(pattern) and known and known.noun)


def _in_front(words: Words, head: str) -> Phrase | None:
    """A rate by what it is the rate of; one of a deed stands before the long name of what it is done to."""
    last = deed(words[-1])
    what = thing(words[:-1]) if last and last.noun else None
    if last and what and (what.after or len(what.before) >= _LONG):
        return Phrase(head, (single(last.noun),), (f"of {what.several}",))
    what = thing(words)
    return what and Phrase(head).led_by(what)
