"""What a text speaks of, as stems of English words: those of its own words, or of the English of its Chinese ones."""

import re
from collections import defaultdict
from collections.abc import Mapping

from converter.caching import kept
from converter.translation.names.lexicon import ADJECTIVES, NOUNS, VERBS
from converter.translation.numbers.number import Language
from converter.translation.numbers.sense_tables import COUNTING
from converter.translation.places import read_aloud

_WORD = re.compile("[A-Za-z]{3,}")
_HAN = re.compile("[\u4e00-\u9fff]+")
_CAPITAL = re.compile("[A-Z][a-z']{3,}")
_NAME = "name "
_STEM = 5  # letters that export, exports and exporting share


def stems(text: str, language: Language) -> set[str]:
    """The stems of a folded text in ``language``."""
    if language == "zh":
        return _chinese(text) | _names(text)
    return _english(text) | {f"{_NAME}{name}" for name in _CAPITAL.findall(text)}


def _names(text: str) -> set[str]:
    """Names read aloud (宝龙: Baolong), as English writes them: any two or three characters may be one."""
    read = [
        (run, at, length)
        for run in _HAN.findall(text)
        for length in (2, 3)
        for at in range(len(run) - length + 1)
    ]
    return {f"{_NAME}{read_aloud(run[at : at + length])}" for run, at, length in read}


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
