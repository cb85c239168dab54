"""What the figures told before a figure say of its code: that it is of the same, of a part, or of something that no entry knows."""

from collections.abc import Mapping

from converter.indicators.setting import Setting
from converter.indicators.stripped import (
    bare,
    first_done,
    is_elliptical,
    object_phrase,
    says_other_time,
    without_done,
)
from converter.indicators.tables import OBJECTS
from converter.indicators.wordings import Said
from converter.model import Observation


def code_of_other_year(
    one: Observation, before: Observation | None, words: Said, told: Mapping[str, Observation]
) -> str | None:
    """The code of the figure just before, where this one says but that it is the same of another time (上年同期为733件)."""
    if not before or before.sentence != one.sentence or before.period == one.period:
        return None
    same = (before.unit, before.measure) == (one.unit, one.measure)
    return told[before.id].code if same and says_other_time(words.clause) else None


def leaves_out_part(one: Observation, code: str, told: Mapping[str, Observation]) -> bool:
    """True where a part would have the code of its whole: its words leave out what makes it a part.

    The whole is any figure before it in the paragraph: of two wholes told together, 建议14件、提案6件, a part is linked with one.
    """
    if not (one.link and one.link.relation == "part_of") and "（" not in one.indicator:
        return False
    return any(before.code == code and before.paragraph == one.paragraph for before in told.values())


def told_otherwise(
    observations: tuple[Observation, ...], at: int, code: str, told: Mapping[str, Observation]
) -> bool:
    """True where a figure before states another value of the same (调处640件,调解成功627件).

    It does in the same sentence, and in the paragraph where it is the greater one: what is told behind it is of a part.
    """
    one = observations[at]
    for place in range(at - 1, -1, -1):
        before = told[observations[place].id]
        if before.paragraph != one.paragraph:
            return False
        same = (before.code, before.period, before.status) == (code, one.period, one.status)
        part = before.value > one.value and one.measure == "level"
        if same and (part or (before.sentence == one.sentence and before.value != one.value)):
            return True
    return False


def comes_with_unknown(
    observations: tuple[Observation, ...], at: int, told: Mapping[str, Observation]
) -> bool:
    """True for what comes with cases told just before in its sentence of which no entry knows what narrows them."""
    known, one = OBJECTS.load(), observations[at]
    if not at or not any(word in one.indicator for word in known.companions):
        return False
    before = told[observations[at - 1].id]
    cases = before.sentence == one.sentence and any(word in before.indicator for word in known.cases)
    return cases and before.measure == "level" and before.code is None


def goes_on_with_unknown(
    observations: tuple[Observation, ...],
    at: int,
    told: Mapping[str, Observation],
    way: str,
    setting: Setting,
) -> bool:
    """True for what was done to a thing told just before of which no entry knows what it is, though its heading names one.

    立案查处林业行政案件168件,办结162件: the heading speaks of penalties, the sentence of other cases.
    """
    one, before = observations[at], told[observations[at - 1].id] if at else None
    if not before or before.sentence != one.sentence or before.code or before.measure != "level":
        return False
    if object_phrase(way) in setting.folded[one.sentence.start : one.span.start]:
        return False
    thing, told_before = (without_done(bare(named.indicator, setting.own)) for named in (one, before))
    known = not thing or thing in way or is_elliptical(thing)
    return not known and told_before.endswith(thing) and first_done(before.indicator) != ""
