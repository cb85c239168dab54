"""The numbers of a Chinese text (``chinese.toml``)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from converter.caching import kept
from converter.figures.alternatives import either
from converter.figures.bound import bound_of
from converter.figures.numerals import ARABIC, HANZI, SCALE, decimal_of
from converter.figures.tables import BOUNDS
from converter.model import Bound, Span
from converter.text.fold import fold
from converter.text.numerals import digit_values
from converter.translation.numbers.grammar import Form, Grammar, blanker, filled, grammar_of, roman
from converter.translation.numbers.number import Number, ends
from converter.translation.numbers.tables import CHINESE
from converter.translation.numbers.units import unit_at

_KNOWN = CHINESE.load()
_ARABIC = rf"(?<![\d.])(?:{ARABIC})(?: ?[余多几]?(?:{SCALE}))?"
_MEASURE = f"(?:{either(_KNOWN.measures)})"
_MACROS = {
    "H": HANZI,
    "h": f"[{HANZI}]",
    "arabic": f"(?:{_ARABIC})",
    "num": rf"(?:{_ARABIC}|[{HANZI}]+(?:[余多几][万亿]+|点[{HANZI}]+)?)",
    "measure": _MEASURE,
    "start": r"(?:(?m:^)[ #*>]*|(?<=[。;:!?\n ]))",
}
_WORDS = rf"(?<![{HANZI}\d])(?:{either(_KNOWN.words)})"
_blanked = blanker([_WORDS, *_KNOWN.blanks], _MACROS)
_LOST = re.compile(filled("|".join(_KNOWN.lost), _MACROS))
_UNIT = re.compile(f"(?:个工作|法定)?(?:(?!(?:国家|[省市县区乡镇])级){_MEASURE}){{0,3}}")
# A slogan's numerals (“三个区分开来”) may be put in other words, its digits may not.
_QUOTED = re.compile(r"“[^“”\n]{1,16}”|‘[^‘’\n]{1,16}’|「[^「」\n]{1,16}」|\"[^\"\n,。;]{1,12}\"")
_DIGITS = {"0": "0"} | {char: str(value) for char, value in digit_values().items()}  # 二00五年
# 近三年 are the last three years, not nearly three; 三日内 is the time it takes, as in "in three days".
_SPANS: dict[Bound, re.Pattern[str]] = {
    "near": re.compile("个?[年月天日周]"),
    "at_most": re.compile(
        "(?:个?[年月天日周]|个?小时|分钟|个?工作日)以?内|(?:公里|千米|米|里)(?:半径|的)?范围(?:之|以)?内"
    ),
}
_REACHED = re.compile(
    "(?:[跃迈登踏站冲]上|(?<![超经通不])过)了?$"
)  # 跃上130万亿元台阶: reached, or just passed
_HIGHEST = re.compile("(?:最高|上限)[一-龥]{0,4}$")  # 最高补贴5万元: up to, no more than
_WITHIN = re.compile("(?:压缩|压减|缩短|缩减|减少|控制)[到至在为]$")  # 压缩至3个工作日: in three, no later
# 只占5%: no more than.
_ONLY = re.compile(r"(?:(?<!不)仅仅?|(?<![不\d一两几多每这那船])只(?![要能是]))[一-龥]{0,8}$")
# 围绕12个产业, around 12 industries; 对14家企业的监督, supervision over them: no bound in English.
_PREPOSITIONS: dict[Bound, re.Pattern[str]] = {
    "about": re.compile("(?:围绕|环绕|关于|有关|涉及)[着了]?$"),
    "over": re.compile("(?:对|跨|途经|经过|飞越)[着了]?$"),
    "near": re.compile("(?:靠近|邻近|毗邻)[着了]?$"),
}
_IN_PLACE = re.compile("[省市区县镇乡村街校站环]$")  # 44条区内道路: roads in the district
_DAYS = re.compile("个?工作日|个?小时|分钟|天")
_CAPPED = re.compile("[一-龥]{0,3}封顶")
_CLAUSE = re.compile("[,。;]|:(?![0-9])")  # 2:1以内 is one number
_EACH = re.compile("(?<=个)(?=[百千万亿])")  # 18个亿元以上项目: more than 1亿, not than 18
_LISTED = re.compile(rf"^(?:[%一-龥]{{0,3}}[、和及与]{_ARABIC})+")  # 4%、8%、6%左右: about all three
_MORE = re.compile("[余多](?![数元样边方])")  # 三分之二多数 is no more than two-thirds
_REACH = 12
_AFTER_NOON = "after noon"
_NOON = 12
_UNTIL = re.compile(r"[时点:](?:\d{1,2}分?|半)?(?:-|至|到)")


@kept
def _grammar() -> Grammar:
    return grammar_of(_KNOWN.form, _MACROS)


def chinese_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order, without overlap; ``number.span.of(text) == number.surface``."""
    folded = fold(text)
    blanked = _blanked(folded)
    quoted = {at for match in _QUOTED.finditer(folded) for at in range(*match.span())}
    found = (_number(form, match, text, folded, quoted) for form, match in _grammar().matches(blanked))
    return tuple(_later(folded, [number for number in found if number is not None]))


