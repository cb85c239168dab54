"""A picture as SVG: names in lines above their bars, so that it can be read on a phone as on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from converter.site.pictures.model import Bar, Group, Picture

WIDTH = 300
_MARGIN = 16
# Between groups, between bars, and how high a bar is.
_GAP, _SPACE, _BAR = 12, 6, 8
# A file of its own has no sheet of the site's.
_SHEET = (
    "text{font-family:Arial,'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif;fill:#20272b}"
    ".quiet{fill:#566168}.now{fill:#1c5560}.about{fill:#fff;stroke:#1c5560}"
    ".rest{fill:none;stroke:#566168;stroke-dasharray:3 2}.track{fill:#d8dee0}.tick{stroke:#566168}"
)


class Style(NamedTuple):
    """How words are written: size, how far one line is from the next, and their class."""

    size: float
    step: int
    kind: str = ""
    narrow: float = 0.47
    """How wide a letter is, in sizes; Chinese takes a whole one."""

    def length(self, words: str) -> float:
        """About what the words take."""
        return sum(self.size if _is_wide(character) else self.size * self.narrow for character in words)


_TITLE, _NAME, _QUIET = Style(16, 21), Style(12, 16), Style(12, 15, "quiet")


@dataclass
class _Pen:
    """What is drawn so far, and how far down."""

    drawn: Element
    at: int = 0

    def write(self, words: str, style: Style, beside: int = 0) -> None:
        """Words in as many lines as they take, the last of which leaves ``beside`` free."""
        *lines, last = wrapped(words, WIDTH, style)
        for line in [*lines, *wrapped(last, WIDTH - beside, style)]:
            self.at += style.step
            self._text(line, Decimal(0), style)

    def _text(self, words: str, x: Decimal, style: Style, **more: str) -> None:
        place = {"x": _units(x), "y": str(self.at - 4), "font-size": f"{style.size:g}", **more}
        text = SubElement(self.drawn, "text", place)
        text.text = words
        if style.kind:
            text.set("class", style.kind)

    def bar(self, bar: Bar, on_axis: bool) -> None:
        """A bar below its name, with what it says at the end of the line."""
        self.write(bar.label, _NAME, beside=int(_NAME.length(bar.said)) + 12)
        self._text(bar.said, Decimal(WIDTH), _NAME, **{"text-anchor": "end", "font-weight": "600"})
        if on_axis:
            self._rect("track", Decimal(0), Decimal(1))
        self._rect(bar.kind, bar.start, bar.end)
        self.at += _BAR

    def _rect(self, kind: str, start: Decimal, end: Decimal) -> None:
        # What is not nought can be seen.
        width = max((end - start) * WIDTH, Decimal(1)) if end > start else Decimal(0)
        place = {"x": _units(start * WIDTH), "y": str(self.at), "width": _units(width), "height": str(_BAR)}
        SubElement(self.drawn, "rect", {"class": kind, **place})

    def ticks(self, ticks: Sequence[str]) -> None:
        """The axis below the bars."""
        top, last = self.at + 2, len(ticks) - 1
        self.at += 18
        for number, tick in enumerate(ticks):
            x = Decimal(WIDTH) * number / last
            anchor = "start" if number == 0 else "end" if number == last else "middle"
            self._text(tick, x, _QUIET, **{"text-anchor": anchor})
            ends = {"x1": _units(x), "x2": _units(x), "y1": str(top), "y2": str(top + 4)}
            SubElement(self.drawn, "line", {"class": "tick", **ends})

    def framed(self, margin: int = 0) -> Element:
        """The drawing, as large as it has become."""
        width, height = WIDTH + 2 * margin, self.at + 2 * margin
        self.drawn.attrib |= {
            "viewBox": f"{-margin} {-margin} {width} {height}",
            "width": str(width),
            "height": str(height),
        }
        return self.drawn


def inline(picture: Picture) -> str:
    """The picture for a page, which says its title and its source around it; what it shows is in the table beside it."""
    pen = _Pen(Element("svg", {"class": "picture", "role": "img", "aria-label": picture.title}))
    _draw(pen, picture)
    return tostring(pen.framed(), "unicode")


def standing_alone(picture: Picture, source: Sequence[str]) -> bytes:
    """The picture as a file: with its title, what it shows, and the lines of its ``source``."""
    drawn = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
    SubElement(drawn, "title").text = picture.title
    SubElement(drawn, "desc").text = " ".join((picture.about, *source))
    SubElement(drawn, "style").text = _SHEET
    ground = {"x": str(-_MARGIN), "y": str(-_MARGIN), "width": "100%", "height": "100%", "fill": "#fff"}
    SubElement(drawn, "rect", ground)
    pen = _Pen(drawn)
    pen.write(picture.title, _TITLE)
    pen.write(picture.about, _QUIET)
    pen.at += _GAP
    _draw(pen, picture)
    pen.at += _GAP
    for line in source:
        pen.write(line, _QUIET)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(pen.framed(_MARGIN), "unicode").encode()


def _draw(pen: _Pen, picture: Picture) -> None:
    for number, group in enumerate(picture.groups):
        pen.at += _GAP if number else 0
        _group(pen, group, bool(picture.ticks))
    if picture.ticks:
        pen.ticks(picture.ticks)


def _group(pen: _Pen, group: Group, on_axis: bool) -> None:
    for number, bar in enumerate(group.bars):
        pen.at += _SPACE if number else 0
        pen.bar(bar, on_axis)
    if group.note:
        pen.at += 3
        pen.write(group.note, _QUIET)


def wrapped(words: str, room: float, style: Style) -> list[str]:
    """The words in lines of about ``room``, broken between words and, where there are none, between characters."""
    lines, line = [], ""
    for piece in _pieces(words):
        if line and style.length(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _pieces(words: str) -> Iterator[str]:
    piece = ""
    for character in words:
        breaks = _is_wide(character) or _is_wide(piece[-1:]) or piece.endswith(" ")
        # What closes a phrase stays on its line.
        if piece and breaks and character not in "，。；：、）”％%)":
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _is_wide(character: str) -> bool:
    return character > "\u2e80"


def _units(value: Decimal) -> str:
    return format(round(value, 1), "f")
