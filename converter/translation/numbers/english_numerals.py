"""English numerals, in words, digits or both, to exact decimals."""

import re
from decimal import Decimal

from converter.figures.alternatives import either
from converter.translation.numbers.tables import ENGLISH

_KNOWN = ENGLISH.load()
_WORDS = _KNOWN.number_words
_MAGNITUDES = _KNOWN.magnitudes
_ONES = {word: value for value, word in enumerate(_WORDS.ones)}
_TENS = {word: 10 * value for value, word in enumerate(_WORDS.tens, 2)}
_ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_WORDS.ordinals)} | {
    word: 10 * value for value, word in enumerate(_WORDS.ordinal_tens, 2)
}
_PARTS = (
    {str(parts): parts for parts in range(2, 11)}
    | {"half": 2, "halves": 2, "quarter": 4, "hundredth": 100}
    | {word: value for word, value in _ORDINALS.items() if 2 < value <= 10}
)

MAGNITUDE = f"(?:{either(_MAGNITUDES)})s?"
DIGITS = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_UNIT = rf"(?:(?:{either(_TENS)})(?:[ -](?:{either(_WORDS.ones[1:10])})\b)?|{either(_ONES)})\b"
_SCALES = rf"(?:[ -]{MAGNITUDE}\b)"
WORD = (
    rf"\b(?:{_UNIT}|an? (?={MAGNITUDE}\b)(?:{MAGNITUDE})\b){_SCALES}*"
    rf"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)|(?<=trillion)),?(?: and)?[ -]{_UNIT}{_SCALES}*)*"
)
# Atomic: the pattern never gives part of a numeral back, so twenty-one is no range from twenty to one.
NUMERAL = rf"(?>{DIGITS}(?:{MAGNITUDE}\b)?{_SCALES}*|{WORD})"
ORDINAL = (
    rf"(?:(?<![\d.])\d+(?:,\d{{3}})*(?:st|nd|rd|th)|\b(?:(?:{either(_TENS)})[ -](?:{either(_WORDS.ordinals[1:10])})"
    rf"|{either(_ORDINALS)}|(?:an?|one) hundredth)\b)"
)


def value_of(numeral: str) -> Decimal | None:
    """The value of a numeral or ordinal (``1.3 billion``, ``twenty-one``, ``3rd``), None where it is none."""
    total, group = Decimal(0), None
    for token in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", numeral.lower()):
        step = _step(token)
        if token in _MAGNITUDES or token.removesuffix("s") in _MAGNITUDES:
            total, group = _scaled(total, group, _MAGNITUDES[token if token in _MAGNITUDES else token[:-1]])
        elif step is not None:
            group = step if group is None else group + step
    return None if group is None and not total else total + (group or 0)


def _step(token: str) -> Decimal | None:
    if token[0].isdigit():
        return Decimal(token.replace(",", "").rstrip("."))
    known = _ONES | _TENS | _ORDINALS
    return Decimal(known[token]) if token in known else None


def _scaled(total: Decimal, group: Decimal | None, size: int) -> tuple[Decimal, Decimal | None]:
    """``hundred`` and ``dozen`` scale what stands before them in the group, larger ones close the group."""
    if size < 1000:
        return total, (group or Decimal(1)) * size
    if group is None and total:
        return total * size, None  # two hundred thousand million
    return total + (group or Decimal(1)) * size, None


def part_of(word: str) -> int:
    """Into how many parts a word divides: ``thirds`` into 3."""
    word = word.lower()
    return _PARTS[word] if word in _PARTS else _PARTS[word.removesuffix("s")]
