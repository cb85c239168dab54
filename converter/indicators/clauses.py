"""The words of a figure's clause, before it and behind it."""

import re

from converter.indicators.setting import Setting
from converter.model import Observation

JOINING = "(?:[、及与]|和(?!解))"
_JOINT = re.compile(JOINING)
_STOPS = ",;:。!?()\n"
_UP_TO_STOP = re.compile(f"[{re.escape(_STOPS)}]")
_WITHIN = re.compile(
    r"\(([^(),;:。]{1,6})\)(?=、?[\u4e00-\u9fff]{2,})"
)  # brackets inside a name (乡镇(街道)政府)
_REACH = 120  # characters; no clause is longer


def words_before(one: Observation, before: Observation | None, setting: Setting) -> str:
    """The words of the figure's clause before it, from the figure before or the last stop."""
    start = max(one.sentence.start, before.span.end if before else 0, one.span.start - _REACH)
    words = setting.folded[start : one.span.start]
    words = _WITHIN.sub(r"\1", words) if "(" in words else words
    clause = _UP_TO_STOP.split(words)[-1]
    if clause == words and before and start == before.span.end:
        return _JOINT.split(words)[-1]  # before it stands what the figure before counts
    return clause


def words_behind(one: Observation, setting: Setting) -> str:
    """The words of the figure's clause behind it."""
    stop = _UP_TO_STOP.search(setting.folded, one.span.end, one.span.end + _REACH)
    behind = setting.folded[one.span.end : stop.start() if stop else one.span.end + _REACH]
    return behind.removeprefix("以上").removeprefix("左右")
