"""Lists with 分别: what each of their figures is a value of."""

import re
from collections.abc import Sequence

from converter.figures.alternatives import either
from converter.figures.anaphora import is_amount, is_leaning, is_said_of
from converter.figures.discourse import NamedBefore
from converter.figures.frame import Frame
from converter.figures.list_members import AMOUNTS, ASPECT, members_in_full
from converter.figures.vocabulary import (
    clauses,
    members,
    thing,
    trimmed,
    without_change,
)
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_COMPARED = re.compile(r"(?:同比|环比|较.*|(?<![占同环对])比(?![重例率]).*)$")
_EACH = re.compile("分别|依次")
_SOARED = re.compile("(?:均|都|双双|全面)*(?:[跃迈登踏]上|再[上创]|创)了?(?:历史)?新?(?:的?大?台阶|高)$")
_FLOW = re.compile(rf"(?:{either(_KNOWN.flows)})$")
_OWN_CHANGE = re.compile(rf"(?:同比|环比)?(?:{either(_KNOWN.moves)})+")
_AGAINST = re.compile(
    "(?P<how>[高低快优好]于|高出|领先|比|较)(?P<whom>[^,]{2,}?)(?P<then>[高低多少快慢]|提高|降低|增加|减少|上升|下降|)"
)
_REACHES = re.compile("(?:超过?|达到?|接近|不足|不到|逾).")
_THESE = re.compile(r"[这该上][几\d两三四五述]?[类项个种者家].{0,6}")  # 这两类企业分别为7家和64家
LONGEST = 12  # figures; longer lists with 分别 nobody reads


def list_subjects(around: Sequence[Frame], memory: NamedBefore) -> tuple[str, ...]:
    """The names of a list ``A、B分别增长1%、2%`` that are still to be given to figures, one for each."""
    if memory.shared[1:] and _goes_on(around[0]):
        return memory.shared[1:]
    if len(around) < 2 or not around[1].joined:
        return ()
    dealt = _EACH.search(around[0].left) is not None
    goes_on = _goes_on if dealt else _is_bare
    count = 1 + next((n for n, frame in enumerate(around[1:]) if not goes_on(frame)), len(around) - 1)
    if count < 2:
        return ()
    names = _dealt_out(_with_list(around[0], count) if dealt else around[0].left, count, memory)
    if "其中" in around[0].left:
        names = [of_whole(name, memory.last) for name in names]
    own = (trimmed(frame.left) for frame in around[:count])
    return tuple(
        name if not at else _with_change(name, said)
        for at, (name, said) in enumerate(zip(names, own, strict=False))
    )


def _with_list(frame: Frame, count: int) -> str:
    """The words of a list that is dealt out, with its members where a comma stands behind them (``数量、总额,分别增长``)."""
    before = clauses(frame.gap)[:-1]
    listed = _SOARED.sub("", before[-1]) if before and _EACH.match(frame.left) else ""
    return listed + frame.left if "、" in listed and len(members(listed)) == count else frame.left


def of_whole(name: str, whole: str) -> str:
    """``name`` with what a part that only says how it grew shares with its ``whole`` (支出增长5%,其中教育增长3%)."""
    part, flow = without_change(name), _FLOW.search(without_change(whole))
    grew = name.removeprefix(part)
    told = not _OWN_CHANGE.fullmatch(grew) or part.endswith(AMOUNTS) or ASPECT.search(part) is not None
    return name if told or not flow or grew.startswith("改") else part + flow[0] + grew


def _goes_on(frame: Frame) -> bool:
    """True where a figure is the next of a list: bare, or with a change of its own (分别增长5%、下降3%)."""
    return frame.is_bare or (frame.joined and _OWN_CHANGE.fullmatch(trimmed(frame.left)) is not None)


def _is_bare(frame: Frame) -> bool:
    return frame.is_bare


def _with_change(name: str, said: str) -> str:
    return without_change(name) + said if said else name


def _dealt_out(left: str, count: int, memory: NamedBefore) -> list[str]:
    """A name for each of ``count`` figures behind ``left``; none where ``left`` does not name as many."""
    subjects, *rest = _EACH.split(left, maxsplit=1)
    words = trimmed(left)
    if rest:
        said, named = trimmed(rest[0]), trimmed(_COMPARED.sub("", subjects))
    else:
        named = "" if is_said_of(words) else without_change(words)
        said = words.removeprefix(named)
    if not named and (against := _AGAINST.fullmatch(trimmed(subjects) + said)):
        # 增长6%,分别高于全国、全省1个、2个百分点: of one thing, each against another.
        whom = members(against["whom"])
        if memory.last and len(whom) == count:
            return [memory.last + against["how"] + one + against["then"] for one in whom]
    if rest and left.endswith("的") and _REACHES.match(said):
        said += "的"  # 分别超过全省的6%、7%: shares of it
    each = members_in_full(named, count) if named else []
    if len(each) >= count and (rest or len(each) == count):
        return [name + (f"{said}比" if said.endswith("占") else said) for name in each[-count:]]
    before = [name if name.endswith("占比") else without_change(name) for name in memory.names[-count:]]
    leans = not named or _THESE.fullmatch(named) or is_leaning(named) or is_said_of(named) or is_amount(named)
    if not leans or len(before) < count or len(each) > 1:
        return []
    # 办理建议3件、提案5件,满意率分别达98%和99%: each of those before.
    named = "" if _THESE.fullmatch(named) else named
    return [(thing(name) if named else name) + named + said for name in before]
