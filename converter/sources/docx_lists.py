"""The numbers that Word keeps in a file's list definitions: what stands before each paragraph on the page.

The rules of counting are those of ECMA-376 part 1, 17.9: paragraphs of one abstract list count on together whatever
``numId`` they come by, unless the ``numId`` starts anew; a level starts over when one above it is used.
"""

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from converter.sources.docx_numerals import bullet, written
from converter.sources.docx_package import W
from converter.sources.docx_styles import Style, is_on, number, place_of, style_of, value

_LEVELS = 9
_CLOSED = tuple("、）〕】．，：")


class Level(Struct, frozen=True):
    """One level of a list: ``text`` is its pattern (``（%1）``), ``after`` the highest level whose use starts it over."""

    start: int
    format: str
    text: str
    suffix: str
    after: int
    legal: bool
    style: str


class NumberedList(Struct, frozen=True):
    """What a ``numId`` stands for; ``starts`` are the levels it starts anew."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def labels(
    document: ET.Element, numbering: ET.Element, styles: Mapping[str, Style]
) -> Mapping[ET.Element, str]:
    """The number of each numbered paragraph of ``document``, with the blank after it, as Word shows it."""
    lists = _read_lists(numbering, styles)
    found: dict[ET.Element, str] = {}
    counts: dict[str, dict[int, int]] = {}
    begun: set[str] = set()
    for paragraph in document.iter(W + "p"):
        place = _place(paragraph, styles, lists)
        if place is None:
            continue
        key, at = place
        counted = counts.setdefault(lists[key].counter, {})
        if key not in begun:
            counted.update({level: start - 1 for level, start in lists[key].starts.items()})
            begun.add(key)
        _count(counted, at, lists[key].levels)
        found[paragraph] = _label(counted, at, lists[key].levels)
    return found


def _place(
    paragraph: ET.Element, styles: Mapping[str, Style], lists: Mapping[str, NumberedList]
) -> tuple[str, int] | None:
    own, style = place_of(paragraph.find(W + "pPr")), style_of(paragraph, styles)
    key = own.number or style.place.number
    if key is None or key not in lists:
        return None
    levels = lists[key].levels
    linked = next((at for at, level in levels.items() if level.style and level.style == style.name), 0)
    at = next(level for level in (own.level, style.place.level, linked) if level is not None)
    return (key, at) if at in levels else None


def _count(counted: dict[int, int], at: int, levels: Mapping[int, Level]) -> None:
    counted[at] = counted.get(at, levels[at].start - 1) + 1
    for deeper in [level for level in counted if level > at]:
        if deeper not in levels or at <= levels[deeper].after:
            del counted[deeper]


def _label(counted: Mapping[int, int], at: int, levels: Mapping[int, Level]) -> str:
    level = levels[at]
    if level.format == "bullet":
        text = bullet(level.text)
    else:
        text = re.sub(
            r"%([1-9])", lambda match: _one(int(match[1]) - 1, counted, levels, level.legal), level.text
        )
    # 一、 and （一） bring their own blank; 1. before a figure needs one to stay a number of the list.
    return text if not text or level.suffix == "nothing" or text.endswith(_CLOSED) else f"{text} "


def _one(at: int, counted: Mapping[int, int], levels: Mapping[int, Level], legal: bool) -> str:
    if at not in levels:
        return ""
    level = levels[at]
    if level.format == "none":
        return ""
    return written(counted.get(at, level.start), "decimal" if legal else level.format)


def _read_lists(root: ET.Element, styles: Mapping[str, Style]) -> Mapping[str, NumberedList]:
    abstract = {a.get(W + "abstractNumId", ""): a for a in root.iter(W + "abstractNum")}
    nums = {n.get(W + "numId", ""): n for n in root.iter(W + "num")}
    lists = {key: _list(num, nums, abstract, styles) for key, num in nums.items() if key != "0"}
    return {key: one for key, one in lists.items() if one is not None}


def _list(
    num: ET.Element,
    nums: Mapping[str, ET.Element],
    abstract: Mapping[str, ET.Element],
    styles: Mapping[str, Style],
) -> NumberedList | None:
    counter = value(num.find(W + "abstractNumId"))
    definition = abstract.get(counter)
    if definition is None:
        return None
    link = styles.get(value(definition.find(W + "numStyleLink")))
    linked = nums.get(link.place.number or "") if link else None
    if linked is not None:
        definition = abstract.get(value(linked.find(W + "abstractNumId")), definition)
    changes = [(number(o.get(W + "ilvl", "")), o) for o in num.iter(W + "lvlOverride")]
    starts = {at: number(value(o.find(W + "startOverride"))) for at, o in changes if at is not None}
    own = (o.find(W + "lvl") for _, o in changes)
    return NumberedList(
        counter,
        _levels(definition.findall(W + "lvl"), styles) | _levels((o for o in own if o is not None), styles),
        {at: start for at, start in starts.items() if start is not None},
    )


def _levels(found: Iterable[ET.Element], styles: Mapping[str, Style]) -> dict[int, Level]:
    numbered = ((number(level.get(W + "ilvl", "")), level) for level in found)
    return {at: _level(at, level, styles) for at, level in numbered if at is not None and at < _LEVELS}


def _level(at: int, level: ET.Element, styles: Mapping[str, Style]) -> Level:
    start, restart = number(value(level.find(W + "start"))), number(value(level.find(W + "lvlRestart")))
    linked = value(level.find(W + "pStyle"))
    return Level(
        start=1 if start is None else start,
        format=value(level.find(W + "numFmt")) or "decimal",
        text=value(level.find(W + "lvlText")),
        suffix=value(level.find(W + "suff")),
        after=at - 1 if restart is None else restart - 1,
        legal=is_on(level.find(W + "isLgl")),
        style=styles[linked].name if linked and linked in styles else "",
    )
