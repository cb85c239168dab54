"""What a folded text can be found by.

A key is a character, two neighbouring characters, three if one of them is of a Latin word or number (of Chinese alone
two tell enough), a whole such word (``_legal``), a number in one (``_2.5`` of pm2.5) or a value (``=660000``).  What a
chapter is about is one too (``@problems``).  The marks never stand in a folded text.
"""

import re
from collections import Counter

from converter.site.search.values import values

_BLANKS = re.compile(r"[ \n]")
_WORD = re.compile(r"[a-z0-9.]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_THREE = re.compile(r"(?=([a-z0-9.][^ \n]{2}|[^ \n][a-z0-9.][^ \n]|[^ \n]{2}[a-z0-9.]))")
WORD, VALUE, ROLE = "_", "=", "@"
GROUP = 3
"""Words that begin with the same three characters lie together, so that the beginning of a word finds them all."""


def keys_of(folded: str) -> Counter[str]:
    """Every key of the text, with how often it occurs."""
    found: Counter[str] = Counter(folded)
    found.update(map(str.__add__, folded, folded[1:]))
    for apart in (*(kind for kind in found if _BLANKS.search(kind)),):
        del found[apart]
    found.update(_THREE.findall(folded))
    for word in _WORD.findall(folded):
        found[WORD + word] += 1
        for number in () if word.isalpha() else _NUMBER.findall(word):
            found[WORD + number] += number != word
    for value in values(folded):
        found[VALUE + value] += 1
    return found


def home_of(key: str) -> str:
    """What decides in which file a key lies: the key itself, of a word its beginning."""
    return key[: 1 + GROUP] if key[0] == WORD else key
