"""A name by itself: whether it was cut in the middle of something, and whether it says what is counted."""

import re

from converter.caching import kept_latest
from converter.figures.alternatives import either, ends, guarded, starts
from converter.figures.anaphora import is_amount, is_leaning
from converter.figures.deeds import is_deed
from converter.figures.numerals import HANZI
from converter.figures.topic import is_thin
from converter.figures.vocabulary import first_verb, unranked, without_change
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("【", "】"))
_MARKS = frozenset("“”《》（）()【】")
_LAST = ends([*_KNOWN.odd_ends, *"的了着之、且,;:。(（“《-及与和中"])
_BAD_START = "的了着之、和及与且,;:。)）”》-"
_FIRST = starts([*_KNOWN.odd_starts, *_BAD_START])
_STARTS = re.compile(rf"[{_BAD_START}]|(?:{guarded(_KNOWN.odd_starts, before=_KNOWN.lead_not_before)})")
_ENDS = re.compile(
    rf"(?:[的了着之、且,;:。(（“《-]|在[^在]{{2,}}(?<![初高集])中|(?<![普涉惠])及|(?<!参)与|(?<!共)和|{guarded(_KNOWN.odd_ends, behind=_KNOWN.tail_not_behind)})$"
)
# 时限压缩65, 核电站一个: a number that is none of the name's.
_NUMBER = re.compile(
    rf"[\u4e00-\u9fff、 ]\d[\d. ]*$|.[{HANZI}]+[个座台项家所条件]$|^\d{{1,2}}[日时]|^\d{{1,4}}(?:大[\u4e00-\u9fff“]|[个项条家座]|分(?!钟))"
)
_NUMBER_LAST = frozenset(". 个座台项家所条件\n")  # or a digit
_PLACED = [word for word in _KNOWN.ranking if not word.endswith("得")]  # 获得贷款 tells of what
_CHANGE_ALONE = rf"(?:同比|环比|年均|平均|每年|全年|实际|名义|[较比].{{1,10}}?)*(?:{either(_KNOWN.moves)})+[到至为]?|(?:{guarded(_PLACED, before=_KNOWN.anaphoric_not_before)}|高于|低于|快于|优于|多于|少于).*"
_OF_NOBODY = re.compile("^[^占]*中(?:所占)?的(?:比重|比例|份额)$")  # 社会零售中的比重: whose?
_SHARE_ENDS = ends(("比重", "比例", "份额"))
_HEADS = tuple({*_KNOWN.generic, *_KNOWN.general})
_WITHIN = ("中", "里", "内")  # 在六个城区中排名: who?
_GOING_ON = "(?:正在|仍在|尚在|已经).{2,4}|.{1,3}年将.{2,4}"
_ALL_OF_THEM = re.compile(
    rf"(?:前|后|上述|以上|这|其他)?[{HANZI}](?:项|者|类)(?!目)|上述"
)  # 两项增速, 后三项: which?
_OF_NOTHING = re.compile(rf"{_ALL_OF_THEM.pattern}|(?:{_GOING_ON}|{_CHANGE_ALONE})\Z")
_SHORT = 4  # characters; a name as short says too little where it ends in a general noun (执法单位)
_THIN = 3  # characters; a name as short says too little, but for a few
_VERB = 2  # characters
_TO_WHOM = re.compile("^向[^的]{2,10}?(?=..$)")  # 向公安机关移送


@kept_latest(4096)  # asked for its clause and for its doubts
def is_broken(name: str) -> bool:
    """True where a name is cut in the middle of something: words, quotation marks, brackets."""
    if not name or (not name.isalnum() and not _MARKS.isdisjoint(name) and _is_unpaired(name)):
        return True
    first, last = name[0], name[-1]
    if (first in _FIRST and _STARTS.match(name)) or (last in _LAST and _ENDS.search(name)):
        return True
    may_end = last in _NUMBER_LAST or last.isdecimal() or first.isdecimal()
    return may_end and _NUMBER.search(name) is not None


def _is_unpaired(name: str) -> bool:
    return any(name.count(opening) != name.count(closing) for opening, closing in _PAIRS)


@kept_latest(4096)  # a thing that says too little is asked for twice
def says_too_little(name: str) -> bool:
    """True for a bare verb, a rate or an amount of nothing, a general noun, a change of nothing."""
    thing = without_change(name)
    if name.endswith("排名"):
        of = unranked(name.removesuffix("排名"))
        return bool(is_amount(of) or of.endswith(_WITHIN) or len(of) < _THIN or _ALL_OF_THEM.match(of))
    if name in _KNOWN.short_names or thing in _KNOWN.short_names:
        return False
    if name.endswith("率") and len(name) > _SHORT and "、" not in name:
        return False
    if (
        (name[-1:] in _SHARE_ENDS and _OF_NOBODY.search(name))
        or is_deed(_TO_WHOM.sub("", name) if name.startswith("向") else name)
        or is_leaning(name)
        or is_amount(thing)
        or _OF_NOTHING.match(name)
    ):
        return True
    if is_thin(name) and "各" in name:
        return True
    short = len(thing) <= _THIN or (len(name) <= _SHORT and name.endswith(_HEADS))
    return short and not _says_what_was_done(thing)


def _says_what_was_done(thing: str) -> bool:
    """True for what was done and to what (审结案件): as short as it is, a reader knows what is counted."""
    verb = first_verb(thing)
    return verb != "" and len(thing) - len(verb) >= _VERB
