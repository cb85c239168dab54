"""Headings in English: those that all reports of a kind have, and those put together from what headings repeat."""

import re
from collections.abc import Mapping
from itertools import pairwise

from converter.kept import kept, kept_latest
from converter.knowledge import Record, Table
from converter.text.fold import fold
from converter.text.numerals import Regex
from converter.translation.leads import LEAD, numbered
from converter.translation.names import capital, is_no_topic, thing_in_english
from converter.translation.phrases import without_year


class _Weight(Record, frozen=True):
    words: tuple[str, ...]


class _Headings(Record, frozen=True):
    heading: Mapping[Regex, str]
    weight: _Weight
    some: _Weight
    duty: Mapping[str, str]
    period: Mapping[Regex, str]
    part: Mapping[Regex, str]
    predicate: Mapping[Regex, str]
    manner: Mapping[Regex, str]
    guide: Mapping[Regex, str]
    clause: Mapping[Regex, str]


HEADINGS = Table(__package__, "headings.toml", _Headings)
# Building itself is the duty: 推进法治政府建设 is no advancing of building.
_GERUND = ("building a ", "building the ")
_WITH_ARTICLE = re.compile(
    r"(?!new )[a-z-]+(?: [a-z-]+)? (?:of|to|for) |(?:[\w-]+ )*(?:environment|system|atmosphere|order|economy)$"
)
# Characters of a heading; a paragraph is none, however it begins.
_LONGEST = 60
_TELLING = 4  # characters
# What a heading says of its topic that the topic says for itself.
_ABOUT = re.compile(
    "(?:的)?(?:基本|总体|主要|具体|相关|有关|整体)?(?:工作)?(?:开展|进展|推进|落实|完成|办理|执行)?(?:情况|概况)$"
)
_AND = "和|及|与|、|以及"


@kept_latest(4096)
def heading_in_english(heading: str) -> str | None:
    """A heading in English (``三、存在的问题`` → ``III. Problems``), None where some of it is not known."""
    lead = LEAD.fullmatch(fold(heading.strip())) if len(heading) <= _LONGEST else None
    if lead is None:
        return None
    words = lead["said"].lstrip("—-")
    said = _set_phrase(words) or _outline(words) or _clauses(words) or _topic(words, bool(numbered(lead)))
    return said and f"{numbered(lead)}{said}"


def _topic(words: str, is_numbered: bool) -> str | None:
    """What a part is about, where its heading names only that (``行政执法主体概况``); a line may be a signature."""
    rest, year = without_year(words)
    bare = _ABOUT.sub("", rest)
    # 检查 alone says not who inspected whom.
    is_named = len(bare) >= _TELLING and (bare != rest or (is_numbered and not is_no_topic(bare)))
    said = thing_in_english(bare) if is_named else None
    return said and f"{capital(said)}{f', {year}' if year else ''}"


def _set_phrase(words: str) -> str | None:
    rest, year = without_year(words)
    said = _found("heading", rest)
    return said and f"{said}{f', {year}' if year else ''}"


@kept_latest(1024)
def _outline(words: str) -> str | None:
    """What a part of a work report is about, and when (``“十四五”时期和2025年工作回顾``)."""
    if whole := _part(words):
        return whole
    for joint in re.finditer(_AND, words):
        # A list of many members is looked at once from each of them on.
        first = _part(words[: joint.start()])
        if first and (second := _outline(words[joint.end() :])):
            return f"{first} and {second}"
    return None


def _part(words: str) -> str | None:
    found = _part_pattern().fullmatch(words)
    if found is None:
        return None
    periods = [_period(one) for one in re.split(_AND, found["when"])]
    said = [_found("part", one) for one in _parted(found["what"])]
    # Only the last leads to when it was: Targets and Tasks FOR the Next Five Years.
    *others, last = [one or "" for one in said]
    names = " and ".join([*(one.rpartition(" ")[0] for one in others), last])
    return f"{names} {' and '.join(periods)}"


def _parted(what: str) -> list[str]:
    """What a part says, cut where a list has all of its members among the words of parts."""
    if _found("part", what):
        return [what]
    cuts = list(re.finditer(_AND, what))
    edges = [(0, 0), *((cut.start(), cut.end()) for cut in cuts), (len(what), len(what))]
    return [what[a[1] : b[0]] for a, b in pairwise(edges)]


