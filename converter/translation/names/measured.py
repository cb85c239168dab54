"""What is measured, in itself or of something: what a noun can have so much of."""

import re

from converter.translation.names import amounts
from converter.translation.names.lexicon import NOUNS

# What can be so much in itself.
_MONEY = re.compile(
    r"\b(?:income|revenue|value|investments?|capital|profits?|tax(?:es)?|assets|sales|imports|exports|spending|turnover)\b"
)


# What many things have, each its own.
_MEASURES = (
    r"(?:rate|value|revenue|income|output|investment|number|prices?|index|coverage|fires?\+?|accidents?\+?)"
)
MEASURE, MEASURED = re.compile(rf"{_MEASURES}$"), re.compile(rf"\b{_MEASURES}\b")


def has_amount(word: str, amount: str) -> bool:
    """Whether an amount is one of what the word before it names (``营收超百亿元``), and not of what stands behind both."""
    english = NOUNS.load().get(word)
    return bool(english) and (amounts.is_above(amount) or bool(_MONEY.search(english or "")))
