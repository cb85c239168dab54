"""Lists of words as parts of patterns."""

import re
from collections.abc import Iterable, Mapping


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of ``words``, a longer one before a shorter one that begins it."""
    return "|".join(map(re.escape, _longest_first(words)))


def guarded(
    words: Iterable[str], behind: Mapping[str, str] | None = None, before: Mapping[str, str] | None = None
) -> str:
    """As ``either``, but a word not behind, or not before, any of the characters listed for it."""
    behind, before = behind or {}, before or {}

    def guard(word: str) -> str:
        left = f"(?<!{_one_of(behind[word])})" if word in behind else ""
        right = f"(?!{_one_of(before[word])})" if word in before else ""
        return left + re.escape(word) + right

    return "|".join(guard(word) for word in _longest_first(words))


def one_of(
    words: Iterable[str], behind: Mapping[str, str] | None = None, before: Mapping[str, str] | None = None
) -> str:
    """As ``guarded``, for long lists inside a pattern: a group that is given up at once where none of ``words`` begins."""
    words = list(words)
    firsts = "".join(sorted({word[0] for word in words}))
    return f"(?={_one_of(firsts)})(?:{guarded(words, behind, before)})"


def ends(words: Iterable[str]) -> frozenset[str]:
    """What any of ``words`` ends in: of a text that ends otherwise none need be looked for at its end."""
    return frozenset(word[-1] for word in words)


def starts(words: Iterable[str]) -> frozenset[str]:
    """What any of ``words`` begins with."""
    return frozenset(word[0] for word in words)


def _one_of(chars: str) -> str:
    return f"[{re.escape(chars)}]"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
