"""Clauses of headings: what they call for (``完善审核机制``), and what they say was reached (``水平持续提升``)."""

import re

from converter.caching import kept, kept_latest
from converter.translation.headings.table import CLAUSES, duties, either, found, heads, patterns, weights
from converter.translation.names import capital, thing_in_english
from converter.translation.names.lexicon import is_noun

# Building itself is the duty: 推进法治政府建设 is no advancing of building.
_GERUND = ("building a ", "building the ")
_WITH_ARTICLE = re.compile(
    r"(?!new )[a-z-]+(?: [a-z-]+)? (?:of|to|for) |(?:[\w-]+ )*(?:environment|system|atmosphere|order|economy)$"
)
_ARTICLES = ("the ", "a ", "an ")
_TELLING = 3  # characters
_BUILDING = "建设"
_ENDED = ("落地", "见效", "到位", "生根", "提质", "增效", "提速", "向好", "回升")
_DEPTH = 3  # deeds, each within another
# 推动公平发展和质量提升 is two things, each with what is made of it.
_TWO = re.compile(
    "(?:发展|增长|提升|提高|优化|改善|增强|深化|健全|完善|创新|稳定|改革|落实|推进|升级)(?:和|与|及|、|以及)."
)
_HOLD, _MEANS = "坚持", re.compile("以(?P<means>.{2,})")


@kept_latest(4096)
def clause_in_english(words: str) -> str | None:
    """What one clause says, None where some of it is not known."""
    repeated = found("clause", words)
    return repeated or _framed("guide", words, _DEPTH) or _called_for(words, _DEPTH) or _outcome(words)


def _called_for(words: str, depth: int) -> str | None:
    """What is to be done; ``depth`` is how many deeds may still stand within one another."""
    if not depth:
        return None
    bare = weights().sub("", words)
    return (
        found("clause", bare)
        or _short(bare)
        or _framed("frame", bare, 0)
        or _duty(bare)
        or _duty(words)  # 加快 may be the deed itself
        or _through(bare, depth)
        or _led(bare, depth)
    )


def _framed(kind: str, words: str, depth: int) -> str | None:
    """Words of a set frame with something in it (``以习近平法治思想为指引``, ``推动执法水平持续提升``)."""
    for pattern, english in patterns(kind):
        if (frame := pattern.fullmatch(words)) and not any(map(_TWO.search, frame.groups())):
            said = [_thing(part) or _within(part, depth) for part in frame.groups()]
            known = [part for part in said if part]
            if len(known) == len(said):
                return english.format(*known)
    return None


def _within(words: str, depth: int) -> str | None:
    """What is to be done, within a sentence."""
    said = _called_for(words, depth - 1) if depth else None
    return said and said[:1].lower() + said[1:]


@kept_latest(4096)
def _thing(words: str) -> str | None:
    """What a deed is done to: words that headings repeat, what things have, and names of things."""
    what = words.removesuffix("的")
    whole = CLAUSES.load().object.get(what)
    # 社会保障 is one word; 推动任务落地 calls for no landing.
    of_whom = None if is_noun(what) else _built(what) or _of_whom(what)
    is_thing = len(what) >= _TELLING and not what.endswith(_ENDED)
    return whole or of_whom or (thing_in_english(what) if is_thing else None)


def _built(what: str) -> str | None:
    """``数字政府建设``: the building of what headings repeat."""
    built = CLAUSES.load().object.get(what.removesuffix(_BUILDING)) if what.endswith(_BUILDING) else None
    return built and f"the building of {built}"


def _of_whom(what: str) -> str | None:
    """``执法人员能力素质``: what somebody or something has."""
    for head in heads():
        if what.endswith(head) and len(what) > len(head):
            whose = what.removesuffix(head).removesuffix("的")
            of = CLAUSES.load().object.get(whose) or (thing_in_english(whose) if len(whose) > 1 else None)
            if of:
                return CLAUSES.load().head[head].format(of)
    return None


