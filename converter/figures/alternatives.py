"""Lists of words as parts of patterns.

What words begin with in common is written once, as a tree: of a thousand words only those with the right first character
are tried, and of these only those with the right second one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of ``words``, a longer one before a shorter one that begins it."""
    return _tree(dict.fromkeys(words, ""))


def guarded(
    words: Iterable[str], behind: Mapping[str, str] | None = None, before: Mapping[str, str] | None = None
) -> str:
    """As ``either``, but a word not behind, or not before, any of the characters listed for it."""
    behind, before = behind or {}, before or {}

    def guard(word: str) -> str:
        left = f"(?<!{_one_of(behind[word])}{re.escape(word)})" if word in behind else ""
        right = f"(?!{_one_of(before[word])})" if word in before else ""
        return left + right

    return _tree({word: guard(word) for word in words})


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


def _one_of(chars: str) -> str:
    return f"[{re.escape(chars)}]"


def _tree(rests: Mapping[str, str]) -> str:
    """A pattern for what is left of words, each with what is asked where it ends."""
    branches: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for rest, asked in rests.items():
        if rest:
            branches[rest[0]][rest[1:]] = asked
    longer = [re.escape(first) + _branch(inner) for first, inner in sorted(branches.items())]
    return "|".join([*longer, rests[""]] if "" in rests else longer)


def _branch(rests: Mapping[str, str]) -> str:
    if len(rests) == 1:
        ((rest, asked),) = rests.items()
        return re.escape(rest) + asked
    return f"(?:{_tree(rests)})"
