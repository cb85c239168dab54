"""Passages about several years: what these add up is of all of them, also where a sentence does not say so."""

import re
from collections.abc import Iterator, Sequence

from converter.figures.alternatives import either
from converter.figures.period_patterns import A_YEAR, FIVE_YEARS
from converter.figures.tables import PERIODS
from converter.model import Measure, Status

_KNOWN = PERIODS.load().several
_YEARS = rf"(?:过去|这|今后|未来)的?[三四五]年|(?<!近)[三四五]年来|“?{FIVE_YEARS}”?(?:以来|期间|时期)"
# 五年来,我们…; --这五年高质量发展…
_LEAD = re.compile(rf"[^\w“]{{0,6}}(?:一是|[一二三四五六七八九十]+、)?(?P<lead>{_YEARS})(?![的末各])")
_HEADING = re.compile(rf"(?P<lead>{_YEARS})|五年(?:工作)?回顾")
_A_YEAR = re.compile(r"(?<![到从由比较与和及至、-])(?:19|20)\d\d年(?!以来|底|的|[-~至到])")
_ONE_YEAR = re.compile(rf"{either(_KNOWN.one)}|{_A_YEAR.pattern}")
_COUNTED = re.compile(r"\d")
_REACHED = re.compile(either(_KNOWN.reached))
_TO_COME = ("今后", "未来")
_OPENING = 24  # characters
_YEARLY = re.compile(either(_KNOWN.yearly))


def of_heading(heading: str) -> str:
    """The years that all of a chapter is about (过去五年工作回顾), empty where its heading names a single year as well."""
    if re.search(rf"{A_YEAR.pattern}年|一年", heading):
        return ""
    told = {found["lead"] or "过去五年" for found in _HEADING.finditer(heading)}
    return told.pop() if len(told) == 1 else ""


def led_by(sentences: Sequence[str], lead: str) -> Iterator[str]:
    """For each sentence of a paragraph the several years that it is about, ``lead`` at its beginning.

    One that begins with them holds for those behind it if it stands first or counts nothing itself, until one names a
    single year.
    """
    for at, sentence in enumerate(sentences):
        opening = sentence[:_OPENING]
        found = _LEAD.match(opening) if "年" in opening or "五" in opening else None
        if not found and lead and (_ONE_YEAR.search(opening) or _A_YEAR.search(sentence)):
            lead = ""
        yield found["lead"] if found else lead
        if found and (at == 0 or not _COUNTED.search(sentence, found.end())):
            lead = found["lead"]


def is_of_all(lead: str, status: Status, measure: Measure, clause: str, after: str) -> bool:
    """True for what the years of ``lead`` add up to, or what is aimed at in years to come."""
    if not lead:
        return False
    if status == "target":
        return lead.startswith((*_TO_COME, "“", "十"))
    return status == "result" and not lead.startswith(_TO_COME) and _adds_up(measure, clause, after)


def _adds_up(measure: Measure, clause: str, after: str) -> bool:
    """True for what several years add up to or change by, and not what there is at their end or in one of them."""
    if measure not in ("level", "change") or _YEARLY.search(clause) or _YEARLY.match(after):
        return False
    return not _REACHED.search(clause)
