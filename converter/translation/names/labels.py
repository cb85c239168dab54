"""Labels between quotation marks that stay as they are: read aloud (``“桂惠贷”``), or known by their numbers (``“1+3”``)."""

import re

from converter.text.numerals import spelled
from converter.translation.names.lexicon import GRAMMAR
from converter.translation.names.tokens import PLUS, words_of
from converter.translation.places import read_aloud

# What is longer, or counts something, has a sense that no reading gives.
_LABEL = re.compile(spelled("“((?:(?![{chinese}两双百千])[\u3400-\u9fff]){2,4})”"))
_CODE = re.compile(r"“[\w+.-]{3,}”", re.ASCII)


def read_label(word: str) -> str | None:
    """A label whose words say nothing, as it is read; None for another word."""
    label = _LABEL.fullmatch(word)
    return f"“{read_aloud(label[1])}”" if label and not words_of(label[1]) else None


def product(word: str) -> str | None:
    """A label that ends with what it is (``“丽创贷”``), None for another word."""
    kind = GRAMMAR.load().labels.get(word[-2:-1])
    read = read_label(word) if kind else None
    return f"{read} {kind}" if read else None


def code(word: str) -> str | None:
    """A plan known by its numbers, as it stands; None for another word."""
    return word.replace("+", PLUS) if _CODE.fullmatch(word) else None
