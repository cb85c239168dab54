"""Changes against the year before, each an indicator of its own below the one that changed.

A change gets the code of what changed with a suffix: ``FG.6.3-01-up`` is by how many per cent the cases of
``FG.6.3-01`` rose.  One code for both, told apart by ``measure``, would be shorter, but whoever joins the tables
of two districts joins them by code; so the code alone must say that two values may be set side by side.  The
direction belongs to it as well, because 下降5% and 增长5% are both the value 5.
"""

import re
from typing import Literal

from converter.caching import kept
from converter.indicators.pattern import any_of
from converter.indicators.tables import CHANGES, Change, Direction
from converter.model import Observation

_CLAUSE, _SENTENCE, _PARAGRAPH = ",;:。!?\n", "。!?\n", "\n"  # what each is cut off by
_YEAR = re.compile(r"(?:截[至止])?(20\d\d)年(?:度|底|末|全年)?")
_AGAINST = re.compile(r"(?<![同环占对])[较比](?![重例率值如])(上年|去年|上一年|同期|20\d\d年)?")
# 与2009年建区时相比, 较建区之初: the base of all that the sentence compares, up to the next one.
_BASE = re.compile(
    r"[与同和]([^,;:。!?\n]{2,20})相比|(?<![同环占对])[较比]((?:20\d\d|\d{1,2})年|[^,;:。\d]{1,8}(?:之初|初期|[成建]立时|年前|末|底))"
)
_REACH = 400  # characters before a figure in which the base of a change is named

_OVER_YEARS = re.compile(r"(?<!\d)\d{1,2}年(?:来|间|内)?(?:增|减|下降|上升|提高|翻)")  # 5年增长40%


def kinds() -> tuple[Change, ...]:
    """All kinds of change."""
    return CHANGES.load().kind


def change_of_code(code: str) -> tuple[str, Change | None]:
    """The code of what changed and the kind of change; the code itself and None where it speaks of no change."""
    found = next((kind for kind in kinds() if code.endswith(f"-{kind.suffix}")), None)
    return (code.removesuffix(f"-{found.suffix}"), found) if found else (code, None)


def change_of(observation: Observation, folded: str) -> Change | None:
    """The kind of change an observation states, if it is one against the year before and its direction is clear."""
    clause = _behind(folded, observation.span.start, _CLAUSE)
    yearly = _any("yearly").search(clause) is not None
    if not _is_yearly(clause + observation.indicator, observation.period):
        return None
    if not yearly and not _is_against_year_before(
        _behind(folded, observation.span.start, _SENTENCE), observation
    ):
        return None
    before = _behind(folded, observation.span.start, _SENTENCE if yearly else _PARAGRAPH)
    told = _any("other_base").search(before) or _any("compared_otherwise").search(clause)
    if told or _OVER_YEARS.search(clause):
        return None
    return _kind(_direction(clause), observation.unit, yearly)


def _kind(direction: Direction | None, unit: str, yearly: bool) -> Change | None:
    of_direction = [kind for kind in kinds() if kind.direction == direction]
    fitting = [kind for kind in of_direction if unit in kind.units] or [
        k for k in of_direction if not k.units
    ]
    return next((kind for kind in fitting if yearly or not kind.yearly), None)


@kept
def directions() -> frozenset[str]:
    """The words that say that something rose or fell."""
    return frozenset([*CHANGES.load().up, *CHANGES.load().down])


@kept
def change_words() -> tuple[str, ...]:
    """The words that say in a name that and how it changed."""
    return (*directions(), *CHANGES.load().beside)


def without_change(name: str) -> str:
    """A name without the words that say that and how it changed."""
    return _change().sub("", name)


@kept
def _change() -> re.Pattern[str]:
    return any_of(change_words())


def _behind(folded: str, end: int, stops: str) -> str:
    """The words from the last of ``stops`` up to ``end``."""
    before = folded[max(0, end - _REACH) : end]
    return before[max(map(before.rfind, stops)) + 1 :]


def _direction(clause: str) -> Direction | None:
    """What the last word of direction before a figure says."""
    found = _any("up", "down").findall(clause)
    if not found:
        return None
    return "up" if found[-1] in CHANGES.load().up else "down"


def _is_against_year_before(sentence: str, observation: Observation) -> bool:
    """False where the last base that a sentence names for what it compares is another than the year before."""
    bases = [first or second for first, second in _BASE.findall(sentence)]
    year = _YEAR.fullmatch(observation.period or "")
    return not bases or (year is not None and any(word in bases[-1] for word in _before(year)))


def _is_yearly(words: str, period: str | None) -> bool:
    """True where the period is a whole year and the words compare it with the year before or with nothing named."""
    year = _YEAR.fullmatch(period or "")
    if year is None:
        return False
    return all(base in _before(year) for base in _AGAINST.findall(words))


def _before(year: re.Match[str]) -> tuple[str, ...]:
    """What the year before a year is called."""
    return "上年", "去年", "上一年", "同期", f"{int(year[1]) - 1}年"


@kept
def _any(*lists: Literal["up", "down", "other_base", "yearly", "compared_otherwise"]) -> re.Pattern[str]:
    return any_of(word for name in lists for word in getattr(CHANGES.load(), name))