def _period(words: str) -> str:
    for pattern, english in _patterns("period"):
        if found := pattern.fullmatch(words):
            return english.format(*found.groups())
    return words


@kept
def _part_pattern() -> re.Pattern[str]:
    period, part = (
        "|".join(f"(?:{re.sub(r'[(](?![?])', '(?:', pattern.pattern)})" for pattern, _ in _patterns(kind))
        for kind in ("period", "part")
    )
    return re.compile(
        f"(?P<when>(?:{period})(?:(?:{_AND})(?:{period}))*)的?(?:政府)?(?P<what>(?:{part})(?:(?:{_AND})(?:{part}))*)"
    )


def _clauses(words: str) -> str | None:
    """What a heading calls for or says was reached, clause by clause; None where one of them is not known."""
    said = [_clause(part) for part in re.split("[,，;；]", words)]
    told = [part for part in said if part]
    if len(told) < len(said):
        return None
    return "; ".join([told[0], *(part[:1].lower() + part[1:] for part in told[1:])])


def _clause(words: str) -> str | None:
    repeated = _found("clause", words) or _found("clause", _weights().sub("", words))
    return repeated or _guide(words) or _duty(words) or _outcome(words)


def _guide(words: str) -> str | None:
    """What is put first (``以习近平法治思想为指引``)."""
    for pattern, english in _patterns("guide"):
        if found := pattern.fullmatch(words):
            what = thing_in_english(found[1])
            return what and english.format(what)
    return None


def _duty(words: str) -> str | None:
    found = _duty_pattern().fullmatch(words)
    what = found and thing_in_english(found["what"])
    if not found or not what:
        return None
    if what.startswith(_GERUND):
        return capital(what)
    article = "the " if _WITH_ARTICLE.match(what) else ""
    return f"{HEADINGS.load().duty[found['deed']]} {article}{what}"


def _outcome(words: str) -> str | None:
    """What became of something (``依法行政水平持续提升`` → ``Level of law-based administration steadily improved``)."""
    of_all = _some().sub("", words)
    found = _outcome_pattern().fullmatch(of_all)
    what = found and thing_in_english(found["what"])
    # 机制完善 alone may as well be a thing.
    is_said = found and (found["manner"] or "{}" in (_found("predicate", found["came"]) or ""))
    if not found or not what or not is_said:
        return None
    manners = [_found("manner", one) for one in re.findall(_either("manner"), found["manner"])]
    came = " and ".join(dict.fromkeys(filter(None, manners)))
    end = _found("predicate", found["came"]) or ""
    said = end.format(what) if "{}" in end else " ".join(filter(None, (what, came, end)))
    return f"{capital(said)}{' in some cases' if of_all != words else ''}"


@kept
def _some() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(HEADINGS.load().some.words)})")


@kept
def _duty_pattern() -> re.Pattern[str]:
    deeds = "|".join(sorted(HEADINGS.load().duty, key=len, reverse=True))
    # A word of two characters (提升服务) says too little to know what it stands for.
    return re.compile(f"(?:{_weights().pattern})(?P<deed>{deeds})(?P<what>.{{3,}})")


@kept
def _weights() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(sorted(HEADINGS.load().weight.words, key=len, reverse=True))})*")


@kept
def _outcome_pattern() -> re.Pattern[str]:
    manners, came = _either("manner"), _either("predicate")
    return re.compile(f"(?P<what>.{{3,}}?)(?:得到|得以|实现)?(?P<manner>(?:{manners})*)(?P<came>{came})")


def _either(kind: str) -> str:
    return "|".join(pattern.pattern for pattern, _ in _patterns(kind))


def _found(kind: str, words: str) -> str | None:
    # Most words are of no kind, which one pattern tells at once.
    if not _any_of(kind).fullmatch(words):
        return None
    return next((en for pattern, en in _patterns(kind) if pattern.fullmatch(words)), None)


@kept_latest(16)
def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _patterns(kind)))


@kept_latest(16)
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    phrases: Mapping[str, str] = getattr(HEADINGS.load(), kind)
    return tuple((re.compile(zh), en) for zh, en in phrases.items())
