"""Numbers by their value: 66万, 660,000, 660000 and 0.66 million are one.  ``values.js`` reads the same way."""

import re

_POWERS = {
    "百": 2, "千": 3, "万": 4, "亿": 8,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
# 5百分点 is 5 of something, not 500.
_NUMBER = re.compile(
    r"(?<![a-z0-9.])([0-9]+)(?:\.([0-9]+))?"
    r"(?:([百千万亿]+)(?!分)| (thousand|million|billion|trillion)(?![a-z0-9])|(?![a-z0-9]|\.[0-9]))"
)
# A smaller number without a word behind it is always printed in the same way.
_DIGITS = 3


def values(folded: str) -> list[str]:
    """The values that a folded text states with three digits or more, or with a word such as 万, as plain decimals."""
    found = []
    for number in _NUMBER.finditer(folded):
        whole, part, units, word = number.groups()
        power = _POWERS[word] if word else sum(_POWERS[unit] for unit in units or "")
        if power or len(whole) >= _DIGITS:
            found.append(_shifted(whole, part or "", power))
    return found


def _shifted(whole: str, part: str, power: int) -> str:
    digits = whole + part[:power].ljust(power, "0")
    rest = part[power:].rstrip("0")
    return (digits.lstrip("0") or "0") + (f".{rest}" if rest else "")
