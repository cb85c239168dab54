"""What is wrong with the form of a translation, whatever it means: empty, too short, a word twice, a bracket left open."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from converter.knowledge import Bilingual, Table
from converter.text.fold import fold

MESSAGES = Table(__package__, "wording.toml", dict[str, Bilingual])
# English words to a Chinese character.  Of 863 sentences of official translations all but the misaligned ones lie between;
# below the length a ratio says nothing.
_FEWEST, _MOST = 0.2, 1.8
_LONG = 20
_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff"
_QUOTED = re.compile(r"[“\"(（《\[‘][^”\")）》\]’\n]*[”\")）》\]’]")
_CHINESE = re.compile(rf"[{_HAN}]+")
_TWICE = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.I)
_RIGHT_TWICE = {"that", "had"}
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("《", "》"))


class Slip(Struct, frozen=True):
    """One thing wrong; ``words`` are those of the translation it is about, where it is about some."""

    kind: Literal["empty", "short", "long", "repeated", "chinese", "unbalanced"]
    words: str = ""


def slips(zh: str, en: str) -> tuple[Slip, ...]:
    """All slips of ``en``, a translation of ``zh`` that is not missing."""
    if not re.search(r"\w", en):
        return (Slip("empty"),)
    return (*_length(zh, en), *_repeated(en), *_chinese(en), *_unbalanced(zh, en))


def _length(zh: str, en: str) -> Iterator[Slip]:
    characters = len(re.findall(rf"[{_HAN}]|\d+", zh))
    if characters < _LONG:
        return
    ratio = len(en.split()) / characters
    if ratio < _FEWEST:
        yield Slip("short")
    if ratio > _MOST:
        yield Slip("long")


def _repeated(en: str) -> Iterator[Slip]:
    return (
        Slip("repeated", match[0]) for match in _TWICE.finditer(en) if match[1].lower() not in _RIGHT_TWICE
    )


def _chinese(en: str) -> Iterator[Slip]:
    return (Slip("chinese", match[0]) for match in _CHINESE.finditer(_QUOTED.sub(" ", en)))


def _unbalanced(zh: str, en: str) -> Iterator[Slip]:
    """What the Chinese leaves open as well, as a paragraph that breaks off, is none."""
    zh, en = fold(zh), fold(en)
    for left, right in _PAIRS:
        if en.count(left) != en.count(right) and zh.count(left) == zh.count(right):
            yield Slip("unbalanced", left if en.count(left) > en.count(right) else right)
    if en.count('"') % 2 and not zh.count('"') % 2:
        yield Slip("unbalanced", '"')


def explain(slip: Slip, language: Literal["zh", "en"]) -> str:
    """What is wrong and what to do."""
    return MESSAGES.load()[slip.kind][language].format(words=slip.words)
