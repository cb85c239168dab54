"""Small charts of what a report itself compares: this year with last, a share of a hundred, parts of a whole.

Nothing is drawn for a figure that is not exact, or where the words leave open which way it went.  A number the
report does not print is called derived.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from msgspec.structs import asdict

from converter.caching import kept
from converter.pages.library.amounts import BAR, LONGEST_BAR
from converter.site.content.observations import Figure
from converter.site.markdown.shown import shown
from converter.site.words import CHARTS
from converter.text.fold import fold

_HUNDRED = Decimal(100)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
# Units of the drawing: the longest bar, a line.
_LENGTH, _ROW = LONGEST_BAR, 16
# How what is derived or no exact number is drawn: hollow, here as in the pictures.
_ABOUT = "about"
_LENGTHS = re.compile(r"\d{1,2}(\.\d)?")


class LastYear(NamedTuple):
    """Last year's number and this year's; the one is ``derived`` from a change in units, or in shares, which gives about that."""

    before: Decimal
    now: Decimal
    derived: Literal["units", "shares"]


def chart(figure: Figure, others: Sequence[Figure], words: dict[str, Any]) -> Element | None:
    """The chart beside ``figure``, given all figures tied to it, or nothing; ``words`` are those of the charts."""
    if figure.status != "result":
        return None
    is_rate = figure.measure == "rate" and figure.unit == "%"
    if _exact(figure) is None:
        return _rate(figure, words) if is_rate else None
    for change in others:
        if change.tie and change.tie.relation == "change_of":
            drawn = _years(figure, change, words)
            if drawn is not None:
                return drawn
    parts = [other for other in others if other.tie and other.tie.relation == "part_of"]
    if parts:
        return _whole(figure, parts, words)
    return _rate(figure, words) if is_rate else None


def draw_bars(root: Element) -> None:
    """Draw the bars that the pages of the library mark; each says its value to those who do not see it."""
    for mark in list(root.iter("em")):
        length = _measured(mark.text or "") if mark.get("class") == BAR else None
        if length is not None:
            said, tail = mark.get("title", ""), mark.tail
            mark.clear()
            mark.tag, mark.tail = "svg", tail
            box = {"width": f"{_LENGTH}", "height": f"{_ROW}", "viewBox": f"0 0 {_LENGTH} {_ROW}"}
            mark.attrib |= {"class": "chart", "role": "img", **box, "aria-label": said}
            _bar(mark, "track", Decimal(1), 0)
            _bar(mark, "now", length / _LENGTH, 0)


def _measured(text: str) -> Decimal | None:
    return Decimal(text) if _LENGTHS.fullmatch(text) and Decimal(text) <= _LENGTH else None


def number_of(figure: Figure) -> Decimal | None:
    """The value of a figure, None for a range."""
    try:
        return Decimal(figure.value)
    except InvalidOperation:
        return None


def _exact(figure: Figure) -> Decimal | None:
    return number_of(figure) if figure.bound == "exact" else None


@kept
def _directions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = CHARTS.load()
    either = {key: "|".join(map(re.escape, forms)) for key, forms in asdict(known).items()}
    up, down = (
        re.compile(
            rf"(?:{either['last_year']})(?:{either['between']})?(?:{either[way]})(?:{either['then']})?\s*$"
        )
        for way in ("up", "down")
    )
    return up, down


def direction(clause: str) -> int:
    """1 where the words before a change say more than last year, -1 where less, 0 where they do not say."""
    up, down = _directions()
    return bool(up.search(clause)) - bool(down.search(clause))


def _years(figure: Figure, change: Figure, words: dict[str, Any]) -> Element | None:
    years = last_year(figure, change)
    return years and _two_bars(years.before, years.now, figure, words[years.derived])


def last_year(figure: Figure, change: Figure) -> LastYear | None:
    """Both years of a result and its ``change``; None where either is no exact number or the words do not say which way."""
    value, by, way = _exact(figure), _exact(change), direction(change.clause)
    if value is None or by is None or not way or (figure.status, change.status) != ("result", "result"):
        return None
    if change.unit == "%" and figure.unit != "%":
        before = _before(value, way * by, step_of(figure))
        return None if before is None or before < 0 else LastYear(before, value, "shares")
    same = change.unit == figure.unit != "%" or (change.unit, figure.unit) == ("百分点", "%")
    before = value - way * by
    fine = same and step_of(figure) <= step_of(change) and min(before, value) >= 0
    return LastYear(before, value, "units") if fine else None


def _before(value: Decimal, percent: Decimal, step: Decimal) -> Decimal | None:
    """Last year's number, from this year's and its change in percent, in steps of the last printed digit; None where it all went."""
    whole = 1 + percent / _HUNDRED
    return round(value / whole / step) * step if whole > 0 and step.is_finite() else None


def step_of(figure: Figure) -> Decimal:
    """What one more in the last printed digit would add (1.2万户: 1000); without digits more than any number.

    A difference is no finer than the coarser of its two numbers, so a coarse level gives no last year.
    """
    printed = _DIGITS.search(fold(figure.surface))
    mantissa = Decimal(printed[0]) if printed else Decimal(0)
    if not mantissa:
        return Decimal("Infinity")
    return Decimal(figure.value) / mantissa * Decimal(1).scaleb(int(mantissa.as_tuple().exponent))


def _two_bars(before: Decimal, after: Decimal, figure: Figure, labels: Sequence[str]) -> Element | None:
    longest = max(before, after)
    if min(before, after) < 0 or longest == 0:
        return None
    told = {"before": shown(before, figure), "after": shown(after, figure)}
    *names, sentence = (label.format(**told) for label in labels)
    room = max(map(_length, names)) + 8
    drawn = _drawing(sentence, 2, room)
    for row, (kind, value) in enumerate(((_ABOUT, before), ("now", after))):
        SubElement(drawn, "text", {"x": "0", "y": str(row * _ROW + 12)}).text = names[row]
        _bar(drawn, kind, value / longest, row, left=room)
    return drawn


def _rate(figure: Figure, words: dict[str, Any]) -> Element | None:
    value, exact = number_of(figure), figure.bound == "exact"
    if value is None or not 0 <= value <= _HUNDRED:
        return None
    drawn = _drawing(words["rate" if exact else "rate_about"].format(value=figure.value), 1)
    _bar(drawn, "track", Decimal(1), 0)
    _bar(drawn, "now" if exact else _ABOUT, value / _HUNDRED, 0)
    return drawn


def _whole(figure: Figure, parts: Sequence[Figure], words: dict[str, Any]) -> Element | None:
    whole, values = Decimal(figure.value), [_exact(part) for part in parts]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or {part.unit for part in parts} != {figure.unit}:
        return None
    rest = whole - sum(known)
    # Several parts that do not make up the whole may overlap: nothing says that they stand side by side.
    if not 0 <= rest < whole or (rest and (len(known) > 1 or step_of(figure) > step_of(parts[0]))):
        return None
    said = words["rest" if rest else "parts"].format(
        whole=shown(whole, figure),
        parts=words["comma"].join(
            f"{part.indicator} {shown(value, part)}" for part, value in zip(parts, known, strict=True)
        ),
        rest=shown(rest, figure),
    )
    drawn = _drawing(said, 1)
    _bar(drawn, "track", Decimal(1), 0)
    for kind, (start, value) in enumerate(_stacked(known)):
        _bar(drawn, "now" if kind % 2 == 0 else "then", value / whole, 0, left=start / whole * _LENGTH)
    return drawn


def _stacked(values: Iterable[Decimal]) -> Iterable[tuple[Decimal, Decimal]]:
    start = Decimal(0)
    for value in values:
        yield start, value
        start += value


def _length(label: str) -> int:
    # About what it takes at 12 units a Chinese character; a little more does no harm.
    return sum(12 if ord(character) > 0x2E80 else 7 for character in label)


def _drawing(said: str, rows: int, room: int = 0) -> Element:
    width, height = room + _LENGTH, rows * _ROW
    box = {"width": f"{width}", "height": f"{height}", "viewBox": f"0 0 {width} {height}"}
    drawn = Element("svg", {"class": "chart", "role": "img", **box})
    SubElement(drawn, "title").text = said
    return drawn


def _bar(drawn: Element, kind: str, share: Decimal, row: int, left: Decimal | int = 0) -> None:
    x, width = (format(round(Decimal(part), 1), "f") for part in (left, share * _LENGTH))
    place = {"class": kind, "x": x, "y": str(row * _ROW + 3), "width": width, "height": "9"}
    SubElement(drawn, "rect", place)
