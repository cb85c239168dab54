"""Rates and parts that no link ties: called as the count before them (按期办结265件,按期办结率98.9%), or told among others."""

import re
from collections.abc import Iterator

from converter.checks.passages import FIGURE, Passage, passages
from converter.checks.rule import ObservedReport
from converter.checks.shares import misfits
from converter.checks.tables import RELATIONS
from converter.figures.alternatives import either
from converter.model import Note, Observation

_KNOWN = RELATIONS.load()
_PLAIN = rf"[^,;:。()\n{FIGURE}]"
_CALLED = rf"率(?:{either(_KNOWN.words['reach'])}|为)?(?P<rate>{FIGURE})"
# 中小企业 and 中心城区 are inside nothing.
_INSIDE_THEM = rf"(?:{either(_KNOWN.things)})中(?![小心央学医试]),?"
_RATE = re.compile(
    rf"(?P<told>{_PLAIN}{{0,24}})(?P<part>{FIGURE})(?P<behind>{_PLAIN}{{0,16}}),"
    rf"(?P<name>{_PLAIN}{{2,14}}){_CALLED}"
)
# 公开率85.4%,48个议题中公开41个
_AHEAD = re.compile(
    rf"(?P<name>{_PLAIN}{{2,14}}){_CALLED},"
    rf"(?P<whole>{FIGURE}){_PLAIN}{{1,12}}中,?(?P<told>{_PLAIN}{{1,16}})(?P<part>{FIGURE})"
)
_SOME_OF = re.compile(
    rf"(?P<whole>{FIGURE})(?<!的{FIGURE})(?<!的[有为]{FIGURE})(?={_PLAIN}{{0,12}}(?:,其中:?{_PLAIN}{{1,16}}"
    rf"|,{_PLAIN}{{0,8}}(?:{either(_KNOWN.some)}){_PLAIN}{{0,10}}的[有为]?"
    rf"|{_INSIDE_THEM}{_PLAIN}{{1,16}})(?P<part>{FIGURE}))"
)
_SHARE_BEHIND = re.compile(
    rf"(?P<whole>{FIGURE}){_PLAIN}{{0,12}},其中:?{_PLAIN}{{1,16}}(?P<part>{FIGURE}){_PLAIN}{{0,8}},"
    rf"{_PLAIN}{{0,8}}占比(?:为|达到?|约)?(?P<rate>{FIGURE})"
)
# 312件决定全部经过审核,审核率98.4%
_ALL = re.compile(
    rf"(?P<part>{FIGURE}){_PLAIN}{{0,16}}(?:全部|均)(?!不){_PLAIN}{{0,8}}?(?P<name>{_PLAIN}{{2}}),(?P=name){_CALLED}"
)
_OF_PREVIOUS = re.compile(rf"(?P<whole>{FIGURE}){_PLAIN}{{0,16}},$")
_INSIDE = re.compile(rf"(?P<whole>{FIGURE}){_PLAIN}{{0,8}}{_INSIDE_THEM}{_PLAIN}{{0,16}}$")
_AMONG = re.compile(rf"(?P<stem>[^,;:。()、\n{FIGURE}]{{2,8}}?){_INSIDE_THEM}{_PLAIN}{{0,12}}$")
_SOME = re.compile("的[有为达]?$")
_SHORTEST = 2  # characters that a rate and its part have in common


def rates_by_name(told: ObservedReport) -> Iterator[Note]:
    """Rates that the count of the same name just before them cannot be of what the count before that, or 审结案件中, names."""
    for passage in passages(told):
        for match in _RATE.finditer(passage.words):
            part, rate = (passage.at(match.start(role)) for role in ("part", "rate"))
            named = _is_named(match, passage.words[: match.start("told")])
            whole = _whole(passage, match, part) if named and not rate.link else None
            if (
                whole
                and rate.unit == "%"
                and told.possible(whole).low
                and not _fits(told, passage, rate, part)
            ):
                yield from misfits(told, (rate, part, whole), told.possible(whole))


def rates_ahead(told: ObservedReport) -> Iterator[Note]:
    """Rates that what is told of so many behind them does not give (公开率58.4%,48个议题中公开41个)."""
    for passage in passages(told):
        for match in _AHEAD.finditer(passage.words):
            rate, whole, part = (passage.at(match.start(role)) for role in ("rate", "whole", "part"))
            same = rate.unit == "%" and _is_greater(whole, part) and told.possible(whole).low
            if same and match["name"][-1] in match["told"] and not rate.link:
                yield from misfits(told, (rate, part, whole), told.possible(whole))


