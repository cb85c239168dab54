"""What a sentence says it is about before its figures, for names that say too little without it.

``推进行政许可事项流程再造,共精简材料565份``: the material is that of 行政许可事项.
"""

import re

from converter.figures.alternatives import either, ends, starts
from converter.figures.vocabulary import VERB, clauses, first_verb, trimmed
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_GENERIC = frozenset(_KNOWN.generic)
_GENERIC_ENDS, _GENERIC_LAST = tuple(_GENERIC), ends(_GENERIC)
# The quoted name of a scheme (“一社区一法律顾问”制度) is no thing that others are of.
_SCHEME = rf"“[^”]+”(?:模式)?(?:{either(_KNOWN.topic_tails)})*$"
_TOPIC = re.compile(
    rf"(?:{either(_KNOWN.topic_verbs)})+(?:对|好)?(?!{_SCHEME})(?P<thing>[^,、的]{{3,14}}?)(?:{either(_KNOWN.topic_tails)})*"
)
_TOPIC_STARTS = starts(_KNOWN.topic_verbs)
_ALL_SORTS = re.compile("^(?:各类|各种|各项)")
_APPLICATION = re.compile(rf"^(?P<done>(?:共|新)?{VERB}{{0,2}})(?:各类)?(?<!公开)申请(?![人书表])")
_THIN = re.compile(rf"{VERB}{{0,3}}(?:各类|各种|各项|相关|有关)?(?:{either(_KNOWN.generic)})")


def topic_of(gap: str) -> str:
    """The thing that the last clause of ``gap`` but its unfinished one is about, empty where none says so."""
    for clause in reversed(clauses(gap)[:-1]):
        told = trimmed(clause)
        if told[:1] in _TOPIC_STARTS and (match := _TOPIC.fullmatch(told)):
            return match["thing"]
    return ""


def is_thin(name: str) -> bool:
    """True where a name is but a generic noun, with or without a verb (``精简材料``)."""
    may_be = name[-1:] in _GENERIC_LAST and name.endswith(_GENERIC_ENDS)
    return may_be and _THIN.fullmatch(name) is not None


def about(name: str, topic: str) -> str:
    """``name`` with ``topic`` before it, or with a term of it completed (法律援助, 受理援助案件 → 受理法律援助案件)."""
    verb = first_verb(name)
    noun = _ALL_SORTS.sub("", name.removeprefix(verb))
    if len(topic) > 2 and noun[2:] in _GENERIC and noun.startswith(topic[-2:]):
        return verb + topic + noun[2:]
    return topic + name if is_thin(name) and not _share(topic, name) else name


def applied_for(name: str, topic: str) -> str:
    """``name`` with ``topic`` where it tells of applications and not for what (收到申请 → 收到政府信息公开申请); a part keeps the name of its whole."""
    return name if "（" in name else _APPLICATION.sub(rf"\g<done>{topic}申请", name, count=1)


def _share(first: str, second: str) -> bool:
    return any(second[at : at + 2] in first for at in range(len(second) - 1))
