"""What the words of a figure take from before it, where they do not say themselves what they count."""

import re
from collections.abc import Sequence

from converter.indicators.setting import Setting
from converter.indicators.stripped import (
    bare,
    has_object,
    is_elliptical,
    neutral,
    object_phrase,
    objects,
    without_done,
)
from converter.indicators.tables import OBJECTS
from converter.model import Observation

_STOP = re.compile(r"[,;:。!?()\n]")
_FIGURES = 8
_REACH = 200  # characters before a figure in which its object may be named
_LIMIT = re.compile(r"(?:涉及|涉|因|关于|针对|对)[^,;:。]*$|[^,;:。的]{2,}的$")


def taken(observations: Sequence[Observation], at: int, setting: Setting) -> str:
    """The nearest object before, with what narrows it; empty where none is clear.

    It is that of the figures before, of the words between, of the paragraph's words, or of the heading.
    """
    one = observations[at]
    end, found = one.span.start, ""
    for before in reversed(observations[max(0, at - _FIGURES) : at]):
        if before.paragraph != one.paragraph or before.cell:
            break
        between = setting.folded[before.span.end : end]
        if not found and objects().search(between):
            return _last_object(between)
        phrase = object_phrase(bare(before.indicator, setting.own).partition("（")[0])
        if found and not _joins(between, phrase, found):
            return found
        found = phrase if phrase in found else phrase + found
        end = before.span.start
    return found or _of_the_paragraph(one, end, setting)


def of_the_paragraph_before(observations: Sequence[Observation], at: int, setting: Setting) -> str:
    """The object of the figure before a paragraph that goes on from it, as it begins with what was done (已审理终结198件)."""
    one, first = observations[at], at
    while first and observations[first - 1].paragraph == one.paragraph:
        first -= 1
    if not first or not is_elliptical(bare(observations[first].indicator, setting.own)):
        return ""
    before = observations[first - 1]
    between = setting.folded[before.span.end : observations[first].span.start]
    same = setting.headings.get(before.paragraph) == setting.headings.get(one.paragraph)
    apart = "".join(between.split("\n")[1:-1]).strip() or has_object(between)
    goes_on = same and not before.cell and not apart
    return object_phrase(bare(before.indicator, setting.own)) if goes_on else ""


def counted_together(words: str) -> bool:
    """True where words name objects that one figure behind them is of together."""
    return any(all(word in words for word in both) for both in OBJECTS.load().together)


def _joins(between: str, phrase: str, found: str) -> bool:
    """True where ``phrase``, counted before, is counted together with ``found`` (建议3件、提案5件,办结率)."""
    if not _STOP.search(between):
        return True
    one_list = len(_STOP.findall(between)) == 1 and "," in between
    return one_list and not counted_together(found) and counted_together(phrase + found)


def _of_the_paragraph(one: Observation, end: int, setting: Setting) -> str:
    start = max(setting.folded.rfind("\n", 0, end) + 1, end - _REACH)
    heading = setting.headings.get(one.paragraph, "")
    return _last_object(setting.folded[start:end]) or _last_object(heading)


def _last_object(words: str) -> str:
    """The last object that words name; empty where they name none, or narrow it."""
    for clause in reversed(_STOP.split(words)) if has_object(words) else ():
        if found := list(objects().finditer(clause)):
            if counted_together(clause):
                return "".join(
                    next(both for both in OBJECTS.load().together if all(w in clause for w in both))
                )
            before = neutral().sub("", without_done(clause[: found[-1].start()]))
            return "" if _LIMIT.search(before) else found[-1][0]
    return ""
