"""Names of things that something was done to or for, as told behind the number: ``对15件文件重新梳理``, ``为9家企业提供服务``."""

import re

from converter.figures.alternatives import ends, one_of
from converter.figures.discourse import NamedBefore
from converter.figures.noun import unbound
from converter.figures.unnamed import UnnamedFigure
from converter.figures.vocabulary import ACTION, final_verb, first_item, first_verb, trimmed, who_did_what
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_LEAD = one_of([*_KNOWN.lead, *_KNOWN.places])
# 对原有部门制发的15件文件: whose they are, or which.
_TOWARDS = re.compile(
    rf"\s*(?:(?:{_LEAD})*?|(?P<who>[^,\d]{{2,12}}))(?P<how>对|(?<![列作成])为|(?<!供)给|向)(?:{_LEAD})*(?:(?P<which>[^,]+的)|[^,的]{0, 5}(?:内|所有|全部))?"
)
_LAST = frozenset("对为给向的内有部") | ends([*_KNOWN.lead, *_KNOWN.places])
_TREATING = one_of(_KNOWN.treating)
_HOW = re.compile(rf"(?:{_TREATING})+$")
_LIGHT = re.compile(rf"(?:{_TREATING})+(?=..)")  # 开展检查 is to check
# 部门进行法治督察: what is done to them begins before the last verb.
_INSIDE = re.compile("..(?:进行|开展|实施|予以|给予)了?.")
_AND_TO = re.compile(rf"(?<=..)以及[^,、]{{2,10}}?(?={ACTION})")  # 向9个企业以及一批机构派出干部
_NOT = re.compile("[不未无]")
_NOMINAL = tuple(_KNOWN.nominal)
_LONGEST = 24  # characters of what was done to them; more is a story
_DONE = 6  # characters; what is told as shortly may be those alone for whom it was done
_THING = 2  # characters


def dealt_with(case: UnnamedFigure, _: NamedBefore) -> str:
    """What was done behind ``对`` and to which things (梳理文件), for whom and what (为企业提供服务); empty where it is not told."""
    led_to = case.frame.right and case.frame.left[-1:] in _LAST
    towards = _TOWARDS.fullmatch(case.frame.left) if led_to else None
    told = trimmed(_AND_TO.sub("", first_item(unbound(case.frame.right)))) if towards else ""
    if (
        not towards
        or len(told) > _LONGEST
        or told.startswith("的")
        or case.quantity.unit in _KNOWN.named_before
    ):
        return ""
    if towards["how"] == "对" and not towards["who"] and (name := _deed_first(told)):
        return name
    who, verb, what = who_did_what(told)
    done = (
        (who and verb and what)
        or "不予" in told
        or _INSIDE.search(told)
        or _tells_all(case, towards["how"], told)
    )
    return towards["how"] + told if done else ""


def _tells_all(case: UnnamedFigure, how: str, told: str) -> bool:
    """True where ``told`` says for whom something was done, and what: of one clause, and none of a list."""
    alone = case.frame.closed and "、" not in case.frame.right
    return alone and how != "对" and len(told) >= _DONE and first_verb(told) == ""


def _deed_first(told: str) -> str:
    """``文件重新梳理`` as 梳理文件, empty where no single verb ends it."""
    run = final_verb(told)
    verb = _LIGHT.sub("", run, count=1)
    things, how = _HOW.subn("", told.removesuffix(run))
    whole = how or verb != run or not verb.endswith(_NOMINAL)
    if (
        not verb
        or not whole
        or len(things) < _THING
        or _NOT.search(things)
        or _INSIDE.search(things)
        or who_did_what(things)[1]
    ):
        return ""
    return verb + things
