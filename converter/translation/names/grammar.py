"""From the words of a name to English: who or what comes first, what was done behind it, what was measured in front."""

from collections.abc import Iterator

from converter.translation.names.lexicon import ADJECTIVES, ADVERBS, GRAMMAR, NOUNS, OF, SHARE, VERBS
from converter.translation.names.phrase import Phrase, listed, single
from converter.translation.names.things import begins_with_deed, deed, thing
from converter.translation.names.tokens import Words

# What has more words is mostly no name but a clause, in which one cannot tell what belongs to what.
_MOST = 8
_AVERAGE = "average"
_LONG = 2  # words in front of a noun
_WHOLE, _FRONT = "*", "~ "  # in a measure: all of a thing, or the thing in front of it


def told(words: Words) -> Phrase | None:
    """What a name of ``words`` says, None where the rules do not know."""
    grammar = GRAMMAR.load()
    tails = [grammar.tail[word] for word in words if word in grammar.tail]
    rest = tuple(word for word in words if word not in grammar.tail and word not in grammar.drop)
    while len(rest) > 1 and rest[-1] in grammar.only_last:
        rest = rest[:-1]
    said = _told(rest) if 0 < len(rest) <= _MOST else None
    return said and said.behind(*(f"({tail})" for tail in tails))


def _told(words: Words) -> Phrase | None:
    rules = (_measured, _compared, _happened, _new, _done_to, _done_by, thing)
    return next((said for rule in rules if (said := rule(words))), None)


def _compared(words: Words) -> Phrase | None:
    """``A占B比重``, ``A居B``, ``A高于B``; where a name ends with a place, its value is the rank there (``A全省`` 第三位)."""
    grammar = GRAMMAR.load()
    signs = (SHARE, *grammar.rank, *grammar.against)
    where = next((n for n, word in enumerate(words) if word in signs), 0)
    if not where and words[-1] in grammar.scopes:
        where = len(words) - 1
        return _ranked(told(words[:where]), words[where:]) if where else None
    what = told(words[:where]) if where else None
    if words[where] == SHARE:
        return what and _share(what, words[where + 1 :])
    if words[where] in grammar.against:
        return what and _against(what, grammar.against[words[where]], words[where + 1 :])
    if not where or len(words[where - 1]) == 1:
        return None  # 家居 and its like
    return _ranked(what, words[where + 1 :])


def _share(what: Phrase, rest: Words) -> Phrase | None:
    rest = rest[:-1] if rest and rest[-1] in GRAMMAR.load().share else rest
    if not rest:
        return Phrase(f"share of {what.several}")
    among = _scope(rest)
    if among is not None:
        return Phrase(" ".join((what.several, "as a share of the total", *among)))
    whole = told(rest)
    return whole and Phrase(f"{what.several} as a share of {whole.several}")


def _against(what: Phrase, sign: str, rest: Words) -> Phrase | None:
    among = _scope(rest)
    if among:
        return Phrase(" ".join((what.several, sign, "that", *among)))
    other = thing(rest)
    # 高于城镇 is above what it is there; only an average can be named as it is.
    return Phrase(f"{what.several} {sign} {other.several}") if other and _AVERAGE in other.several else None


def _ranked(what: Phrase | None, rest: Words) -> Phrase | None:
    among = _scope(rest)
    others = thing(rest) if among is None else None
    if what is None or (among is None and others is None):
        return None
    return Phrase(
        " ".join(("rank of", what.several, *(among or ()), *([f"among {others.several}"] if others else [])))
    )


def _scope(words: Words) -> tuple[str, ...] | None:
    """Words that only say where, None where some say more."""
    after = GRAMMAR.load().after
    return tuple(after[word] for word in words) if all(word in after for word in words) else None


def _measured(words: Words) -> Phrase | None:
    """What is counted, and how: ``案件办结率``, ``收入增长``."""
    pattern = GRAMMAR.load().measure.get(words[-1])
    if len(words) == 1:
        return None
    inner = words[:-1]
    # 培训人数 are people that were trained, 实施质量提升 is no rise.
    are_deeds = all(map(deed, inner)) or (inner[0] in GRAMMAR.load().events and deed(words[-1]))
    if pattern is None or are_deeds or (SHARE in words and words[-1] in GRAMMAR.load().share):
        return None
    if pattern.startswith(_FRONT):
        return _in_front(words[:-1], pattern.removeprefix(_FRONT))
    what = told(words[:-1])
    return what and Phrase(pattern.replace(_WHOLE, what.several))


