"""The noun behind a number: the things it counts."""

import re

from converter.caching import kept_latest
from converter.figures.alternatives import either, guarded, starts
from converter.figures.vocabulary import ACTION, VERB, first_item, first_verb, trimmed, without_preposition
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_BOUND = re.compile(r"^\s*(?:/[^,;:。、\s]{1,8})?(?:以上|以下|以内|左右)?")  # 0.5万人次/公里·日
_BOUND_STARTS = frozenset((" ", "\n", "/", "以", "左"))
_DESCRIBED = re.compile(rf".*(?:{VERB}|{either(_KNOWN.describing)}).*的(?P<noun>[^的、]{{2,}})")
# 由专家领衔的实验室 is a laboratory; 会计、法律等服务机构 are institutions.
_BY = ("由", "被")
_BY_WHOM = re.compile(r"[由被][^的]{2,20}的(?P<noun>[^的、]{2,})$")
_SUCH_AS = re.compile(
    r"[^、等]{2,20}(?:、(?![多数几各\d])[^、等]{2,20})+等(?![级待额同])"
    rf"(?P<noun>[^的、]{{3,20}}|(?:(?!{ACTION})[^的、]){{3,8}}的[^的、]{{2,6}})$"
)
_WHO_DID = re.compile(rf"[^、等]{{2,}}{ACTION}(?!的)[^、等]")
# 1项实施满两年的决策: what was done to it tells which thing it is.
_DONE_OF = re.compile(rf"(?:{VERB}|到|赴|前往)[^,、的]{{1,12}}的(?P<noun>[^的、]{{2,}})$")
_MOVED_STARTS = starts([*_KNOWN.growing.manner, *_KNOWN.moves])
_MOVED = re.compile(rf"(?:{either(_KNOWN.growing.manner)})*(?:{either(_KNOWN.moves)})+[到至为]")  # 迅速增长至
_STATE = re.compile(rf"(?:{either(_KNOWN.states)})[^的、]{{2,}}的(?P<noun>[^的、]{{4,}})")
_PREDICATE = re.compile(
    rf"(?<=..)(?:{guarded(_KNOWN.predicates, behind=_KNOWN.tail_not_behind, before=_KNOWN.lead_not_before)})(?!.*的).*$"
)
_ALL = re.compile(rf"(?<=..)(?:全部|均|都|已经?)+(?={VERB})")
_WHERE_TO = re.compile(r"[至给](?<=.{5}).*$")
_ACCORDING = re.compile("(?<=..)(?:按照|根据|依据|依照)[^,、]{2,16}?的(?:要求|标准|规定)")
_BY_DAY = re.compile(r"(?<=..)(?:在|于)?\d{1,2}月(?:\d{1,2}日|底|初|中旬)")  # 188个项目4月15日前开工
# 以3家企业为重点: what is done with them is none of their name.
_AS_WHAT = re.compile("(?<=..)为(?:重点|抓手|核心|目标|载体|主体|基础|导向|主线|契机|依托|支撑|突破口)$")
_IN_ONE = re.compile("(?<=..)集[^集]{2,30}[为于]一体.*$")  # 院落集商贸、会展为一体
_AND_TITLE = re.compile("(?:[、和及]|以及)《.*$")
_LIKE = re.compile(
    rf"(?<=..)(?<![高平初中同优对一二三特])等(?![级待额同次])(?:各类|各种|各项)?(?:(?P<noun>{either(_KNOWN.generic)})|.*)$"
)
# 57个项目要加快建设, 7%的速度并不容易: what is said of them is none of their name.
_SAID = re.compile(
    rf"(?<=..)(?:(?<![{_KNOWN.tail_not_behind['要']}])要(?![{_KNOWN.lead_not_before['要']}件])|并[不非]|(?:应当|必须)).*$"
)
_WITH = re.compile("[与对在向]")
_STOP = re.compile(guarded(_KNOWN.stops, before=_KNOWN.stop_not_before))
_STOP_STARTS = starts(_KNOWN.stops)
_NO_THING = re.compile(rf"[居占达超一半\dA-Z]|^(?:{either([*_KNOWN.amounts, *_KNOWN.aspects])})")
_LONGEST_LIST = 28  # characters
_LONG = 20  # characters; names that annotators give are rarely longer


@kept_latest(4096)  # the frame of a figure asks, and its case
def counted(right: str, closed: bool = False) -> str:
    """The noun behind a number, empty where none follows; a list of them where no other number stands in it (``closed``)."""
    right = unbound(right)
    first = right[:1]
    if match := (first in _BY and _BY_WHOM.match(right)) or (
        "等" in right and not _WHO_DID.match(right) and _SUCH_AS.match(right)
    ):
        return trimmed(match["noun"])
    if (first in _STOP_STARTS and _STOP.match(right)) or (first in _MOVED_STARTS and _MOVED.match(right)):
        of = _DONE_OF.match(right)
        return trimmed(of["noun"]) if of else ""
    right = _BY_DAY.split(right, maxsplit=1)[0] if "月" in right else right
    right = _ACCORDING.sub("", right) if "的" in right else right
    right = _IN_ONE.sub("", right) if "集" in right else right
    right = _WHERE_TO.sub("", right) if "至" in right or "给" in right else right
    right = _AND_TITLE.sub("", right) if "《" in right else right
    right = _AS_WHAT.sub("", right) if "为" in right else right
    right = _SAID.sub("", right)
    if "的" in right and (
        (match := _STATE.match(right)) or (len(right) > _LONG and (match := _DESCRIBED.match(right)))
    ):
        right = match["noun"]
    noun = trimmed(right if closed and _is_list(right) else _without_like(first_item(right)))
    return without_preposition(noun)


def _is_list(right: str) -> bool:
    """True for things in a row (3起虚假宣传、串通投标案例), false where the row goes on with what was done."""
    first, *others = right.split("、")
    only_verb = first_verb(first) == first and first not in _KNOWN.nominal
    named = all(
        len(item) > 1 and (first_verb(item) == "" or only_verb) and not _NO_THING.search(item)
        for item in others
    )
    return (
        bool(others and first)
        and named
        and len(right) <= _LONGEST_LIST
        and "等" not in right
        and "的" not in others[-1]
    )


def unbound(right: str) -> str:
    """The words behind a number without 以上, 左右 and the like."""
    return _BOUND.sub("", right) if right[:1] in _BOUND_STARTS else right


def _without_like(noun: str) -> str:
    """``强降雨等灾害`` is told by its example; but not ``企业与某平台等开展合作``."""
    match = _LIKE.search(noun) if "等" in noun else None
    known = match and not _WITH.search(noun, 0, match.start())
    return _LIKE.sub(r"\g<noun>", noun) if known else noun


def without_all(noun: str) -> str:
    """``noun`` without 全部, 均 and the like before what was done: a name says it of each (建议全部办结 → 建议办结)."""
    return _ALL.sub("", noun)


def without_predicate(noun: str) -> str:
    """``noun`` up to where it says what was done with the thing counted."""
    return _PREDICATE.sub("", noun)
