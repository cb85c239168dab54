"""Sums, ages and spans of time inside a name: projects ``10亿元以上``, firms ``超百亿元``, clusters ``50亿级``, ``连续3年``."""

import re
from calendar import month_name
from decimal import Decimal

_TENS = {"": 1, "十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_NAMED = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SUM = r"(?P<number>\d+(?:\.\d+)?)?(?P<tens>[十百千]?)(?P<scale>万亿|亿|万)"
_PATTERNS = (
    (re.compile(rf"(?:超过?|过){_SUM}(?P<currency>元|美元)"), "above {}"),
    (re.compile(r"(?:超过?|过)(?P<number>)(?P<tens>[十百千])(?P<scale>亿)(?P<currency>)"), "above {}"),
    (re.compile(rf"{_SUM}(?P<currency>元|美元)及?以上"), "of {} or more"),
    (re.compile(rf"{_SUM}(?P<currency>元|美元)?级"), "{}-level"),
)
_TIMES = (
    (re.compile(r"(\d{1,3})周?岁及?以上"), "aged {} or above"),
    (re.compile(r"(\d{1,3})周?岁以下"), "under age {}"),
    (re.compile(r"连续(\d{1,2})年"), "for {} years running"),
    (re.compile(r"连续(\d{1,2})个月"), "for {} months running"),
    (re.compile(r"(\d{1,2})年(?:来|间)?"), "in {} years"),
    (re.compile(r"((?:19|20)\d{2}[-—~](?:19|20)?\d{2})学年"), "in the {} school year"),
    (re.compile(r"((?:19|20)\d{2})年度?"), "in {}"),
)
# How large something is in a unit: berths 10万吨级, lines 220千伏及以上.
_UNITS = {
    "吨级": ("ton", "tons"),
    "千伏": ("kV", "kV"),
    "兆瓦": ("MW", "MW"),
    "平方米": ("square-meter", "square meters"),
    "分钟": ("minute", "minutes"),
    "户": ("household", "households"),
    "人": ("person", "people"),
    "亩": ("mu", "mu"),
    "头": ("head", "head"),
    "张床位": ("bed", "beds"),
}
# What stands in front of a noun with its unit; of the others only so much or more tells something.
_IN_FRONT = ("吨级", "千伏", "兆瓦", "分钟")
_SIZED = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?)?(?P<tens>[十百千]?)(?P<scale>万?)(?P<unit>{'|'.join(_UNITS)})(?P<more>及?以上)?"
)
_MONTHS = re.compile("(1[0-2]|[1-9])[-~—至](1[0-2]|[1-9])月份?")
# What they begin with.
FIRST = frozenset("0123456789十百千万亿超过连")
_ABOVE, _LEVEL = "above ", "-level"


def ends(name: str, start: int) -> tuple[int, ...]:
    """Where amounts end that begin at ``start``."""
    patterns = (_MONTHS, _SIZED, *(pattern for pattern, _ in (*_PATTERNS, *_TIMES)))
    found = (pattern.match(name, start) for pattern in patterns)
    return tuple(one.end() for one in found if one and (one.re is not _SIZED or _size(one)))


def behind(word: str) -> str | None:
    """An amount as it stands behind a noun; None for another word, and for one that stands in front."""
    said = _said(word)
    return said if said and not _is_in_front(said) else None


def in_front(word: str) -> str | None:
    """An amount as it stands in front of a noun (``RMB 5 billion-level``)."""
    said = _said(word)
    return said if said and _is_in_front(said) else None


def _is_in_front(said: str) -> bool:
    return said.endswith(_LEVEL) or said[0].isdigit()


def is_above(word: str) -> bool:
    """Whether a word says that what stands before it is more than something: ``营收 超百亿元 企业``."""
    return (_said(word) or "").startswith(_ABOVE)


def is_age(word: str) -> bool:
    """Whether a word says how old somebody is: ``65岁以上``."""
    return any(pattern.fullmatch(word) for pattern, english in _TIMES if "age" in english)


def _said(word: str) -> str | None:
    if word[0] not in FIRST:
        return None
    for pattern, english in _PATTERNS:
        if found := pattern.fullmatch(word):
            return english.format(_money(found))
    if found := _SIZED.fullmatch(word):
        return _size(found)
    if found := _MONTHS.fullmatch(word):
        return f"from {month_name[int(found[1])]} to {month_name[int(found[2])]}"
    ages = ((pattern.fullmatch(word), english) for pattern, english in _TIMES)
    return next((english.format(found[1]) for found, english in ages if found), None)


def _size(found: re.Match[str]) -> str | None:
    """``10万吨级`` is 100,000-ton, ``30户以上`` of 30 households or more; a unit without a number is none."""
    if not any(found.group("number", "tens", "scale")):
        return None
    value = Decimal(found["number"] or 1) * _TENS[found["tens"]] * (_SCALES["万"] if found["scale"] else 1)
    one, several = _UNITS[found["unit"]]
    if found["more"]:
        return f"of {value:,f} {several} or more"
    return f"{value:,f}-{one}" if found["unit"] in _IN_FRONT else None


def _money(found: re.Match[str]) -> str:
    value = Decimal(found["number"] or 1) * _TENS[found["tens"]] * _SCALES[found["scale"]]
    sign = "US$" if found["currency"] == "美元" else "RMB "
    size, word = next(((size, word) for size, word in _NAMED if value >= size), (1, ""))
    return f"{sign}{value / size:,.10g} {word}".strip()