def _in_front(words: Words, head: str) -> Phrase | None:
    """A rate by what it is the rate of; one of a deed stands before the long name of what it is done to."""
    last = deed(words[-1])
    what = thing(words[:-1]) if last and last.noun else None
    if last and what and (what.after or len(what.before) >= _LONG):
        return Phrase(head, (single(last.noun),), (f"of {what.several}",))
    what = thing(words)
    return what and Phrase(head).led_by(what)


def _new(words: Words) -> Phrase | None:
    """What begins with a word that is a verb and an adjective: ``新增企业`` is new, not added."""
    are_deeds = words[1:2] and words[1] in GRAMMAR.load().marks and words[2:3] and words[2] in VERBS.load()
    is_new = words[0] in ADJECTIVES.load() and words[0] in VERBS.load()
    return thing(words) if is_new and not (are_deeds and words[2] not in ADJECTIVES.load()) else None


def _done_to(words: Words) -> Phrase | None:
    """Deeds in front of what they are done to: ``受理行政复议案件``."""
    adverb = ADVERBS.load().get(words[0]) if len(words) > 1 and words[1] in VERBS.load() else None
    words = words[1:] if adverb else words
    for end in reversed([*_verbs(words)]):
        rest = words[end:]
        if not rest or _is_compound(words[end - 1], rest):
            continue
        if _is_relative(rest) or (len(rest) > 1 and begins_with_deed(rest)):
            return None
        if what := thing(rest):
            deeds = [VERBS.load()[word].done for word in words[:end] if word in VERBS.load()]
            said = listed(deeds)
            return what.behind(
                *([f"{said} {adverb}"] if " " in adverb else [adverb, said]) if adverb else [said]
            )
    return None


def _verbs(words: Words) -> Iterator[int]:
    """Where the verbs at the start may end."""
    verbs = VERBS.load()
    for n, word in enumerate(words):
        if word in verbs and not (n and word in ADJECTIVES.load()):
            # 制定调研方案: the second is a part of what follows, or it is not known which.
            if n and words[n - 1] in verbs and verbs[words[n - 1]].result != verbs[word].result:
                return
            yield n + 1
        elif not n or word not in GRAMMAR.load().marks:
            return
        if word in GRAMMAR.load().events:
            return


def _is_relative(rest: Words) -> bool:
    """Whether the deeds may belong to a part before 的 only: ``实现减排的企业``."""
    return OF in rest[1:] and any(word not in ADJECTIVES.load() for word in rest[: rest.index(OF)])


def _is_compound(verb: str, rest: Words) -> bool:
    """Whether a verb tells what kind of thing follows: ``培训活动`` are not trained."""
    done = VERBS.load()[verb]
    return len(rest) == 1 and rest[0] in GRAMMAR.load().purposes and bool(done.noun) and not done.result


def _done_by(words: Words) -> Phrase | None:
    """Who or what did something to something: ``法院受理案件``, ``活动吸引游客``."""
    where = next(
        (n for n, word in enumerate(words) if word in VERBS.load() and word not in ADJECTIVES.load()), 0
    )
    is_agent = words[where - 1] in GRAMMAR.load().agents
    is_known = (is_agent and words[where] not in GRAMMAR.load().gives) or words[
        where
    ] in GRAMMAR.load().within
    if not where or not is_known or OF in words:
        return None
    who, what = thing(words[:where]), _done_to(words[where:])
    return who and what and what.behind(f"{'by' if is_agent else 'in'} {who.several}")


def _happened(words: Words) -> Phrase | None:
    """Something and what became of it: ``案件办结``, ``项目开工``."""
    start = len(words)
    while start and (
        _ends(words[start - 1]) or (start < len(words) and words[start - 1] in GRAMMAR.load().marks)
    ):
        start -= 1
    deeds = [VERBS.load()[word] for word in words[start:] if word in VERBS.load()]
    if not deeds or not start or begins_with_deed(words[:start]):
        return None
    what = thing(words[:start]) if any(word in NOUNS.load() for word in words[:start]) else None
    return what and what.behind(listed([one.doing or one.done for one in deeds]))


def _ends(word: str) -> bool:
    """Whether a verb behind a noun says what became of it; another is a part of the noun (``城市建设``)."""
    known = deed(word)
    return bool(known and (known.result or not known.noun)) and word not in NOUNS.load()
