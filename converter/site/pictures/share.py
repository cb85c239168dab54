"""The picture that goes along when somebody shares a report: whose it is, and three of its key figures."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from converter.site.pictures.drawing import Style, wrapped

SHARE_SIZE = 1200, 630
"""What those who show it ask for."""
_LEFT, _TOP, _ROOM = 80, 70, 1040
_TITLE, _NUMBER = Style(52, 70, "title", 0.56), Style(54, 64, "number", 0.56)
_QUIET, _NAME = Style(30, 42, "quiet"), Style(26, 35, "quiet")
_LINES = 3
_SHEET = (
    "text{font-family:Arial,'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif;fill:#20272b}"
    ".title{font-weight:700}.number{font-weight:700;fill:#1c5560}.quiet{fill:#566168}"
)


class Shared(NamedTuple):
    """What the picture says: the site, the report's title, who and when, and up to three figures with their names."""

    site: str
    title: str
    about: str
    figures: Sequence[tuple[str, str]]


def share_picture(told: Shared) -> bytes:
    """The picture as SVG; a browser makes of it what others show."""
    width, height = SHARE_SIZE
    drawn = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(width),
            "height": str(height),
            "viewBox": f"0 0 {width} {height}",
        },
    )
    SubElement(drawn, "title").text = told.title
    SubElement(drawn, "style").text = _SHEET
    SubElement(drawn, "rect", {"width": str(width), "height": str(height), "fill": "#fff"})
    SubElement(drawn, "rect", {"width": str(width), "height": "14", "fill": "#1c5560"})
    at = _write(drawn, [told.site], (_LEFT, _TOP), _QUIET)
    at = _write(drawn, _few(wrapped(told.title, _ROOM, _TITLE)), (_LEFT, at + 16), _TITLE)
    _write(drawn, _few(wrapped(told.about, _ROOM, _QUIET))[:1], (_LEFT, at + 10), _QUIET)
    column = _ROOM // 3
    for number, (value, name) in enumerate(told.figures[:3]):
        left = _LEFT + number * column
        # A number longer than its column is set smaller, never cut.
        style = _NUMBER if _NUMBER.length(value) < column - 24 else _NUMBER._replace(size=_NUMBER.size / 2)
        below = _write(drawn, [value], (left, 420), style)
        _write(drawn, _few(wrapped(name, column - 24, _NAME)), (left, below), _NAME)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(drawn, "unicode").encode()


def _few(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1]}…"]


def _write(drawn: Element, lines: Sequence[str], start: tuple[int, int], style: Style) -> int:
    """Lines below ``start``; returns where they end."""
    x, at = start
    for line in lines:
        at += style.step
        place = {
            "class": style.kind,
            "x": str(x),
            "y": str(at - style.step // 4),
            "font-size": f"{style.size:g}",
        }
        SubElement(drawn, "text", place).text = line
    return at
