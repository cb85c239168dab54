"""A name cut into words that the tables have: as few as will do, the last one as long as it can be."""

import re
from collections.abc import Iterator

from converter.translation.names import amounts, counts
from converter.translation.names.lexicon import AMONG, NOUNS, THAN, known_words, lengths

Words = tuple[str, ...]
# What is English already, as PM2.5, GDP, or 5G; a number alone would be the figure's own.
_LATIN = re.compile(r"(?=[\d.]*[A-Za-z])[A-Za-z\d][A-Za-z\d.+&-]*")
# A plus of the name itself, as one of the tables stands where a word takes its plural.
PLUS = "＋"
_QUOTED = re.compile("“([^“”]+)”")


def words_of(name: str) -> tuple[str, ...] | None:
    """The words of ``name``, None where some of it is in no table."""
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * len(
        name
    )  # words so far, where the last one begins
    for start in range(len(name)):
        so_far = best[start]
        if so_far is None:
            continue
        for end in _ends(name, start):
            there = best[end]
            so_many = so_far[0] + _weight(name[start:end])
            if there is None or so_many < there[0]:
                best[end] = (so_many, start)
    return tuple(reversed([*_back(name, best)])) if best[-1] else None


def _weight(word: str) -> int:
    """How much a word counts where as few as will do are looked for: a character alone is mostly a part of a word."""
    return 3 if len(word) == 1 and (word in (AMONG, THAN) or word in NOUNS.load()) else 2


def _ends(name: str, start: int) -> Iterator[int]:
    for pattern in (_LATIN, _QUOTED):
        if (found := pattern.match(name, start)) and _begins(name, start):
            yield found.end()
    if name[start] in amounts.FIRST and _begins(name, start):
        yield from amounts.ends(name, start)
    if _begins(name, start):
        yield from counts.ends(name, start)
    known = known_words()
    for length in lengths().get(name[start], ()):
        word = name[start : start + length]
        if len(word) == length and word in known:
            yield start + length


def _begins(name: str, start: int) -> bool:
    """Whether Latin letters here are a word of their own and not the rest of one."""
    return not (start and name[start - 1].isascii() and name[start - 1].isalnum())


def _back(name: str, best: list[tuple[int, int] | None]) -> Iterator[str]:
    end = len(name)
    while end:
        cell = best[end]
        assert cell is not None
        yield name[cell[1] : end]
        end = cell[1]


def latin(word: str) -> str | None:
    """A word that needs no translation, None for any other."""
    return word.replace("+", PLUS) if _LATIN.fullmatch(word) else None


def quoted(word: str) -> str | None:
    """What stands between quotation marks, None for a word without them."""
    found = _QUOTED.fullmatch(word)
    return found[1] if found else None
