"""Ways to tamper with a number of a translated sentence, or with its sense, each with patterns of its own."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
]
_HAN = "二三四五六七八九"
_SCALES = {
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "万亿": "亿",
    "万": "亿",
    "亿": "万",
}
_EN = re.compile(rf"(?<!Covid-)\d+(?:,\d{3})*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b", re.I)
_ZH = re.compile(rf"\d+(?:\.\d+)?|(?<![一{_HAN}十百千万亿])[{_HAN}](?=[个项次条部类批件大年级])")
_SCALE = re.compile("|".join(_SCALES))
_TAIL = re.compile(r"^(?: ?(?:million|billion|trillion|percent|%)|[余多]?(?:万亿|万|亿))+")
_SUFFIX = re.compile(r"^(?:(?:st|nd|rd|th)\b)?-?")


@dataclass(frozen=True)
class Pair:
    """A Chinese sentence and its English, and the year of the report."""

    zh: str
    en: str
    year: int


Way = Callable[[Pair, str, random.Random], str | None]
"""A side of a pair (``zh``, ``en``) with one thing changed; None where there is nothing of the kind to change."""


def numbers_of(pair: Pair, side: str, dropping: bool) -> list[re.Match[str]]:
    """The numbers of one side that may be tampered with."""
    if side == "zh":
        quoted = [match.span() for match in re.finditer("“[^“”]*”", pair.zh)]
        found = [
            m for m in _ZH.finditer(pair.zh) if not any(start <= m.start() < end for start, end in quoted)
        ]
    else:
        found = [m for m in _EN.finditer(pair.en) if not _only_english(m, pair, dropping)]
    said = Counter(match[0].lower() for match in found)
    return [match for match in found if said[match[0].lower()] == 1]


def _only_english(match: re.Match[str], pair: Pair, dropping: bool) -> bool:
    ordinal = re.match(r"(?:st|nd|rd|th)\b", match.string[match.end() :])
    if not ordinal and not (dropping and re.fullmatch(r"(?:19|20)\d\d", match[0])):
        return False
    return match[0] not in pair.zh and _in_han(int(match[0])) not in pair.zh


def _in_han(number: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    digits = f"〇一{_HAN}"
    return (("" if tens == 1 else digits[tens]) + "十" if 0 < tens < 10 else "") + (
        digits[ones] if ones else ""
    )


def changed(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Another digit or another word in one number; None where there is none."""
    if not (found := numbers_of(pair, side, dropping=False)):
        return None
    match = chance.choice(found)
    return _without(match, _other(match[0], chance))


def _without(match: re.Match[str], instead: str) -> str:
    return match.string[: match.start()] + instead + match.string[match.end() :]


def _other(number: str, chance: random.Random) -> str:
    if not number[0].isdigit():
        words = list(_HAN) if number in _HAN else _WORDS
        return chance.choice([word for word in words if word != number.lower()])
    at = chance.choice([at for at, char in enumerate(number) if char.isdigit()])
    digits = [digit for digit in "123456789" if digit != number[at]]
    return number[:at] + chance.choice(digits) + number[at + 1 :]


