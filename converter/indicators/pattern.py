"""The small language in which ``entries/*.toml`` says how reports print the name of an indicator.

``受理 行政复议/复议 ?申请 !听证 @法律援助`` is read word by word, in any order:

- a plain word must stand in the name; ``/`` lists alternatives
- ``?`` may stand in it
- ``!`` must not
- ``@`` must stand before the figure in its sentence, ``!@`` must not

A name that ends with a part in brackets, 受理案件（民事）, wants a word of the pattern that stands in the brackets alone.

A word that ``synonyms.toml`` lists first stands for all that are listed with it.  Whatever else the name holds must be neutral (``neutral.toml``): 受理农民工法律援助案件 is not 受理法律援助案件.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from converter.errors import SlipError
from converter.figures.alternatives import either
from converter.indicators.synonyms import ways_to_say

Group = tuple[str, ...]
Words = Mapping[str, Sequence[str]]
"""Words by the character they begin with."""
BETWEEN = "（）、"  # signs in a name that are no word
_SIGNS = ("?", "!@", "!", "@")
_PART = re.compile(r"（([^（）]*)）(?=$|占)")


class Pattern(Struct, frozen=True, dict=True):
    """One way to print a name.  Each group is a choice of words, longest first."""

    needed: tuple[Group, ...]
    allowed: tuple[Group, ...]
    barred: tuple[Group, ...]
    around: tuple[Group, ...]
    barred_around: tuple[Group, ...]

    @cached_property
    def words(self) -> Words:
        """Its needed and allowed words."""
        return words_of(chain(*self.needed, *self.allowed))

    @property
    def anchor(self) -> Group:
        """The group by which the pattern is looked up: the one with the longest shortest word."""
        return max(self.needed, key=lambda group: min(map(len, group)))


def parse(line: str) -> Pattern:
    """The pattern that ``line`` writes.  Raises SlipError where no word of two characters must stand in the name."""
    groups: dict[str, tuple[Group, ...]] = dict.fromkeys(("", *_SIGNS), ())
    for part in line.split():
        sign = next((sign for sign in _SIGNS if part.startswith(sign)), "")
        groups[sign] += (_group(part.removeprefix(sign)),)
    pattern = Pattern(groups[""], groups["?"], groups["!"], groups["@"], groups["!@"])
    if not pattern.needed or min(map(len, pattern.anchor)) < 2:
        raise SlipError("table_pattern", value=line, why="no word of two characters")
    return pattern


def words_of(words: Iterable[str]) -> Words:
    """Words by the character they begin with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        found[word[0]].append(word)
    return dict(found)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A compiled choice of words, a longer one before a shorter one that begins it; of none, what never matches."""
    return re.compile(either(words) or r"(?!)")


def weight(pattern: Pattern, name: str, *beside: Words) -> int:
    """How many characters of needed words the pattern finds; 0 where it does not match, whatever stands before the name.

    ``beside`` is what may stand beside the pattern's words in ``name``.
    """
    found = _all_found(pattern.needed, name)
    if not found or _any_found(pattern.barred, name) or not _speaks_of_part(pattern, name):
        return 0
    return sum(map(len, found)) if _is_made_of(name, pattern.words, *beside) else 0


def is_found_in(pattern: Pattern, name: str) -> bool:
    """True where the pattern finds its words, whatever else the name holds; not where it is barred or wants words before."""
    return not (pattern.around or _any_found(pattern.barred, name)) and bool(_all_found(pattern.needed, name))


def unknown_in(name: str, *known: Words) -> int:
    """How many characters of a name are left over at least when it is cut into known words; signs between them are none."""
    fewest = list(range(len(name) + 1))
    for at, char in enumerate(name):
        fewest[at + 1] = min(fewest[at + 1], fewest[at] + (char not in BETWEEN))
        for words in known:
            for word in words.get(char, ()):
                if name.startswith(word, at):
                    fewest[at + len(word)] = min(fewest[at + len(word)], fewest[at])
    return fewest[-1]


def weight_around(pattern: Pattern, around: Callable[[], str]) -> int | None:
    """How many characters of the words that must stand before the figure do; None where one does not, or a barred one does.

    ``around`` gives the words before the figure and is asked only where the pattern wants to know.
    """
    found = [_found(group, around()) for group in pattern.around]
    if not all(found) or (pattern.barred_around and _any_found(pattern.barred_around, around())):
        return None
    return sum(map(len, found))


def _is_made_of(name: str, *known: Words) -> bool:
    """True where a name can be cut into known words; signs between them are none.

    生态环境 is to be read before 环境, but 执法监督员 before 行政执法: so no word is taken before others.
    """
    reached = [True] + [False] * len(name)
    for at, char in enumerate(name):
        if reached[at]:
            reached[at + 1] |= char in BETWEEN
            for words in known:
                for word in words.get(char, ()):
                    if name.startswith(word, at):
                        reached[at + len(word)] = True
    return reached[-1]


def _speaks_of_part(pattern: Pattern, name: str) -> bool:
    part = _PART.search(name)
    if part is None:
        return True
    outside = name.replace(part[0], "")
    return any(_found(group, part[1]) and not _found(group, outside) for group in pattern.needed)


def _all_found(groups: tuple[Group, ...], text: str) -> list[str]:
    """A word of each group that stands in ``text``; none at all where one has none."""
    found: list[str] = []
    for group in groups:
        for word in group:
            if word in text:
                found.append(word)
                break
        else:
            return []
    return found


def _group(part: str) -> Group:
    words = {way for word in part.split("/") for way in ways_to_say(word)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _found(group: Group, text: str) -> str:
    return next((word for word in group if word in text), "")


def _any_found(groups: Iterable[Group], text: str) -> bool:
    return any(_found(group, text) for group in groups)
