"""Drawings of what several years are made of: a bar a year, as long as its sum, in parts of one colour each.

The pages of the library mark the numbers (``2021 2022; name 3 4; …``); who sees no drawing hears the mark's title.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import accumulate
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from converter.pages.library.request_pages import STACK

# Units of the drawing: its width, where bars begin and how long the longest is, a line, a line of the legend.
_WIDTH, _LEFT, _LENGTH, _ROW, _KEY = 340, 40, 250, 24, 18


class _Numbers(NamedTuple):
    years: Sequence[str]
    parts: Sequence[tuple[str, Sequence[Decimal]]]

    @property
    def sums(self) -> list[Decimal]:
        return [sum(values, Decimal(0)) for values in zip(*(values for _, values in self.parts), strict=True)]


def draw_stacks(root: Element) -> None:
    """Draw what the pages of the library mark; a mark that people made unreadable stays as it is."""
    for mark in list(root.iter("em")):
        numbers = _numbers("".join(mark.itertext())) if mark.get("class") == STACK else None
        if numbers and max(numbers.sums, default=Decimal(0)):
            said, tail = mark.get("title", ""), mark.tail
            mark.clear()
            mark.tag, mark.tail = "svg", tail
            height = len(numbers.years) * _ROW + len(numbers.parts) * _KEY
            mark.attrib |= {"class": "chart stack", "role": "img", "viewBox": f"0 0 {_WIDTH} {height}"}
            SubElement(mark, "title").text = said
            _draw(mark, numbers)


def _numbers(words: str) -> _Numbers | None:
    first, *rows = (row.split(" ") for row in words.split("; "))
    try:
        parts = [
            (" ".join(row[: -len(first)]), [Decimal(value) for value in row[-len(first) :]]) for row in rows
        ]
    except InvalidOperation:
        return None
    whole = all(name and min(values) >= 0 for name, values in parts)
    return _Numbers(first, parts) if parts and whole else None


def _draw(drawn: Element, numbers: _Numbers) -> None:
    greatest = max(numbers.sums)
    for row, (year, total) in enumerate(zip(numbers.years, numbers.sums, strict=True)):
        top, end = row * _ROW, Decimal(0)
        _text(drawn, 0, top + 16, year)
        for kind, (start, end) in enumerate(_stretches([values[row] for _, values in numbers.parts])):
            if end > start:
                _bar(drawn, kind, _at(start, greatest), top + 5, _at(end, greatest) - _at(start, greatest))
        _text(drawn, _at(end, greatest) + 6, top + 16, f"{total.normalize():f}")
    for kind, (name, _) in enumerate(numbers.parts):
        top = len(numbers.years) * _ROW + kind * _KEY
        _bar(drawn, kind, Decimal(_LEFT), top + 5, Decimal(12))
        _text(drawn, _LEFT + 18, top + 15, name)


def _stretches(values: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    ends = list(accumulate(values))
    yield from zip([Decimal(0), *ends], ends, strict=False)


def _at(value: Decimal, greatest: Decimal) -> Decimal:
    return _LEFT + value / greatest * _LENGTH


def _bar(drawn: Element, kind: int, x: Decimal, y: int, width: Decimal) -> None:
    place = {"x": _units(x), "y": str(y), "width": _units(width), "height": "13"}
    SubElement(drawn, "rect", {"class": f"part{kind}", **place})


def _text(drawn: Element, x: Decimal | int, y: int, words: str) -> None:
    SubElement(drawn, "text", {"x": _units(Decimal(x)), "y": str(y)}).text = words


def _units(value: Decimal) -> str:
    return format(round(value, 1), "f")
