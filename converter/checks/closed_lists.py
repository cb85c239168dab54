"""Lists that say of how many kinds they are (分为三类:甲19件、乙9件、丙6件), and so leave nothing out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from converter.checks.rule import ObservedReport, in_digits, note
from converter.checks.tables import PARTS
from converter.figures.alternatives import either
from converter.figures.numerals import decimal_of
from converter.model import Note, Observation

_KINDS = re.compile(
    rf"(?P<number>[二两三四五六七八九十]|(?<!\d)[2-9])(?:{either(PARTS.load().kinds)})(?![\u4e00-\u9fff]*率)"
)
_OPENS = re.compile(rf"[:(]|{either(PARTS.load().opens_list)}")
_SORTS = re.compile("^[^,;:。()]{0,12}[,;:(]按[^,;:。()]{1,10}(?:划|区)?分[,:为]")
_ENDS = ("。", ",", ";", ")")
_REACH = 16  # characters between the number of kinds and what it is told of
_PLAIN = ("level", "exact")


def lists_of_kinds(told: ObservedReport) -> Iterator[Note]:
    """Parts of as many kinds as their sentence says, which are more or less than their whole together."""
    for sentence, figures in groupby(told.figures, key=lambda figure: figure.sentence):
        words, own = sentence.of(told.report.folded), tuple(figures)
        for kinds in _KINDS.finditer(words) if len(own) > 2 else ():
            number = int(decimal_of(kinds["number"].replace("两", "二")) or 0)
            place, ends = kinds.start() + sentence.start, words[kinds.end() :].startswith(_ENDS)
            for whole, parts in _lists(told, own, number):
                if _is_near(place, ends, whole, parts):
                    yield from _misfit(told, whole, parts)
        for whole, parts in _sorted(told, own):
            yield from _misfit(told, whole, parts)


def _sorted(
    told: ObservedReport, figures: Sequence[Observation]
) -> Iterator[tuple[Observation, Sequence[Observation]]]:
    """Each figure that its sentence sorts (137件,按渠道分,当面21件、邮寄48件、网络68件), with all behind it that are counted like it."""
    for at, whole in enumerate(figures[:-2]):
        parts = [one for one in figures[at + 1 :] if one.unit == whole.unit]
        between = told.report.folded[whole.span.end : parts[0].span.start] if parts else ""
        if len(parts) > 1 and _SORTS.search(between) and all(_kind(one) == _kind(whole) for one in parts):
            yield whole, parts


def _lists(
    told: ObservedReport, figures: Sequence[Observation], number: int
) -> Iterator[tuple[Observation, Sequence[Observation]]]:
    """Each figure with the ``number`` figures behind it, where these open as a list and are all there are of its unit."""
    for at, whole in enumerate(figures):
        parts, behind = figures[at + 1 : at + 1 + number], figures[at + 1 + number :]
        alike = [
            one for one in (whole, *parts) if _kind(one) == (whole.unit, whole.status, whole.period, *_PLAIN)
        ]
        between = told.report.folded[whole.span.end : parts[0].span.start] if parts else ""
        if (
            len(parts) == number
            and len(alike) == number + 1
            and _OPENS.search(between)
            and not any(one.unit == whole.unit for one in behind[:1])
        ):
            yield whole, parts


def _kind(one: Observation) -> tuple[str | None, ...]:
    return one.unit, one.status, one.period, one.measure, one.bound


def _is_near(place: int, ends: bool, whole: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the number of kinds stands beside the whole, or ends the clause directly behind the list."""
    beside = whole.span.start - _REACH <= place <= parts[0].span.start
    return beside or (ends and parts[-1].span.end <= place <= parts[-1].span.end + _REACH)


def _misfit(told: ObservedReport, whole: Observation, parts: Sequence[Observation]) -> Iterator[Note]:
    sum_, limit = sum((part.value for part in parts), start=Decimal(0)), told.possible(whole)
    said = {"whole": told.said(whole), "parts": told.listed(parts), "sum": in_digits(sum_)}
    if told.sum(parts).above(limit):
        yield note("parts-exceed-whole", [whole, *parts], said)
    elif limit.above(told.sum(parts)):
        yield note("parts-fall-short", [whole, *parts], {**said, "difference": in_digits(whole.value - sum_)})