def _short(words: str) -> str | None:
    """Deeds of one character, each with its object (``强基础促发展``)."""
    parts = re.findall("...", words.replace("、", ""))
    if "".join(parts) != words.replace("、", "") or not parts:
        return None
    clauses = CLAUSES.load()
    said = [(clauses.short.get(part[0]), clauses.object.get(part[1:])) for part in parts]
    told = [f"{deed} {what}" for deed, what in said if deed and what]
    return _joined(told) if len(told) == len(said) else None


def _joined(told: list[str]) -> str:
    *others, last = [told[0], *(one[:1].lower() + one[1:] for one in told[1:])]
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}" if others else last


def _duty(words: str) -> str | None:
    duty = duties().fullmatch(words)
    what = duty and _thing(duty["what"])
    if not duty or not what:
        return None
    if what.startswith(_GERUND):
        return capital(what)
    article = "the " if _WITH_ARTICLE.match(what) and not what.startswith(_ARTICLES) else ""
    return f"{CLAUSES.load().duty[duty['deed']]} {article}{what}"


def _through(words: str, depth: int) -> str | None:
    """``以科技创新推动产业升级``: what is done by means of something."""
    whole = _MEANS.fullmatch(words.removeprefix(_HOLD))
    if whole is None:
        return None
    for deed in re.finditer("|".join(CLAUSES.load().through), whole["means"]):
        means, what = whole["means"][: deed.start()], whole["means"][deed.end() :]
        said, by = _thing(what), _thing(means) or _within(means, depth)
        if said and by:
            return f"{CLAUSES.load().through[deed[0]]} {said} through {by}"
    return None


def _led(words: str, depth: int) -> str | None:
    """A deed behind a word that only leads to it (``坚持依法决策``), says how (``依法化解``), or has the same object (``预防处置``)."""
    clauses = CLAUSES.load()
    for lead in sorted((*clauses.light.words, *clauses.adverb), key=len, reverse=True):
        rest = words[len(lead) :]
        # 突出创新引领: the second is a part of what is stressed.
        is_deed = words.startswith(lead) and not (lead in clauses.light.words and is_noun(rest[:2]))
        if is_deed and (said := _called_for(rest, depth - 1)):
            return f"{clauses.adverb[lead]} {said[:1].lower()}{said[1:]}" if lead in clauses.adverb else said
    first, rest = words[:2], words[2:]
    are_two = first in clauses.pair.words and rest[:2] in clauses.pair.words
    second = _duty(rest) if are_two and first in clauses.duty else None
    return second and f"{clauses.duty[first]} and {second[:1].lower()}{second[1:]}"


def _outcome(words: str) -> str | None:
    """What became of something (``依法行政水平持续提升`` → ``Level of law-based administration steadily improved``)."""
    of_all = _some().sub("", words)
    outcome = _outcomes().fullmatch(of_all)
    what = None if outcome is None or _TWO.search(outcome["what"]) else _thing(outcome["what"])
    # 机制完善 alone may as well be a thing.
    is_said = outcome and (outcome["manner"] or "{}" in (found("predicate", outcome["came"]) or ""))
    if not outcome or not what or not is_said:
        return None
    what = what.removeprefix("the ")
    manners = [found("manner", one) for one in re.findall(either("manner"), outcome["manner"])]
    came = " and ".join(dict.fromkeys(filter(None, manners)))
    end = found("predicate", outcome["came"]) or ""
    said = end.format(what) if "{}" in end else " ".join(filter(None, (what, came, end)))
    return f"{capital(said)}{' in some cases' if of_all != words else ''}"


@kept
def _some() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(CLAUSES.load().some.words)})")


@kept
def _outcomes() -> re.Pattern[str]:
    manners, came = either("manner"), either("predicate")
    return re.compile(f"(?P<what>.{{3,}}?)(?:得到|得以|实现)?(?P<manner>(?:{manners})*)(?P<came>{came})")
