"""What one level of government, a body beside it or a zone did, in the report of a place that has others too (``doubts.toml``)."""

import re

from converter.caching import kept, kept_latest
from converter.figures.alternatives import either
from converter.indicators.pattern import any_of
from converter.indicators.tables import DOUBTS
from converter.model import Observation

_CLAUSE = re.compile("[,;:()]")
_REACH = 120  # characters before a figure in which its sentence says who did it
_WHEN = r"(?:其中|全年|年内|(?:20\d\d|今|去|上)年|\d+个)*"
_LEVELS = ("地区", "市", "州", "盟")


def level_of(region: str | None, path: tuple[str, ...] | None) -> str:
    """What a city with counties below it calls its own level (市); empty for others, and where it is not sure."""
    city = region and path and len(path) < 3
    return next((word for word in _LEVELS if region and region.endswith(word)), "") if city else ""


def is_done_by_part(one: Observation, code: str, folded: str, level: str, own: tuple[str, ...]) -> bool:
    """True where what is counted is what but one level of government did, or a body beside the government (法院)."""
    if not code.startswith(DOUBTS.load().levels.topics):
        return False
    start = max(one.sentence.start, one.span.start - _REACH)
    for clause in reversed(_CLAUSE.split(folded[start : one.span.start])):
        if other := _done_by_others().match(clause):
            return not any(name.endswith(other["who"]) for name in own)
        if _done_by(level).match(clause):
            return not _all().search(clause)
        if not _going_on().match(clause):
            return False
    return False


def is_of_level_above(one: Observation, code: str, level: str, own: tuple[str, ...]) -> bool:
    """True where proposals are those of congresses above the place that reports alone (省人大代表建议), which are but some of its own."""
    known = DOUBTS.load().levels
    if not code.startswith(known.above_topics):
        return False
    county = any(name.endswith(known.counties) for name in own if not name.endswith(known.above))
    return (county or bool(level)) and _above(county).search(one.indicator) is not None


def is_of_zone(one: Observation, folded: str, heading: str, own: tuple[str, ...]) -> bool:
    """True where the sentence of a figure, or its heading, begins with a zone that is not the place that reports."""
    if any(name.endswith(DOUBTS.load().levels.zones) for name in own):
        return False
    before = folded[one.sentence.start : one.span.start]
    zone = _zone().match(before) if "区" in before else None
    return _names_zone(heading) or (zone is not None and not _all().search(before, zone.end()))


@kept_latest(256)  # each figure below a heading asks
def _names_zone(heading: str) -> bool:
    return _zone_heading().fullmatch(heading) is not None


@kept
def _zone() -> re.Pattern[str]:
    known = DOUBTS.load().levels
    begins = either([*known.deeds, *known.told])
    return re.compile(
        rf"\s*(?:其中,?)?[^,;:。()、\d]{{0,8}}?(?:{either(known.zones)})(?:管委会)?(?=[:,]|(?:全年|共|累计|(?:20\d\d|今|去|上)年,?)*(?:{begins}))"
    )


@kept
def _zone_heading() -> re.Pattern[str]:
    return re.compile(
        rf"[^,;:。]{{0,4}}[、.)]?[^,;:。()、建创推造升]{{0,8}}(?:{either(DOUBTS.load().levels.zones)})(?:管委会)?"
    )


@kept
def _done_by(level: str) -> re.Pattern[str]:
    known = DOUBTS.load().levels
    own = either(one + word for one in (*known.higher, level) if one for word in known.own)
    who = rf"(?:(?:{own})(?!办公)|{either(known.below)})"
    return re.compile(rf"\s*{_WHEN}{who}[^,;:。\d]{{0,6}}?(?:{either(known.deeds)})")


@kept
def _done_by_others() -> re.Pattern[str]:
    known = DOUBTS.load().levels
    return re.compile(
        rf"\s*{_WHEN}[^,;:。\d经被由向与和对配合会同]{{0,6}}?(?P<who>{either(known.others)})(?:{_WHEN}|共|累计|依法)*(?:{either(known.deeds)})"
    )


@kept
def _going_on() -> re.Pattern[str]:
    known = DOUBTS.load().levels
    return re.compile(rf"\s*(?:{either([*known.going_on, *known.deeds])}|$|(?:20\d\d|今|去|上)年$)")


@kept_latest(2)
def _above(county: bool) -> re.Pattern[str]:
    known = DOUBTS.load().levels
    above = either([*known.above, *(_LEVELS if county else ())])
    return re.compile(rf"(?:{above})(?:[、和及与]?(?:{above}))*(?:级|两级|三级)?(?:人大|政协)")


@kept
def _all() -> re.Pattern[str]:
    return any_of(DOUBTS.load().levels.all)
