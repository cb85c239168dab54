"""What a text says of its numbers besides their values: which way they go, by how much or to where (``senses.toml``)."""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, structs

from converter.text.fold import fold
from converter.translation.numbers.grammar import BLANK
from converter.translation.numbers.number import Language, Number
from converter.translation.numbers.sense_patterns import Patterns, growth_behind, patterns_of
from converter.translation.numbers.sense_tables import SENSES

Direction = Literal["", "up", "down"]
_BEHIND = 40
_NEAR = 10
_TO = re.compile(r" ?: ?\d+(?:\.\d+)?(?![\d:])")
_RATIO = re.compile(r"\d ?: ?$")
_DATES = ("year", "month", "day")
_WORDS = 6  # English words between a word of direction and its number
_AWAY = 12  # Chinese characters between them
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "": ""}


class Sense(Struct, frozen=True):
    """What stands around a number; a field is empty or false where the text does not say it clearly.

    ``measured`` tells whether a change is given by its size (``by``) or by where it ends (``to``), and of a number of times
    whether what was before is counted in (``whole``); ``at`` is of a number that is simply so, without any change.  ``end`` is where a change begins (``from``) or ends (``to``),
    ``off`` is true of a share that is taken off a price, ``slowed`` of what a fall that has slowed down was or is.
    """

    direction: Direction = ""
    measured: Literal["", "by", "to", "whole", "at"] = ""
    end: Literal["", "from", "to"] = ""
    negative: bool = False
    off: bool = False
    slowed: bool = False


def senses(text: str, numbers: Sequence[Number], language: Language) -> tuple[Sense, ...]:
    """A sense for each of ``numbers``, which are the numbers of ``text`` in order; a date has none and parts no others."""
    folded = fold(text)
    ago = patterns_of(language).ago
    plain = [
        number
        for number in numbers
        if number.kind not in _DATES
        and number.unit != "rate base"
        and not ago.match(folded, number.span.end)
        and not _RATIO.search(folded[max(0, number.span.start - 3) : number.span.start])
    ]
    told = dict(zip(plain, _told(folded, plain, language), strict=True))
    found = (told.get(number, Sense()) for number in numbers)
    if language == "zh":
        return tuple(found)
    return tuple(
        structs.replace(s, slowed=_is_slowed(folded, n)) for n, s in zip(numbers, found, strict=True)
    )


def _is_slowed(folded: str, number: Number) -> bool:
    before = folded[max(0, number.span.start - 5 * _BEHIND) : number.span.start]
    return re.search(SENSES.load().english.slowed_fall, before) is not None


def _told(folded: str, numbers: Sequence[Number], language: Language) -> list[Sense]:
    patterns = patterns_of(language)
    gaps = [_gap(folded, a, b, language) for a, b in zip([None, *numbers], numbers, strict=False)]
    told: list[Sense] = []
    for at, (gap, number) in enumerate(zip(gaps, numbers, strict=True)):
        behind = folded[number.span.end : number.span.end + _BEHIND]
        leads_on = _leads_on(gaps, at + 1, patterns)
        goes_on = number.upper is not None or leads_on
        if at and not goes_on and _leads_back(gap, told[-1], patterns):
            way = told[-1].direction or _word(gap[-_NEAR:], language)  # 45 percent, up from 40
            told[-1] = structs.replace(told[-1], end="to", direction=way)
            told.append(Sense(end="from"))
        elif goes_on and patterns.origin.search(gap):
            told.append(Sense("" if leads_on else _word(gap, language), end="from"))
        elif at and told[-1].end == "from" and not told[-1].direction and not patterns.list.fullmatch(gap):
            told.append(_arrived(_sense(folded, gap, number, language), gap, gaps[at - 1], language))
        else:
            sense = _sense(folded, gap, number, language)
            if (number.value and patterns.negative.search(gap)) or patterns.negative_behind.match(behind):
                sense = structs.replace(sense, negative=True, direction=_OPPOSITE[sense.direction])
            listed = at and _continues(numbers[at - 1], number, sense) and patterns.list.fullmatch(gap)
            if patterns.begins.match(behind):
                listed = None
            told.append(told[-1] if listed else sense)
    return told


def _gap(folded: str, one: Number | None, other: Number, language: Language) -> str:
    """What stands between two numbers, without the growth or fall of the first: from 14 percent growth to 3 percent."""
    gap = folded[_end(folded, one) if one else 0 : other.span.start]
    own = growth_behind().match(gap) if one and language == "en" else None
    return " " * own.end() + gap[own.end() :] if own else gap


def _end(folded: str, number: Number) -> int:
    """Where a number ends, with what a ratio is to: 1.28:1."""
    ratio = _TO.match(folded, number.span.end)
    return ratio.end() if ratio else number.span.end


