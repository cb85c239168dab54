"""Units and currencies that the two languages may say differently (``units.toml``)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from converter.caching import kept
from converter.model import Span
from converter.translation.numbers.number import Language
from converter.translation.numbers.tables import UNITS, Unit

_REACH = 24  # characters; the longest unit with what may stand before it
_OF = re.compile("^(?:of )?an? ")  # half a year; 30 a year are no years
_PART = re.compile("(?:half|quarters?|thirds?)$", re.I)
_FILLER = {"zh": " 余多来-", "en": " -"}
_OR_MORE = re.compile("(?:or (?:more|less|fewer|so)|and more|odd|plus) ")


@kept
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a number, and what behind it: one group a row, named by its place."""
    rows = list(enumerate(UNITS.load().unit))
    before = [(at, row.en_before) for at, row in rows if language == "en" and row.en_before]
    behind = [(at, row.zh if language == "zh" else row.en) for at, row in rows]
    return _either(before, "(?<![A-Za-z])(?:{}) ?$"), _either(behind, "(?:{})")


def _either(rows: Sequence[tuple[int, str]], frame: str) -> re.Pattern[str]:
    inner = "|".join(f"(?P<u{at}>{pattern})" for at, pattern in rows) or "(?!)"
    return re.compile(frame.format(inner), re.I)


def unit_at(text: str, span: Span, language: Language) -> str:
    """The name of the unit of the number at ``span`` of a folded text, empty where none of the table stands there."""
    before, behind = _patterns(language)
    rest = text[span.end : span.end + _REACH].lstrip(_FILLER[language])
    rest = _OR_MORE.sub("", rest, count=1) if _OR_MORE.match(rest) else rest
    match = behind.match(_OF.sub("", rest) if _PART.search(span.of(text)) else rest)
    match = match or before.search(text[max(0, span.start - _REACH) : span.start])
    return UNITS.load().unit[int((match.lastgroup or "u0")[1:])].name if match else ""


@kept
def _by_name() -> dict[str, Unit]:
    return {row.name: row for row in UNITS.load().unit}


def times_between(zh: str, en: str) -> Decimal | None:
    """What a value in ``zh`` is multiplied by to be in ``en``: names of units; None where they are not of one dimension."""
    one, other = _by_name().get(zh), _by_name().get(en)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return one.size / other.size


def is_unit(name: str) -> bool:
    """Whether ``name`` is that of a unit or currency, and not of a plan or decision."""
    return name in _by_name()