def rates_behind_some(told: ObservedReport) -> Iterator[Note]:
    """Shares told behind a level and some of it (收入9.85亿元,其中税收6.50亿元,占比66%)."""
    for passage in passages(told):
        for match in _SHARE_BEHIND.finditer(passage.words):
            whole, part, rate = (passage.at(match.start(role)) for role in ("whole", "part", "rate"))
            if rate.unit == "%" and not rate.link and _is_greater(whole, part) and told.possible(whole).low:
                yield from misfits(told, (rate, part, whole), told.possible(whole))


def rates_of_all(told: ObservedReport) -> Iterator[Note]:
    """Rates short of a hundred of what is told of all (312件全部经过审核,审核率98.4%)."""
    for passage in passages(told):
        for match in _ALL.finditer(passage.words):
            rate, part = (passage.at(match.start(role)) for role in ("rate", "part"))
            if rate.unit == "%" and rate.period == part.period and told.possible(part).low:
                yield from misfits(told, (rate, part, part), told.possible(part))


def parts_told_so(told: ObservedReport) -> Iterator[tuple[Observation, Observation]]:
    """Levels that the words between say to be some of the level just before (产值158亿元,其中园区产值112亿元): part and whole."""
    for passage in passages(told):
        for match in _SOME_OF.finditer(passage.words):
            whole, part = (passage.at(match.start(role)) for role in ("whole", "part"))
            kinds = [(one.unit, one.measure, one.status, one.period, one.bound) for one in (whole, part)]
            if (
                kinds[0] == kinds[1]
                and part.measure == "level"
                and part.sentence == whole.sentence
                and not part.link
            ):
                yield part, whole


def parts_among(told: ObservedReport) -> Iterator[tuple[Observation, Observation]]:
    """Counts told among others that an earlier clause of the paragraph counted (抽检对象中食用农产品90批次): part and whole."""
    for passage in passages(told):
        for place, part in zip(re.finditer(FIGURE, passage.words), passage.figures, strict=True):
            before = passage.words[max(0, place.start() - 30) : place.start()]
            if part.measure == "level" and (whole := _among(passage, before, part)):
                yield part, whole


def _is_named(match: re.Match[str], before: str) -> bool:
    """Whether a rate is of the part before it: all its name says, without marks, is told of the part (综合纠错率 is not of 直接纠错),
    or how it ends, where the part is told as some of what stands before (24人,取得执法证的22人,持证率)."""
    told, stem = (match["told"] + match["behind"]).replace("、", ""), match["name"].replace("、", "")
    if len(stem) < _SHORTEST:
        return False
    return stem in told or (stem[-1] in told and bool(_SOME.search(match["told"]) or before.endswith("中,")))


def _whole(passage: Passage, match: re.Match[str], part: Observation) -> Observation | None:
    """What a part is of: what its own clause says it is among, or the count just before it in its sentence."""
    before = passage.words[: match.start("part")]
    if found := _among(passage, before[-30:], part):
        return found
    previous = _INSIDE.search(before) or _OF_PREVIOUS.search(passage.words[: match.start("told")])
    whole = passage.at(previous.start("whole")) if previous else None
    return whole if whole and _is_greater(whole, part) and whole.sentence == part.sentence else None


def _among(passage: Passage, before: str, part: Observation) -> Observation | None:
    """The one count before a part that is told with the words before 中."""
    among = _AMONG.search(before)
    if among is None:
        return None
    earlier = passage.figures[: passage.figures.index(part)]
    stem = among["stem"][-_SHORTEST:]
    found = [
        one for one in earlier if stem in one.indicator and (one.unit, one.measure) == (part.unit, "level")
    ]
    return found[0] if len(found) == 1 and found[0].link is None else None


def _is_greater(whole: Observation, part: Observation) -> bool:
    kinds = [(one.unit, one.measure, one.status, one.period) for one in (whole, part)]
    return kinds[0] == kinds[1] and whole.value >= part.value and whole.link is None


def _fits(told: ObservedReport, passage: Passage, rate: Observation, part: Observation) -> bool:
    """Whether the part is that share of any count that the paragraph tells."""
    bases = [one for one in passage.figures if _is_greater(one, part) and told.possible(one).low]
    return any(not any(misfits(told, (rate, part, base), told.possible(base))) for base in bases)
