"""The words around each number of a sentence, up to what bounds them on either side."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.between import is_among, tells_of_each, who_did, without_next
from converter.figures.bounded import REACH, Bounded, is_joint
from converter.figures.noun import counted
from converter.figures.quantity import Quantity
from converter.figures.vocabulary import ACTION, final_verb, first_item, trimmed
from converter.figures.wording import NAMING

_KNOWN = NAMING.load()
# 新(改)建: brackets around a part of a word bound nothing.
_ALTERNATIVE = re.compile(r"(?<=[\u4e00-\u9fff])\((?!下同)([^(),;:\d]{1,4})\)(?=[\u4e00-\u9fff\d])")
# 为3家医院招聘专家9名: to whom something is done, and what.
_TO_WHOM = tuple("为给对向")
_ANYBODY = 3  # characters; who is named as shortly may be anybody (企业), so what was done tells more
_GIVEN = re.compile(rf"(?P<whom>[^,;:。、]{{2,}}?)(?:免费|上门|分配|{ACTION})")
_KIND = re.compile("(?P<kind>[^,、的]{1,6}?[级型类星])、?")
_PREDICATE = re.compile(
    rf"(?P<what>[^、的]{{2,14}}?)(?P<did>(?:全面|全部|均|都|已|基本)+[^、的]{{2,}}|{ACTION}(?![的率量])[^、的]{{2,}})"
)
_WORKS = ("实施", "完成", "开展", "推进", "加快", "推动", "启动", "进行")  # want what is done to the things
_BECAME = re.compile(rf"..(?:{either(_KNOWN.opened)})$")  # 30条道路建成通车: what became of them is told
_OF_THEM = re.compile("中[^,、;:。]{2,12}(?:[仅只共已]?有|[仅只占为达])")  # 17人中专职只有2人
_NEARLY = re.compile("(?:至少|不少于|不低于|超过?|近|约)$")  # 完成至少5台锅炉
_OVER = ("以上", "以下", "以内")
_NOTHING = re.compile(f"(?:{either(_KNOWN.places)}|推进|推动|完成|实现)*")  # before the first of a list


class Frame(Struct, frozen=True):
    """The words of a figure.  ``left`` and ``right`` stop at boundaries.

    What stands between the figure before and this one is ``tail``, up to the first boundary, and ``gap``, the rest.
    """

    tail: str
    gap: str
    left: str
    right: str
    joined: bool
    """True where only 、 or 和 stands between it and what belongs to the figure before."""
    inside: bool
    """True inside brackets that opened after another figure."""
    closed: bool
    """True where no other figure stands behind ``right`` before the next boundary."""

    among: bool = False
    """True where it tells which of the things of the figure before (260名执法人员中取得资格的仅9人)."""
    over: bool = False
    """True where a threshold told directly before is a part of ``left`` (注册资本1亿元以上8家)."""
    who: str = ""
    """What the figure before counts, where they did what this one counts (25个单位办案300件)."""

    @property
    def is_bare(self) -> bool:
        """True where nothing but 、 or 和 stands between this figure and the one before."""
        return self.joined and self.left in ("", "第") and is_joint(self.gap.removesuffix("第"))


def frames(sentence: str, quantities: Sequence[Quantity]) -> list[Frame]:
    """One frame for each quantity; what one figure takes from its right, the next does not see on its left."""
    found: list[Frame] = []
    if "(" in sentence:
        sentence = _ALTERNATIVE.sub(r"（\1）", sentence)
    before = taken = 0
    words, last = Bounded(sentence), _last_of_each_row(quantities)
    for at, quantity in enumerate(quantities):
        start, end = quantity.span
        behind = _next(sentence, quantities, at)
        left, joined = words.left(start, taken)
        if found and start == before and found[-1].left.startswith(_TO_WHOM):
            left = found[-1].left  # 对2户3人: one row
        right = "" if _tells_of_them(sentence, end, behind) else _right(words, quantities, last[at])
        tail, gap = words.between(before, start)
        inside = bool(before) and _opens_bracket(sentence, start)
        closed = _is_closed(words, quantities, last[at])
        # 25个单位办案300件: without a boundary between them.
        who = who_did(gap) if found and not found[-1].closed else ""
        among = before > 0 and (_tells_of_them(sentence, before, start) or is_among(gap))
        left = left.removeprefix("中") if among else left
        over = bool(found) and sentence[before:start] in _OVER
        if over and quantity.unit != quantities[at - 1].unit:
            threshold = sentence[quantities[at - 1].span.start : start]
            one = found[-1]
            tail, gap, left, joined = one.tail, one.gap + threshold, one.left + threshold, one.joined
        else:
            over = False
        found.append(Frame(tail, gap, left, right, joined, inside, closed, among, over, who))
        before, taken = end, end + _taken(sentence, end, right, behind)
    return _in_full(found)


def _tells_of_them(sentence: str, start: int, end: int) -> bool:
    return sentence.startswith("中", start) and _OF_THEM.fullmatch(sentence, start, end) is not None


def _next(sentence: str, quantities: Sequence[Quantity], at: int) -> int:
    """Where the next figure begins, the end of the sentence behind the last one."""
    return quantities[at + 1].span.start if at + 1 < len(quantities) else len(sentence)


def _last_of_each_row(quantities: Sequence[Quantity]) -> list[int]:
    """For each figure the last of those that stand back to back with it (2户3人): they share the words behind."""
    last = list(range(len(quantities)))
    for at in range(len(quantities) - 2, -1, -1):
        if quantities[at].span.end == quantities[at + 1].span.start:
            last[at] = last[at + 1]
    return last


def _right(sentence: Bounded, quantities: Sequence[Quantity], at: int) -> str:
    """The words behind a figure up to a boundary or the next figure."""
    start, end = quantities[at].span
    stop = min(_next(sentence.text, quantities, at), end + REACH)
    words = sentence.right(end, stop)
    if len(words) < stop - end or stop == len(sentence.text):
        return words
    given = _GIVEN.match(words) if sentence.text[max(0, start - 1)] in _TO_WHOM else None
    return given["whom"] if given else without_next(words)


def _is_closed(sentence: Bounded, quantities: Sequence[Quantity], at: int) -> bool:
    end, stop = quantities[at].span.end, _next(sentence.text, quantities, at)
    return stop == len(sentence.text) or len(sentence.right(end, stop)) < stop - end


def _in_full(found: list[Frame]) -> list[Frame]:
    """The frames, where what stands behind the last of a list is said of all: what they are (``2个省级、3个市级重点项目``), what
    they did (``30条道路、10处节点完成整治``)."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if after.joined and after.left[-1:] in ("", "等"):
            found[at] = replace(one, right=_of_all(one, after.right) or one.right)
        elif not (one.closed or after.left) and _NEARLY.sub("", one.left).endswith(_WORKS):
            found[at] = replace(one, right=one.right + first_item(after.right))  # 完成9个小区3万户改造
        elif not (one.closed or after.joined) and one.left[-1:] in _TO_WHOM and len(one.right) <= _ANYBODY:
            found[at] = replace(
                one, right=one.right + after.left + first_item(after.right)
            )  # 为9家企业解决3亿元融资
    return found


