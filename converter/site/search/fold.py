"""How the search reads a text.  ``fold.js`` reads the same way in the browser: change both, or neither.

What does not matter: width, case, accents, blanks and punctuation, traditional or simplified characters.  What
does: letters, digits, ``%``, ``‰``, the point of 45.4, and a blank between two Latin words or numbers.
"""

import re
import unicodedata
from collections.abc import Mapping

_KEPT = "%‰"
_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])")
_SIGNS = re.compile(r"(?<![0-9])\.|\.(?![0-9])|,")
_BLANKS = re.compile(r" {2,}")
_LOOSE = re.compile(r" (?![a-z0-9])|(?<![a-z0-9]) ")


class Fold:
    """Folds texts; ``variants`` are pairs of a character and the one it is read as."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        self._table = _Table(variants)

    @property
    def seen(self) -> set[str]:
        """Every character that was in a text so far."""
        return set(map(chr, self._table))

    def __call__(self, text: str) -> str:
        """The folded text: the characters that count, a line feed where the text has one."""
        plain = text.translate(self._table)
        joined = _GROUPS.sub(lambda number: number[0].replace(",", ""), plain)
        return _LOOSE.sub("", _BLANKS.sub(" ", _SIGNS.sub(" ", joined)))


class _Table(dict[int, str]):
    """Filled as characters come, for a text has few of the many there are."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        super().__init__()
        self._variants = variants

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).lower())
        self[code] = "".join(map(self._read, plain))
        return self[code]

    def _read(self, character: str) -> str:
        if character in "\n.,":
            return character
        category = unicodedata.category(character)
        if category in ("Mn", "Cf"):
            return ""
        counts = category[0] in "LN" or character in _KEPT
        return self._variants.get(character, character) if counts else " "
