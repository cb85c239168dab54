"""Rates that take their name from what the count before them says (按期办结265件,按期办结率98.9%), where no link tells what they are of."""

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
_RATE = re.compile(
    rf"(?P<told>{_PLAIN}{{0,24}})(?P<part>{FIGURE})(?P<behind>{_PLAIN}{{0,16}}),"
    rf"(?P<name>{_PLAIN}{{2,14}})率(?:{either(_KNOWN.words['reach'])}|为)?(?P<rate>{FIGURE})"
)
_OF_PREVIOUS = re.compile(rf"(?P<whole>{FIGURE}){_PLAIN}{{0,16}},$")
_AMONG = re.compile(
    rf"(?P<stem>[^,;:。()、\n{FIGURE}]{{2,8}}?)(?:{either(_KNOWN.things)})中(?![小心央学医试]),?{_PLAIN}{{0,12}}$"
)
_SHORTEST = 2  # characters that a rate and its part have in common


def rates_by_name(told: ObservedReport) -> Iterator[Note]:
    """Rates that the count of the same name just before them cannot be of what the count before that, or 审结案件中, names."""
    for passage in passages(told):
        for match in _RATE.finditer(passage.words):
            part, rate = (passage.at(match.start(role)) for role in ("part", "rate"))
            named = _is_named(match["name"], match["told"] + match["behind"])
            whole = _whole(passage, match, part) if named and not rate.link else None
            if (
                whole
                and rate.unit == "%"
                and told.possible(whole).low
                and not _fits(told, passage, rate, part)
            ):
                yield from misfits(told, (rate, part, whole), told.possible(whole))


def parts_among(told: ObservedReport) -> Iterator[tuple[Observation, Observation]]:
    """Counts told among others that an earlier clause of the paragraph counted (抽检对象中食用农产品90批次): part and whole."""
    for passage in passages(told):
        for place, part in zip(re.finditer(FIGURE, passage.words), passage.figures, strict=True):
            before = passage.words[max(0, place.start() - 30) : place.start()]
            if part.measure == "level" and (whole := _among(passage, before, part)):
                yield part, whole


def _is_named(name: str, told: str) -> bool:
    """Whether all that a rate's name says, without marks, is told of the part as well: 综合纠错率 is not of 直接纠错."""
    stem = name.replace("、", "")
    return len(stem) >= _SHORTEST and stem in told.replace("、", "")


def _whole(passage: Passage, match: re.Match[str], part: Observation) -> Observation | None:
    """What a part is of: what its own clause says it is among, or the count just before it in its sentence."""
    before = passage.words[: match.start("part")]
    if found := _among(passage, before[-30:], part):
        return found
    previous = _OF_PREVIOUS.search(passage.words[: match.start("told")])
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
