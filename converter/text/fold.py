"""One character in, one character out: the folding that lets every later pattern be written once.

NFKC would do most of it but changes lengths (``㎡`` → ``m2``, ``…`` → ``...``), and a span found in the
folded text must be a span of the raw text.  So the table takes only what NFKC maps to a single character,
and leaves out what carries meaning of its own (circled numbers, superscripts, fractions).
"""

import re
import unicodedata

from converter.caching import kept, kept_latest
from converter.text.simplified import replaced, simplified, unchanged

# Ranges whose compatibility forms are only another width or another code point of the same character.
_FOLDED_RANGES = (
    (0xFF01, 0xFF5E),  # full-width ASCII, among it ，：；（）？！％
    (0x2E80, 0x2FD5),  # CJK radicals that PDF printers write instead of characters
    (0xF900, 0xFAFF),  # CJK compatibility ideographs
)
# White space that is not a plain space, and characters no reader sees, become a space.
_BLANKS = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# A character class: byte-order mark, zero-width and direction marks, soft hyphen, control characters.
INVISIBLE = "\ufeff\u200b-\u200f\u2060-\u2069\u202a-\u202e\xad\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
CJK = frozenset(map(chr, range(0x4E00, 0xA000)))
"""The characters of Chinese words, as they stand in a folded text."""
_SINGLES = {
    "﹪": "%",
    "﹒": ".",
    "〔": "[",
    "〕": "]",
    "［": "[",
    "］": "]",
    "—": "-",
    "–": "-",
    "―": "-",
    "‐": "-",
    "－": "-",
}


def _table() -> dict[int, str]:
    unseen = re.findall(f"[{INVISIBLE}]", "".join(map(chr, range(0x10000))))
    pairs = {ord(blank): " " for blank in _BLANKS} | {ord(char): " " for char in unseen}
    for first, last in _FOLDED_RANGES:
        for code in range(first, last + 1):
            to = unicodedata.normalize("NFKC", chr(code))
            if len(to) == 1:
                pairs[code] = to
    return pairs | {ord(char): to for char, to in _SINGLES.items()}


_TABLE = {chr(code): to for code, to in _table().items() if chr(code) != to}
_FOLDABLE = frozenset(_TABLE)


_POINT = re.compile(r"(?<=\d)·(?=\d+[%‰])")  # 4·3%: how some printers set a decimal point
_SHORT = 64  # characters, as of a cell of a table
_PARAGRAPH = 1024


def fold(text: str) -> str:
    """Return ``text`` with widths, radicals, dashes, blanks and traditional characters folded; positions stay.

    After it: digits and Latin are ASCII, ``，：；（）！？％`` are ``,:;()!?%``, each blank but a line feed is one
    space.  ``。、“”‘’《》【】`` stay, as they have no ASCII form that means the same.
    """
    if len(text) <= _SHORT:
        return _short(text)
    return _paragraph(text) if len(text) <= _PARAGRAPH else _long(text)


def _folded(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kinds = set(_changing().findall(text))  # eight times as fast as a set of all characters
    own = kinds & _FOLDABLE
    folded = replaced(text, _TABLE, own)
    folded = _POINT.sub(".", folded) if "·" in folded else folded
    return simplified(folded, (kinds - own) | {_TABLE[char] for char in own})


@kept
def _changing() -> re.Pattern[str]:
    """Any character but those that surely have no other form."""
    sure = unchanged().union(map(chr, range(0x20, 0x7F)), "\n、。“”《》") - _FOLDABLE
    return re.compile(f"[^{re.escape(''.join(sorted(sure)))}]")


_short = kept_latest(4096)(_folded)  # words come again and again
_paragraph = kept_latest(1024)(
    _folded
)  # those of a report stand on its pages in both languages, and on those of all of it
_long = kept_latest(4)(_folded)  # a text out of which nothing was taken is folded twice
