"""Result, norm, target or base: the chapter's role and the words around the number (``statuses.toml``)."""

import re

from converter.figures.alternatives import either, ends, guarded, starts
from converter.figures.period import without_carried
from converter.figures.tables import STATUSES
from converter.figures.vocabulary import VERB
from converter.model import Status

_KNOWN = STATUSES.load()
_NOT_TARGET = re.compile(either(_KNOWN.target.not_words))
_TARGET = re.compile(either(_KNOWN.target.words))
_TARGET_OR_NOT = re.compile(either([*_KNOWN.target.words, *_KNOWN.target.not_words]))
_LASTING = re.compile(
    rf"(?:{either(_KNOWN.target.lasting)})(?!.*(?:{either(_KNOWN.target.reached)}))", re.DOTALL
)
_AHEAD = re.compile(either(_KNOWN.target.ahead))
_PAST = re.compile(
    rf"(?<![较比同占])(?:{either(_KNOWN.target.past)})(?!同期|相比)"
    rf"(?!.*(?:{either(_KNOWN.target.present)}))",
    re.DOTALL,
)
_HEAD_MARK = ":"  # ends every one of them
_HEAD = re.compile(either(_KNOWN.target.heads))
_NORM = re.compile(either(_KNOWN.norm.words))
_LEAST = tuple(_KNOWN.norm.least)
_EVERY = re.compile(rf"(?:{either(_KNOWN.norm.every)}).*(?:{either(_LEAST)})$")
_NORM_STARTS = starts(_KNOWN.norm.after)
_NORM_AFTER = re.compile(either(_KNOWN.norm.after))
_FROM = re.compile(rf"(?:{guarded(_KNOWN.base.from_, before=_KNOWN.base.from_not_before)})[^,;:。]{{0,16}}$")
_TURN = re.compile(rf"(?:{either(_KNOWN.base.straight)})|[^,;:。\d]{{0,6}}?,?(?:{either(_KNOWN.base.turn)})")
_AGAINST = re.compile(
    rf"(?<![占环对同相])(?:{either(_KNOWN.base.against)})[^,;。\d]{{0,6}}(?:\d{{4}}年)?[^,;。\d]{{0,8}}的$"
)
_DIFFERS = re.compile(rf"[^,;。\d]{{0,4}}(?:{either(_KNOWN.base.differs)})")
_PLANNED = re.compile(rf"(?:^|[,;:]|[年月市区县省局共还])计划(?={VERB})(?!完成[率情])")
_EARLIER = re.compile(
    rf"(?<![较比于])(?<![较比]\w)(?:{either(_KNOWN.base.earlier)})(?:为|是|仅|仅有|只有|仅为)?$"
)
_DONE_OF = re.compile("已经?[^,;:。]{2,6}的$")  # 已开工的57个项目要加快
_EARLIER_ENDS = ends([*_KNOWN.base.earlier, *"为是仅有"])


def looks_back(before: str) -> bool:
    """True where the sentence speaks of the year before (去年…), and not only compares with it."""
    return _PAST.search(before) is not None


def still_announced(before: str) -> bool:
    """True where an announcement earlier in the sentence (力争…) holds on to the end of ``before``."""
    return _LASTING.search(before) is not None


def lies_ahead(before: str) -> bool:
    """True where such an announcement, if one holds on, is of the year to come (下一步…)."""
    return _AHEAD.search(before) is not None


def announces(sentence: str) -> bool:
    """True where a sentence heads a list of targets (主要预期目标是:…)."""
    return _HEAD_MARK in sentence and _HEAD.search(sentence) is not None


def status_of(planned: bool, clause: str, after: str) -> Status:
    """The status of a number behind ``clause`` (its clause up to the number) and before ``after``.

    ``planned`` is true where the chapter or the period already says that it lies ahead.
    """
    clause = without_carried(clause)
    if (_FROM.search(clause) and _TURN.match(after)) or (
        clause[-1:] in _EARLIER_ENDS and _EARLIER.search(clause)
    ):
        return "base"
    if clause.endswith("的") and _AGAINST.search(clause) and _DIFFERS.match(after):
        return "base"
    every = clause.endswith(_LEAST) and _EVERY.search(clause)
    if every or _NORM.search(clause) or (after[:1] in _NORM_STARTS and _NORM_AFTER.match(after)):
        return "norm"
    if planned and _DONE_OF.search(clause):
        return "result"
    if planned or _is_announced(clause) or ("计划" in clause and _PLANNED.search(clause)):
        return "target"
    return "result"


def _is_announced(clause: str) -> bool:
    return bool(_TARGET_OR_NOT.search(clause) and _TARGET.search(_NOT_TARGET.sub("", clause)))
