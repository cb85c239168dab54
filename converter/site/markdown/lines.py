"""Lines over the years of one place, from nought up, as the pages of the library mark them (``2019 22.3; 2021 27``)."""

import re
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from converter.pages.library.amounts import LINE
from converter.pages.scale import in_words

# Units of the drawing: its size, and where the line has room.
_WIDTH, _HEIGHT, _SIDE, _TOP, _BOTTOM = 220, 72, 16, 16, 54
_POINTS = re.compile(r"\d{4} \d+(\.\d+)?(; \d{4} \d+(\.\d+)?)+")
_Point = tuple[int, Decimal]


def draw_lines(root: Element, language: str) -> None:
    """Draw what the pages of the library mark; each says its values to those who do not see it."""
    for mark in list(root.iter("em")):
        words = "".join(mark.itertext())
        if mark.get("class") == LINE and _POINTS.fullmatch(words):
            said, tail = mark.get("title", ""), mark.tail
            mark.clear()
            mark.tag, mark.tail = "svg", tail
            mark.attrib |= {"class": "chart line", "role": "img", "viewBox": f"0 0 {_WIDTH} {_HEIGHT}"}
            SubElement(mark, "title").text = said
            points = [(int(y), Decimal(v)) for y, v in (point.split(" ") for point in words.split("; "))]
            _draw(mark, points, language)


def _draw(drawn: Element, points: list[_Point], language: str) -> None:
    first, last = points[0][0], points[-1][0]
    greatest = max(value for _, value in points) or Decimal(1)
    at = {year: _SIDE + Decimal(_WIDTH - 2 * _SIDE) * (year - first) / (last - first) for year, _ in points}
    high = {year: _BOTTOM - (_BOTTOM - _TOP) * value / greatest for year, value in points}
    SubElement(drawn, "path", {"class": "axis", "d": f"M0 {_BOTTOM}H{_WIDTH}"})
    # Years without a report are a gap: nobody knows how it went between.
    steps = (f"{'L' if year - 1 in at else 'M'}{_units(at[year])} {_units(high[year])}" for year, _ in points)
    SubElement(drawn, "path", {"class": "way", "d": "".join(steps)})
    for year, value in points:
        SubElement(
            drawn, "circle", {"class": "now", "cx": _units(at[year]), "cy": _units(high[year]), "r": "3"}
        )
        if year in (first, last):
            _text(drawn, at[year], high[year] - 6, in_words(value, language))
            _text(drawn, at[year], Decimal(_BOTTOM + 14), str(year))


def _text(drawn: Element, x: Decimal, y: Decimal, words: str) -> None:
    anchor = "start" if x == _SIDE else "end"
    x += -_SIDE if anchor == "start" else _SIDE
    SubElement(drawn, "text", {"x": _units(x), "y": _units(y), "text-anchor": anchor}).text = words


def _units(value: Decimal) -> str:
    return format(round(value, 1), "f")
