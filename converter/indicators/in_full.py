"""A name in full: with what the words behind its figure add to it, and with its short words spelled out."""

import re

from converter.indicators.setting import Setting
from converter.indicators.stripped import bare, object_phrase
from converter.indicators.tables import OBJECTS
from converter.model import Observation

_NEXT = re.compile(r"[、和及与]\d")
_REACH = 120  # characters; no clause is longer


def in_full(name: str, behind: str, one: Observation, setting: Setting) -> str:
    """The name with the list behind the figure of which it has but the first (5件建议、提案), a short word in full."""
    if behind := bare(behind, setting.own):
        first, mark, rest = behind.partition("、")
        if mark and first and name.endswith(first):
            rest = _NEXT.split(rest, maxsplit=1)[0]
            name = name if re.search(r"\d", rest) else f"{name}、{rest}"
        name += _then(name, behind)
    for short, full in OBJECTS.load().short.items():
        if short not in name or full in name:
            continue
        named = object_phrase(name)
        if (not named or named.endswith(short)) and full in _told_before(name, one, setting):
            name = name.replace(short, full)
    return name


def _told_before(name: str, one: Observation, setting: Setting) -> str:
    """The words before a figure in which what its name calls by a short word may stand in full."""
    start, end = max(0, one.span.start - _REACH), one.span.start
    if any(word in name for word in OBJECTS.load().told_of):
        return setting.folded[start:end].rpartition("\n")[2]
    heading = "" if object_phrase(name) else setting.headings.get(one.paragraph, "")
    return f"{heading};{setting.folded[max(one.sentence.start, start) : end]}"


def _then(name: str, behind: str) -> str:
    """What follows the noun behind a figure where only that tells what was counted (356名执法人员参加考试)."""
    if behind.startswith(OBJECTS.load().then):
        return behind
    longest = min(len(behind) - 1, len(name)) if behind[:2] in name else 0
    for length in range(longest, 1, -1):
        if name.endswith(behind[:length]):
            rest = behind[length:]
            return rest if rest.startswith(OBJECTS.load().then) else ""
    return ""
