"""What ``page.toml`` knows, compiled, and the folding its patterns are written for."""

import re
import unicodedata
from collections.abc import Mapping

from bs4 import Tag

from converter.caching import kept, kept_latest
from converter.knowledge import Table
from converter.text.numerals import Regex, spelled

# ⑫ stays what it is: folded it would be a number, and no mark of an item.
_FOLDED = re.compile(spelled("[^{enclosed}]+"))
# Lists of patterns and names by section and key.
PAGE = Table(__package__, "page.toml", dict[str, dict[str, tuple[Regex, ...]]])


def table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """``page.toml`` as it stands: lists of patterns and names by section and key."""
    return PAGE.load()


@kept
def pattern(section: str, key: str) -> re.Pattern[str]:
    """One pattern of all that ``page.toml`` lists under ``key`` of ``section``."""
    return re.compile("|".join(f"(?:{one})" for one in table()[section][key]), re.I)


def folded(words: str) -> str:
    """``words`` as the patterns see them: half-width, one space for any blank, none around."""
    return " ".join(_FOLDED.sub(lambda part: unicodedata.normalize("NFKC", part[0]), words).split())


def squashed(words: str) -> str:
    """``words`` without blanks, folded: to tell whether two texts say the same."""
    return folded(words).replace(" ", "")


def noise_reason(words: str) -> str | None:
    """Why a line is the page's own (a key of ``structure/clean/noise.toml``), None where it may be the report's."""
    line = folded(words)
    for reason in table()["noise"]:
        if pattern("noise", reason).fullmatch(line):
            return reason
    return None


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value, several values joined by spaces, empty where there is none."""
    value = tag.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)


def has_name(tag: Tag, key: str) -> bool:
    """True where a word of the element's id or class is one of ``[names] key``."""
    return bool(tag.attrs) and _is_named(f"{attribute(tag, 'id')} {attribute(tag, 'class')}", key)


@kept_latest(10_000)
def _is_named(names: str, key: str) -> bool:
    return any(pattern("names", key).fullmatch(name) for name in names.lower().split())
