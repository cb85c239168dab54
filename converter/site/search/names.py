"""What readers may call things by: the names that stand in headings and tables, and how the characters of a site sound.

Whoever types Chinese types its sounds.  So does whoever takes a wrong character of the same sound.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pypinyin import Style, pinyin

from converter.caching import kept
from converter.site.search.pages import BuiltPage

MOST = 2_500
"""Names the browser gets, about 15 KB as it downloads them: the terms, and what stands in most headings and tables."""
_LONGEST = 24
_CHINESE = re.compile(r"[㐀-鿿]")
# 二是 and 三、 count headings, they name nothing.
_COUNT = re.compile(
    r"^(?:第?[一二三四五六七八九十]+[、是章节条]|[（(][一二三四五六七八九十]+[)）]|[0-9]+[.、]) *"
)


def names_in(page: BuiltPage) -> Counter[str]:
    """The Chinese names that head parts of the page and rows of its tables."""
    headings = [entry.heading or entry.text.partition("\n")[0] for entry in page.entries]
    named = (_COUNT.sub("", name) for name in headings if _CHINESE.search(name))
    return Counter(name for name in named if len(name) <= _LONGEST)


def names_of(known: Iterable[str], counted: Counter[str]) -> list[str]:
    """``known`` names first, then the others, those that occur most often before; never one twice."""
    by_count = sorted(counted, key=lambda name: (-counted[name], name))
    return list(dict.fromkeys([*known, *by_count]))[:MOST]


def sounds(counted: Mapping[str, int]) -> dict[str, str]:
    """Each syllable with the characters that sound so: those of the site first, the most frequent before, a bar, then others in use."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for character in sorted(_in_use() | counted.keys(), key=lambda one: (-counted.get(one, 0), one)):
        for syllable in _syllables(character):
            found.setdefault(syllable, ([], []))[character not in counted].append(character)
    return {syllable: f"{''.join(own)}|{''.join(other)}" for syllable, (own, other) in sorted(found.items())}


@kept
def _in_use() -> frozenset[str]:
    """The characters of the first level of GB 2312, which an input method offers first."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return frozenset(code.decode("gb2312", errors="ignore") for code in rows) - {""}


def _syllables(character: str) -> list[str]:
    """How a character may be read, without tones; ``v`` stands for ü, as it is typed."""
    if not _CHINESE.match(character):
        return []
    (read,) = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return [syllable for syllable in read if syllable.isascii() and syllable.isalpha()]
