"""What became of something: names that end with it (``案件办结``)."""

from converter.translation.names.lexicon import ADVERBS, GRAMMAR, NOUNS, VERBS
from converter.translation.names.measured import PERSONS
from converter.translation.names.parts import begins_with_deed, deed
from converter.translation.names.phrase import Phrase, done_so, listed
from converter.translation.names.things import thing
from converter.translation.names.tokens import Words

_OF_PEOPLE = ("参训", "受训")
_CARRIED = 3  # words: what, a verb that says nothing, and what was done
_GOT, _TOGETHER, _NEW = "得到", "集中", "新"
_JOINTLY = "together"
_REACHES = "惠及"  # behind something: its value counts who has it
_OFFICES = (
    "财政",
    "人员",
    "部门",
    "单位",
    "机关",
    "媒体",
    "领导",
    "政府",
    "公众号",
    "局",
    "委",
    "厅",
    "机构",
)


def happened(words: Words) -> Phrase | None:
    """Something and what became of it: ``案件办结``, ``项目开工``."""
    if len(words) >= _CARRIED and words[-2] in ADVERBS.load() and words[-2] not in NOUNS.load():
        return _done_so(words)
    start = len(words)
    carried = words[-2:-1]
    if len(words) >= _CARRIED and carried[0] in GRAMMAR.load().support and _is_carried(words):
        start -= 2
    while start and (
        _ends(words[start - 1]) or (start < len(words) and words[start - 1] in GRAMMAR.load().marks)
    ):
        start -= 1
    if words[start:] and words[start] in GRAMMAR.load().marks:
        return None  # 运营和在建: the first did not end so
    deeds = [VERBS.load()[word] for word in words[start:] if word in VERBS.load()]
    support = GRAMMAR.load().support
    deeds = [
        VERBS.load()[word] for word in words[start:-1] if word in VERBS.load() and word not in support
    ] + deeds[-1:]
    if (
        not deeds
        or not start
        or begins_with_deed(words[:start])
        or _may_be_active(words[start - 1], words[-1])
    ):
        return None
    what = thing(words[:start]) if any(word in NOUNS.load() for word in words[:start]) else None
    if what and words[-1] in _OF_PEOPLE and not PERSONS.search(what.head):
        return None  # 培训班参训: they are not trained
    if what and words[start:] == (_REACHES,):
        return Phrase("beneficiaries", (), (f"of {what.several}",))
    return what and what.behind(listed([*dict.fromkeys(one.doing or one.done for one in deeds)]))


def _done_so(words: Words) -> Phrase | None:
    """How something was done (``断头路 先后 打通``): behind such a word a deed is no part of a noun."""
    *_, who, how, verb = words
    known, grammar = deed(verb), GRAMMAR.load()
    is_done = known is not None and verb not in NOUNS.load() and who in NOUNS.load()
    is_agent = who.endswith(grammar.agents) or _may_be_active(who, verb)
    if known is None or not is_done or is_agent or begins_with_deed(words[:-2]):
        return None
    if how.startswith(_NEW) and not known.result:
        return None  # 中学新招生, 住房新增供地
    what, done = thing(words[:-2]), known.doing or known.done
    adverb = _JOINTLY if how == _TOGETHER else ADVERBS.load()[how]
    return what and what.behind(done_so(done, adverb))


def _is_carried(words: Words) -> bool:
    """Whether a verb only carries the deed at the end (``城中村 进行 整治``), and nobody who acts stands before it."""
    who = words[-_CARRIED]
    is_agent = who in GRAMMAR.load().agents or who.endswith(_OFFICES)
    is_done = words[-2] == _GOT or words[-1] in (*GRAMMAR.load().working, *GRAMMAR.load().plain)
    is_thing = who in NOUNS.load() and words[-1] not in NOUNS.load()
    return is_done and is_thing and deed(words[-1]) is not None and not is_agent


def _may_be_active(who: str, verb: str) -> bool:
    """Whether a verb behind somebody may say what that did, and not what became of it (``执法人员结案``)."""
    grammar = GRAMMAR.load()
    is_agent = who in grammar.agents or who.endswith(_OFFICES)
    return verb in grammar.winning or (is_agent and verb in grammar.doing)


def _ends(word: str) -> bool:
    """Whether a verb behind a noun says what became of it; another is a part of the noun (``城市建设``)."""
    known = deed(word)
    return bool(known and (known.result or not known.noun)) and word not in NOUNS.load()
