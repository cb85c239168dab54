"""What a text speaks of, as stems of English words: those of its own words, or of the English of its Chinese ones."""

import re
from collections import defaultdict
from collections.abc import Mapping

from converter.kept import kept
from converter.translation.names.lexicon import ADJECTIVES, NOUNS, VERBS
from converter.translation.numbers.number import Language
from converter.translation.numbers.sense_tables import COUNTING

_WORD = re.compile("[A-Za-z]{3,}")
_HAN = re.compile("[\u4e00-\u9fff]+")
_STEM = 5  # letters that export, exports and exporting share


def stems(text: str, language: Language) -> set[str]:
    """The stems of a folded text in ``language``."""
    return _english(text) if language == "en" else _chinese(text)


def _english(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in COUNTING.load().plain}


def _chinese(text: str) -> set[str]:
    known, longest = _dictionary()
    words = (
        part[at:end]
        for part in _HAN.findall(text)
        for at in range(len(part))
        for end in range(at + 2, min(at + longest, len(part)) + 1)
    )
    return {stem for word in words for stem in known.get(word, ())}


@kept
def _dictionary() -> tuple[Mapping[str, frozenset[str]], int]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in (NOUNS.load(), ADJECTIVES.load()):
        for zh, en in table.items():
            found[zh] |= _english(en)
    for zh, deed in VERBS.load().items():
        found[zh] |= _english(f"{deed.done} {deed.noun} {deed.doing}")
    return {zh: frozenset(stems) for zh, stems in found.items()}, max(map(len, found))