def _leads_back(gap: str, before: Sense, patterns: Patterns) -> bool:
    """Whether the number before is where a change ended and this where it began: to 5 from 3; now 5, compared with 3."""
    back = patterns.back.fullmatch(gap)
    if back is None or before.end:
        return False
    directly = not before.measured and patterns.directly.fullmatch(gap)
    return bool(before.measured == "to" or back["other"] or directly)


def _continues(one: Number, number: Number, sense: Sense) -> bool:
    return not sense.direction and one.kind == number.kind


def _leads_on(gaps: Sequence[str], at: int, patterns: Patterns) -> bool:
    """Whether the next number that continues no list is where a change ends: from 20 and 30 yuan to 25 and 36."""
    following = next((gap for gap in gaps[at:] if not patterns.list.fullmatch(gap)), "")
    return patterns.goal.search(following) is not None


def _arrived(sense: Sense, gap: str, before: str, language: Language) -> Sense:
    """Where a change ends; behind "from" even "up to" tells a way."""
    way = _last(gap[-_NEAR:], language)
    direction = sense.direction or (_direction(way) if way else _word(before, language))
    return structs.replace(sense, direction=direction, measured="to", end="to")


def _part(gap: str, language: Language) -> str:
    """The gap back to the start of its part of the sentence, without words that only look like words of direction."""
    part = patterns_of(language).part.split(gap)[-1]
    return patterns_of(language).neither.sub(lambda match: match["stays"] or BLANK * len(match[0]), part)


def _last(part: str, language: Language) -> re.Match[str] | None:
    found = list(patterns_of(language).word.finditer(part))
    return found[-1] if found else None


def _word(gap: str, language: Language) -> Direction:
    part = _part(gap, language)
    match = _last(part, language)
    return _direction(match) if match and BLANK not in part[match.end() :] else ""


def _direction(match: re.Match[str]) -> Direction:
    return "up" if match["up"] else "down"


def _sense(folded: str, gap: str, number: Number, language: Language) -> Sense:
    before, behind = folded[: number.span.start], folded[number.span.end : number.span.end + _BEHIND]
    if language == "en" and _is_off(gap, behind):
        return structs.replace(_english(_part(gap, language), behind), off=True)
    if turned := patterns_of(language).turned.search(gap):
        return Sense("", "to" if turned["to"] else "by")
    part = _part(gap, language)
    sense = _chinese(part) if language == "zh" else _english(part, behind)
    if number.kind == "times":
        return structs.replace(sense, measured=_times(gap, behind, number.surface, language))
    level = (
        sense == Sense() and not number.optional and _is_level(_part(before, language), behind, language)
    )  # not "was halved"
    return Sense("", "at") if level else sense


def _is_off(gap: str, behind: str) -> bool:
    known = SENSES.load().discount
    return bool(re.search(known.off_before, gap) or re.match(known.off, behind))


def _is_level(part: str, behind: str, language: Language) -> bool:
    patterns = patterns_of(language)
    plain = _last(part, language) is None and not patterns.compared_behind.match(behind)
    return plain and patterns.level.search(part) is not None


def _chinese(part: str) -> Sense:
    known = SENSES.load().chinese
    if compared := re.search(known.compared, part):
        return Sense("up" if compared["more"] or compared["above"] else "down", "by")
    if (match := _last(part, "zh")) is None:
        return Sense("up", "at") if re.search(known.reached, part) else Sense()
    rest = part[match.end() :].rstrip("-负")
    if re.fullmatch(f"(?:{known.filler})*", rest):
        return Sense(_direction(match), "to" if re.search(f"(?:{known.ends})$", match[0]) else "by")
    if re.fullmatch(f"(?:{known.filler}|{known.ends})*", rest):
        return Sense(_direction(match), "to")
    if len(rest) > _AWAY or BLANK in rest:
        return Sense()
    return Sense(_direction(match), "to" if re.search(f"(?:{known.ends})$", rest) else "")


def _english(part: str, behind: str) -> Sense:
    if match := growth_behind().match(behind):
        return Sense("up" if match["up"] else "down", "by")
    match = _last(part, "en")
    rest = part[match.end() :] if match else ""
    if match is None or len(rest.split()) > _WORDS or BLANK in rest:
        return Sense()
    if re.search(SENSES.load().english.settled, rest):
        return Sense(_direction(match))
    way = re.findall(SENSES.load().english.way, rest.lower())[-1:]
    by = way == ["by"] or re.fullmatch(SENSES.load().english.filler, rest)
    return Sense(_direction(match), "to" if way == ["to"] else "by" if by else "")


def _times(gap: str, behind: str, surface: str, language: Language) -> Literal["", "by", "whole"]:
    known = SENSES.load().times
    if re.fullmatch(known.whole_words, surface):
        return "whole"
    if language == "zh":
        return "by" if re.search(known.grown_zh, gap) else "whole"
    if re.search(known.whole_before, gap) or re.match(known.whole, behind):
        return "whole"
    return "by" if not surface.endswith("fold") and re.search(known.grown_en, gap) else ""
