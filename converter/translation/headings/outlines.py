"""Parts of work reports: what they are about, and when (``“十四五”时期和2025年工作回顾``)."""

import re
from itertools import pairwise

from converter.caching import kept, kept_latest
from converter.translation.headings.table import found, patterns

_AND = "和|及|与|、|以及"


@kept_latest(1024)
def outline(words: str) -> str | None:
    """What a part of a work report is about, and when (``“十四五”时期和2025年工作回顾``)."""
    if whole := _part(words):
        return whole
    for joint in re.finditer(_AND, words):
        # A list of many members is looked at once from each of them on.
        first = _part(words[: joint.start()])
        if first and (second := outline(words[joint.end() :])):
            return f"{first} and {second}"
    return None


def _part(words: str) -> str | None:
    part = _part_pattern().fullmatch(words)
    if part is None:
        return None
    periods = [_period(one) for one in re.split(_AND, part["when"])]
    said = [found("part", one) for one in _parted(part["what"])]
    # Only the last leads to when it was: Targets and Tasks FOR the Next Five Years.
    *others, last = [one or "" for one in said]
    names = " and ".join([*(one.rpartition(" ")[0] for one in others), last])
    return f"{names} {' and '.join(periods)}"


def _parted(what: str) -> list[str]:
    """What a part says, cut where a list has all of its members among the words of parts."""
    if found("part", what):
        return [what]
    cuts = list(re.finditer(_AND, what))
    edges = [(0, 0), *((cut.start(), cut.end()) for cut in cuts), (len(what), len(what))]
    return [what[a[1] : b[0]] for a, b in pairwise(edges)]


def _period(words: str) -> str:
    for pattern, english in patterns("period"):
        if period := pattern.fullmatch(words):
            return english.format(*period.groups())
    return words


@kept
def _part_pattern() -> re.Pattern[str]:
    period, part = (
        "|".join(f"(?:{re.sub(r'[(](?![?])', '(?:', pattern.pattern)})" for pattern, _ in patterns(kind))
        for kind in ("period", "part")
    )
    return re.compile(
        f"(?P<when>(?:{period})(?:(?:{_AND})(?:{period}))*)的?(?:政府)?(?P<what>(?:{part})(?:(?:{_AND})(?:{part}))*)"
    )