def _of_all(one: Frame, last: str) -> str:
    kind, same = _KIND.fullmatch(one.right), _KIND.match(last)
    if kind and same and kind["kind"][-1] == same["kind"][-1]:
        return kind["kind"] + last[same.end("kind") :]
    alone = one.left.endswith("等") or _NOTHING.fullmatch(trimmed(one.left))
    did = _PREDICATE.fullmatch(last) if alone else None
    own = first_item(one.right)
    works = (
        one.left.startswith(_WORKS) if one.left.endswith("等") else _NEARLY.sub("", one.left).endswith(_WORKS)
    )
    if works and own and not final_verb(own) and not _BECAME.search(own):
        return own + final_verb(first_item(last))  # 完成5座公厕、2座转运站改造
    return own + did["did"] if did and own and not (_PREDICATE.fullmatch(own) or final_verb(own)) else ""


def _opens_bracket(sentence: str, start: int) -> bool:
    near = sentence[max(0, start - REACH) : start]
    return near.rfind("(") > near.rfind(")")


def _taken(sentence: str, end: int, right: str, after: int) -> int:
    """How many characters behind a figure name what it counts alone; a verb at their end is the next figure's, which begins at
    ``after``."""
    own = first_item(right)
    alone = counted(right) and sentence.startswith(own, end)
    return len(own) if alone and not tells_of_each(sentence[end:after]) else 0
