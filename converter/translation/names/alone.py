"""Names that say no more than what was done or measured, or where."""

import re

from converter.translation.names.lexicon import (
    ADJECTIVES,
    GRAMMAR,
    NOUNS,
    VERBS,
    behind,
    is_chinese_place,
    place,
)
from converter.translation.names.parts import deed
from converter.translation.names.phrase import Phrase, listed
from converter.translation.names.tokens import Words

_UNSAID = re.compile(r" (?:of|in|for|with|to) \*|\*|~")
DURING = re.compile(r"in .*(?:years?|months?|quarters?)$")
_KINDS = ("级", "合格", "优秀", "良好", "有效", "专职", "兼职", "市属", "区属")
# 移送公安机关: the object is only where to.
_WHITHER = re.compile(r" (?:to|into|in|on|as) ")
_TWO, _COMPLETED = 2, "完成"


def alone(words: Words) -> Phrase | None:
    """A name that says no more than what was done, or measured: ``竣工``, ``占比``."""
    grammar, verbs = GRAMMAR.load(), VERBS.load()
    if words[-1] in grammar.rank and all(word in (*grammar.rank, *grammar.scopes) for word in words):
        return Phrase("rank", (), tuple(dict.fromkeys(filter(None, map(behind, words)))))  # 全市排名
    spans = tuple(filter(None, map(behind, words[:-1])))
    is_where = words[-1] in grammar.share and any(
        span.startswith("in ") and not DURING.match(span) for span in spans
    )
    if words[-1] in grammar.measure and len(spans) == len(words) - 1 and not is_where:
        return Phrase(_UNSAID.sub("", grammar.measure[words[-1]]).strip(), (), spans)
    # 交办问题 says more than was done.
    has_object = any(
        len(word) > _TWO and word[-_TWO:] in NOUNS.load() and not _WHITHER.search(verbs[word].done)
        for word in words
        if word in verbs
    )
    is_done = all((deed(word) and verbs[word].result) or word in grammar.marks for word in words)
    if is_done and not has_object and not _asks_for_object(words[-1]):
        return Phrase(listed([verbs[word].doing or verbs[word].done for word in words if word in verbs]))
    return None


def _asks_for_object(verb: str) -> bool:
    """Whether a verb alone says nothing (``涉及``)."""
    return verb in GRAMMAR.load().within and verb != _COMPLETED


def quality_alone(words: Words) -> Phrase | None:
    """A row that only says of which kind it is (``合格``, ``国家级``); 国家 alone may be the countries."""
    told = [ADJECTIVES.load().get(word) for word in words]
    known = [one for one in told if one]
    is_kind = words[-1].endswith(_KINDS) and words[-1] not in NOUNS.load()
    return Phrase(" ".join(known)) if is_kind and len(known) == len(words) else None


def place_alone(words: Words) -> Phrase | None:
    """A row of a table that is only named after a place (``江苏``)."""
    is_place = len(words) == 1 and is_chinese_place(words[0])
    said = place(words[0]) if is_place else None
    return Phrase(said) if said else None
