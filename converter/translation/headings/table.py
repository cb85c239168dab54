"""What headings are put together from: the tables, and which of their patterns words are."""

import re
from collections.abc import Mapping

from converter.caching import kept, kept_latest
from converter.knowledge import Record, Table
from converter.text.numerals import Regex


class _Words(Record, frozen=True):
    words: tuple[str, ...]


class _Headings(Record, frozen=True):
    heading: Mapping[Regex, str]
    period: Mapping[Regex, str]
    part: Mapping[Regex, str]


class _Clauses(Record, frozen=True):
    weight: _Words
    some: _Words
    light: _Words
    pair: _Words
    through: Mapping[str, str]
    adverb: Mapping[str, str]
    short: Mapping[str, str]
    object: Mapping[str, str]
    head: Mapping[str, str]
    duty: Mapping[str, str]
    predicate: Mapping[Regex, str]
    manner: Mapping[Regex, str]
    guide: Mapping[Regex, str]
    frame: Mapping[Regex, str]
    clause: Mapping[Regex, str]


HEADINGS = Table(__package__, "headings.toml", _Headings)
CLAUSES = Table(__package__, "clauses.toml", _Clauses)
_OF_HEADINGS = ("heading", "period", "part")


def found(kind: str, words: str) -> str | None:
    """The English of the first pattern of a ``kind`` that is all of ``words``."""
    # Most words are of no kind, which one pattern tells at once.
    if not _any_of(kind).fullmatch(words):
        return None
    return next((en for pattern, en in patterns(kind) if pattern.fullmatch(words)), None)


def either(kind: str) -> str:
    """One pattern for all of a ``kind``."""
    return "|".join(pattern.pattern for pattern, _ in patterns(kind))


@kept_latest(16)
def patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of a ``kind``, each with its English."""
    table = HEADINGS.load() if kind in _OF_HEADINGS else CLAUSES.load()
    phrases: Mapping[str, str] = getattr(table, kind)
    return tuple((re.compile(zh), en) for zh, en in phrases.items())


@kept
def weights() -> re.Pattern[str]:
    """Words that only lend weight to what follows them."""
    return re.compile(f"^(?:{_longest_first(CLAUSES.load().weight.words)})*")


@kept
def duties() -> re.Pattern[str]:
    """A deed and what it is done to."""
    return re.compile(f"(?P<deed>{_longest_first(CLAUSES.load().duty)})(?P<what>.{{2,}})")


@kept
def heads() -> tuple[str, ...]:
    """What a thing has, the longest first."""
    return tuple(sorted(CLAUSES.load().head, key=len, reverse=True))


@kept_latest(16)
def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in patterns(kind)))


def _longest_first(words: Mapping[str, str] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
