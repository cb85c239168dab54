"""A figure to be named, with the words around it already read as phrases."""

import re

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.deeds import is_deed, is_deed_behind
from converter.figures.frame import Frame
from converter.figures.noun import counted, unbound
from converter.figures.parts import counts_persons
from converter.figures.quantity import Quantity
from converter.figures.subject import growing, subject
from converter.figures.tables import UNITS
from converter.figures.vocabulary import clauses, final_verb, first_verb, trimmed, without_change
from converter.figures.wording import NAMING

_REST = ("", "其余", "剩余", "另")
_MONEY = frozenset(UNITS.load().money)
# 9家单位分管领导 are nine bodies, 4名仲裁员参加的服务团 four arbitrators.
_OF_BODIES = re.compile(
    r"(?P<counted>.*(?:单位|部门|企业|机构|公司|乡镇|街道))的?(?:分管|主要|班子|有关|相关)*(?:领导|负责人|负责同志|工作人员|人员|干部|职工|代表).*"
)
_BY_PERSONS = re.compile(r"(?P<counted>[^的]{2,10}?)(?:参加|组成|担任成员)的.{2,}")
_BODIES = frozenset("家个所")
# 分红从人均900元增加到2500元: from where it moved is none of its name.
_MOVES_ON = re.compile(rf"(?:以[上下内])?(?:[\u4e00-\u9fff]{{2}})?(?:{either(NAMING.load().moves)})+[到至为]")
_FROM = re.compile("(?<=..)(?<![来理各独亲])[由从自](?![业事属于由动身来治])[^,由从每]{0,12}$")
# 连年保持全市第一: how long it ranks so is none of its name.
_LASTING = re.compile(
    "^(?:连续|连年|持续|长期|始终|一直|继续|多年)+(?=保持|稳居|位居|居|位列|列|排|蝉联|名列|全[国省市区县])"
)
_NUMERAL = re.compile("[十百千万亿]{2}|[一二三四五六七八九十百千][万亿]")  # 有十亿人口,两亿户
_REACHED = "完成"
_NOMINAL = frozenset(NAMING.load().nominal)
_NAMED_BEFORE = tuple(NAMING.load().named_before)


class UnnamedFigure(Struct, frozen=True):
    """``phrase`` is what stands before the number as a name, ``noun`` what is counted behind it; either may be empty."""

    quantity: Quantity
    frame: Frame
    phrase: str
    noun: str

    @property
    def clause_before(self) -> str:
        """What the clause before says grew or fell (``用户数快速增长,达到40户``), empty where a figure stands in it."""
        before = clauses(self.frame.gap)[:-1]
        if self.growing or not before or _NUMERAL.search(before[-1]):
            return self.growing
        return without_change(subject(before[-1], None, False))

    @property
    def growing(self) -> str:
        """What the clause before says only grows, so that this figure tells how much (``产业加快发展,增长5%``)."""
        before = clauses(self.frame.gap)[:-1]
        return growing(before[-1]) if before else ""


def unnamed_figure(quantity: Quantity, frame: Frame, region: str | None) -> UnnamedFigure:
    """The case of a quantity; a share is named by the noun behind it only where nothing before names it."""
    if quantity.unit in ("人", "名") and frame.right.startswith("口"):
        frame = replace(frame, right="人" + frame.right)  # 7000万人口
    noun = counted(frame.right, frame.closed)
    if quantity.unit in _MONEY and first_verb(noun) not in ("", *_NOMINAL):
        noun, frame = "", replace(frame, right="")  # 带动资金5亿元支持发展: what the money does
    noun = _counted_by(noun, quantity.unit)
    if is_deed_behind(noun):
        return _with_deed(quantity, frame, subject(frame.left, region, False))
    moves = not quantity.rank and _MOVES_ON.match(unbound(frame.right))
    left = _FROM.sub("", frame.left) if moves else frame.left
    phrase = subject(left, region, bool(noun))
    if quantity.unit in _MONEY and not final_verb(phrase.removesuffix(_REACHED)):
        phrase = phrase.removesuffix(_REACHED)  # 固定资产投资完成5亿元
    phrase = _LASTING.sub("", phrase) if quantity.rank else phrase
    owner = unbound(frame.right).startswith("的") and is_deed(phrase)
    if quantity.rank or (quantity.unit in _NAMED_BEFORE and (frame.is_bare or (phrase and not owner))):
        noun = ""
    return UnnamedFigure(quantity, frame, phrase, noun)


def _counted_by(noun: str, unit: str) -> str:
    """``noun`` without what its unit does not count: whose leaders they are, what the persons are members of."""
    pattern = _BY_PERSONS if counts_persons(unit) else _OF_BODIES if unit in _BODIES else None
    match = pattern.fullmatch(noun) if pattern and noun else None
    return match["counted"] if match else noun


def _with_deed(quantity: Quantity, frame: Frame, phrase: str) -> UnnamedFigure:
    """``其余13件正在办理``: what became of the things told before, unless words before the number name them."""
    deed = trimmed(unbound(frame.right))
    if phrase in _REST or is_deed(phrase):
        phrase = phrase.removeprefix(phrase if phrase in _REST else "") + deed
        frame = replace(frame, right="")
    return UnnamedFigure(quantity, frame, phrase, "")
