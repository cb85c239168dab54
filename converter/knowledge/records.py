"""What tables are made of, and what a record may find wrong with itself."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Self

from msgspec import Struct

from converter.errors import SlipError

Phrase = str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]
"""A phrase, a list of phrases, or a group of them."""
_BLANK = re.compile(r"\{(\w+)\}")


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What a table or a row of it is made of; a field that is not declared is a slip."""


class Bilingual(Record, frozen=True):
    """Words in both languages, with the same blanks to fill in."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if set(_BLANK.findall(self.zh)) != set(_BLANK.findall(self.en)):
            raise SlipError("table_blanks")

    def __getitem__(self, language: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


class Phrases(Record, frozen=True):
    """The words of some pages, the same ones in both languages."""

    zh: Mapping[str, Phrase]
    en: Mapping[str, Phrase]

    def __post_init__(self) -> None:
        for key in sorted(set(_names(self.zh)) ^ set(_names(self.en))):
            raise SlipError("table_one_language", field=key)

    def __getitem__(self, language: str) -> Mapping[str, Phrase]:
        """The words in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en

    @property
    def by_language(self) -> Mapping[str, Mapping[str, Any]]:
        """The words by language; how each is made up, its user knows."""
        return {"zh": self.zh, "en": self.en}


class Notation(str):
    """Text of a table that is written in a notation of its own, such as a regular expression."""

    __slots__ = ()

    @classmethod
    def taken(cls, text: str) -> Self:
        """What ``text`` of a table stands for."""
        return cls(text)

    def try_out(self) -> None:
        """Raise SlipError where the notation is broken: looked at by ``gongkai check --tables``, else found in use."""


def only_once(rows: Iterable[Hashable], field: str) -> None:
    """Raise SlipError where two rows of a table give ``field`` the same value."""
    seen: dict[Hashable, int] = {}
    for at, value in enumerate(rows, 1):
        if seen.setdefault(value, at) != at:
            raise SlipError("table_twice", field=field, value=value, rows=f"{seen[value]}, {at}")


def _names(words: Mapping[str, Phrase]) -> Iterator[str]:
    for key, phrase in words.items():
        yield from (f"{key}.{name}" for name in phrase) if isinstance(phrase, Mapping) else (key,)