def rescaled(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Another scale behind a number with digits: million for billion, 万 for 亿."""
    text = pair.zh if side == "zh" else pair.en
    found = [match for match in _SCALE.finditer(text) if re.search(r"\d[余多]? ?$", text[: match.start()])]
    match = chance.choice(found) if found else None
    return _without(match, _SCALES[match[0]]) if match else None


def dropped(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number deleted as an editor's key would, with its scale and percent sign."""
    if not (found := numbers_of(pair, side, dropping=True)):
        return None
    match = chance.choice(found)
    rest = _TAIL.sub("", match.string[match.end() :])
    return match.string[: match.start()] + rest


def cut_out(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number taken out so that the sentence still reads: no suffix, hyphen or double blank stays behind."""
    if not (found := numbers_of(pair, side, dropping=True)):
        return None
    match = chance.choice(found)
    rest = _SUFFIX.sub("", _TAIL.sub("", match.string[match.end() :]))
    return re.sub(r" +(?=[ ,.;])", "", match.string[: match.start()] + rest)


def added(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number more, between two words or before a Chinese comma or stop."""
    text = pair.zh if side == "zh" else pair.en
    value = chance.choice(
        [str(chance.randint(2, 99)), str(chance.randint(100, 99999)), f"{chance.randint(1, 99)}.5%"]
    )
    places = [match.start() for match in re.finditer("[，。；、]" if side == "zh" else r" (?=[a-z])", text)]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + (f"{value}件" if side == "zh" else f" {value}") + text[at:]


_OPPOSITE = {
    one: other
    for a, b in (
        ("rose", "fell"), ("grew", "shrank"), ("increase", "decrease"), ("increased", "decreased"), ("up", "down"), ("growth", "decline"),
        ("rise", "fall"), ("increasing", "decreasing"), ("raised", "reduced"), ("climbed", "dropped"),
    )
    for one, other in ((a, b), (b, a))
}  # fmt: skip
_DIRECTION = re.compile(
    rf"\b({'|'.join(_OPPOSITE)})\b(?= (?:by |to |about |over |nearly |from |of |a further )*\d[\d,.]*(?!\w))|(?<=percent )(?:increase|growth|rise|decrease|decline)\b"
)
_CURRENCY = re.compile(r"\byuan\b|\bRMB\b")
_UNITS = {
    "kilometers": "miles", "square kilometers": "square meters", "tons": "kilograms", "hectares": "mu", "mu": "hectares", "kilowatts": "megawatts",
    "years": "months", "months": "years", "days": "hours", "hours": "days", "kilograms": "tons", "cubic meters": "liters", "year": "month",
}  # fmt: skip
_UNIT = re.compile(rf"(?<=\d )(?:million |billion )?({'|'.join(_UNITS)})\b")


def reversed_way(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Up for down beside a number of the English."""
    found = list(_DIRECTION.finditer(pair.en)) if side == "en" else []
    match = chance.choice(found) if found else None
    return _without(match, _OPPOSITE[match[0]]) if match else None


def other_currency(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Dollars for yuan in the English."""
    found = list(_CURRENCY.finditer(pair.en)) if side == "en" else []
    match = chance.choice(found) if found else None
    return _without(match, "dollars") if match else None


def other_unit(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Another unit behind a number of the English."""
    found = list(_UNIT.finditer(pair.en)) if side == "en" else []
    match = chance.choice(found) if found else None
    return _without(match, match[0].replace(match[1], _UNITS[match[1]])) if match else None


def swapped(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Two numbers of one sentence, both with digits and no years, in each other's place."""
    text = pair.zh if side == "zh" else pair.en
    found = [m for m in re.finditer(r"\d+(?:,\d{3})*(?:\.\d+)?(?:%| percent(?:age points)?|[万亿]+| (?:m|b|tr)illion)?", text)
             if not re.fullmatch(r"(?:19|20)\d\d", m[0])]  # fmt: skip
    pairs_ = [
        (a, b)
        for a, b in pairwise(found)
        if _alike(a[0], b[0]) and not re.search(r"[.。;；]\s?", text[a.end() : b.start()])
    ]
    if not pairs_:
        return None
    a, b = chance.choice(pairs_)
    return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]


def _alike(one: str, other: str) -> bool:
    return one != other and re.sub(r"[\d.,]", "", one) == re.sub(r"[\d.,]", "", other)


# Ways in which the numbers stay and their sense does not; measured on the English side, and swaps on both.
SENSE_WAYS: dict[str, Way] = {
    "reversed": reversed_way,
    "other currency": other_currency,
    "other unit": other_unit,
    "swapped": swapped,
}

WAYS: dict[str, Way] = {
    "changed": changed,
    "other scale": rescaled,
    "dropped": dropped,
    "cut out": cut_out,
    "added": added,
}
