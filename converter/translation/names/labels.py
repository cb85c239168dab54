"""Labels between quotation marks that stay as they are: read aloud (``“桂惠贷”``), or known by their numbers (``“1+3”``)."""

import re

from converter.text.numerals import spelled
from converter.translation.names.lexicon import GRAMMAR, NOUNS
from converter.translation.names.tokens import PLUS, words_of
from converter.translation.places import read_aloud

# What is longer, or counts something, has a sense that no reading gives.
_LABEL = re.compile(spelled("“((?:(?![{chinese}两双百千最更不无有全新])[\u3400-\u9fff]){2,4})”"))
_NAMED = re.compile("“([\u3400-\u9fff]{4,7})”")
_CODE = re.compile(r"“[\w+.-]{3,}”", re.ASCII)


def read_label(word: str) -> str | None:
    """A label whose words say nothing, as it is read; None for another word."""
    label = _LABEL.fullmatch(word)
    return f"“{read_aloud(label[1])}”" if label and not words_of(label[1]) else None


def product(word: str) -> str | None:
    """A label that ends with what it is (``“丽创贷”``), None for another word."""
    if (kind := GRAMMAR.load().labels.get(word[-2:-1])) and (read := read_label(word)):
        return f"{read} {kind}"
    named = _NAMED.fullmatch(word)
    cuts = range(2, min(4, len(named[1]) - 1)) if named else ()
    for cut in cuts:  # “暖蜂驿站”
        lead, noun = word[1 : cut + 1], NOUNS.load().get(word[cut + 1 : -1])
        if noun and not words_of(lead) and (read := read_label(f"“{lead}”")):
            return f"{read} {noun}"
    return None


def code(word: str) -> str | None:
    """A plan known by its numbers, as it stands; None for another word."""
    return word.replace("+", PLUS) if _CODE.fullmatch(word) else None