def _later(folded: str, numbers: list[Number]) -> Iterator[Number]:
    """From 下午2时 to 5时 is from 14 to 17."""
    start: Number | None = None
    for number in numbers:
        if start and _UNTIL.fullmatch(folded[start.span.end : number.span.start]) and number.value < _NOON:
            yield replace(number, value=number.value + _NOON)
        else:
            yield number
        start = number if number.unit == _AFTER_NOON else start


def _number(form: Form, match: re.Match[str], text: str, folded: str, quoted: set[int]) -> Number | None:
    values = _values(form, match)
    if values is None:
        return None
    value, upper, falling = ends(*values)
    span = Span(_start(match), match.end())
    surface = span.of(text)
    slogan = span.start in quoted and not (form.firm or re.search(r"\d", surface)) and form.kind == "count"
    return Number(
        span, value, upper, _bound(folded, span), form.kind, surface, form.optional or slogan,
        "slogan" if slogan else form.unit or unit_at(folded, span, "zh"), falling,
    )  # fmt: skip


def _start(match: re.Match[str]) -> int:
    """Where the match begins without blanks and marks of Markdown before it."""
    return match.start() + len(match[0]) - len(match[0].lstrip(" #*>"))


def _values(form: Form, match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    groups = match.groupdict()
    if form.value is not None:
        return form.value, None
    if "r" in groups:
        return Decimal(roman(groups["r"])), None
    value, upper = _value(groups["n"]), _value(groups.get("m"))
    if value is None:
        return None
    if form.kind == "fraction":
        whole = _value(groups["d"])
        return (value / whole, None) if whole else None
    value += Decimal("0.5") if groups.get("half") else 0
    value += (_value(groups.get("tail")) or Decimal(0)) / 10 + (_rest(groups.get("rest")) or Decimal(0))
    if upper is not None:
        value = _scaled_like(groups["n"], value, groups["m"], upper)
    return value * form.times + form.plus, None if upper is None else upper * form.times + form.plus


def _rest(numeral: str | None) -> Decimal | None:
    """What stands behind 亿 in 1亿3千多万."""
    return _value(re.sub("[余多]", "", numeral)) if numeral else None


def _value(numeral: str | None) -> Decimal | None:
    if numeral and len(numeral) == 4 and all(char in _DIGITS for char in numeral):
        return Decimal("".join(map(_DIGITS.__getitem__, numeral)))  # 二〇二〇, 一九四九
    return decimal_of(numeral) if numeral else None


def _scaled_like(lower: str, value: Decimal, upper: str, high: Decimal) -> Decimal:
    """3至5万: the scale behind the upper end holds for both."""
    scale = re.search(f"{SCALE}$|[十百千万亿]+$", upper)
    if scale is None or re.search(r"[十百千万亿]", lower):
        return value
    scaled = decimal_of(f"{lower}{scale[0]}")
    return scaled if scaled is not None and scaled < high else value


def _bound(folded: str, span: Span) -> Bound:
    if folded.startswith("过半", span.start):
        return "over"
    ahead, behind = folded[max(0, span.start - _REACH) : span.start], folded[span.end : span.end + 2 * _REACH]
    unit = _UNIT.match(_EACH.split(behind)[0])
    after = behind[unit.end() :] if unit else behind
    more = bool(re.search("[余多]", span.of(folded)[1:]) or _MORE.match(behind))
    bound = bound_of(ahead, after, more, binding=False)
    on = ahead.endswith("上") and folded[span.start].isdigit()  # 网页上200篇; 上百 is over a hundred
    in_place = unit and _IN_PLACE.search(unit[0]) and after.startswith("内")
    plain = in_place or on or _REACHED.search(ahead) or (bound in _SPANS and _SPANS[bound].match(behind))
    return "exact" if plain else bound


def lost_numbers(text: str) -> tuple[Number, ...]:
    """Places of a Chinese text where a numeral seems to be missing, with the value 0 and what is left as the surface."""
    spans = (Span(*match.span()) for match in _LOST.finditer(fold(text)))
    return tuple(Number(span, Decimal(0), None, "exact", "torn", span.of(text), False) for span in spans)


def chinese_bounds_near(text: str, span: Span) -> set[Bound]:
    """The bounds of all words of bound in the clause of the number at ``span``.

    A single character is none so far from its number: it stands in 超载, 逾期, 近年.
    """
    before = _CLAUSE.split(fold(text[max(0, span.start - 2 * _REACH) : span.start]))[-1]
    behind = _LISTED.sub("", fold(text[span.end : span.end + 3 * _REACH]))[:_REACH]
    after = _CLAUSE.split(behind)[0]
    words = BOUNDS.load()
    either_way: set[Bound] = {"over"} if _REACHED.search(before) else set()
    either_way |= {"at_least"} if before.endswith("满") else set()
    either_way |= {"at_most"} if _HIGHEST.search(before) or _CAPPED.match(after) else set()
    either_way |= {"at_most"} if _WITHIN.search(before) and _DAYS.match(after) else set()
    either_way |= {"at_most"} if _ONLY.search(before) else set()
    either_way |= {bound for bound, pattern in _SPANS.items() if pattern.match(after)}
    either_way |= {bound for bound, pattern in _PREPOSITIONS.items() if pattern.search(before)}
    return either_way | {
        bound
        for side, near in ((words.before, before), (words.after, after))
        for bound, known in side.items()
        if any(len(word) > 1 and word in near for word in known)
    }
