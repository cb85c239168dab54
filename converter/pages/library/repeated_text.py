"""How much of a report stands word for word in the report of the year before."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from converter.model import Span
from converter.pages.library.entries import LibraryReport
from converter.structure.segment.sentences import sentences

# Shorter ones (第一，……) are the same in any two reports.
_SHORTEST = 8


class Sentence(Struct, frozen=True):
    """A sentence of the page ``page`` (``c2``) as folded text; ``carried`` where the year before has the same."""

    page: str
    text: str
    carried: bool


def compare(entry: LibraryReport, before: LibraryReport) -> tuple[Sentence, ...]:
    """The sentences of ``entry`` in order, each with whether ``before`` has the same, blanks aside.

    Sentences of less than eight characters are left out.
    """
    known = {_same(text) for _, text in _sentences(before)}
    return tuple(Sentence(page, text, _same(text) in known) for page, text in _sentences(entry))


def percent(compared: Sequence[Sentence]) -> str:
    """The share of characters in sentences carried over, in per cent, as Markdown.

    A whole number; ``<1`` and ``>99`` where it would round to none or all and is not.
    """
    total, kept = _characters(compared)
    rounded = (200 * kept + total) // (2 * total) if total else 0
    if rounded == 0 and kept:
        return "&lt;1"
    return "&gt;99" if rounded == 100 and kept < total else str(rounded)


def mostly(compared: Sequence[Sentence]) -> bool:
    """True where at least half of the characters are carried over."""
    total, kept = _characters(compared)
    return 2 * kept >= total


def _characters(compared: Sequence[Sentence]) -> tuple[int, int]:
    lengths = [(len(_same(sentence.text)), sentence.carried) for sentence in compared]
    return sum(length for length, _ in lengths), sum(length for length, carried in lengths if carried)


class RepeatedText:
    """What the reports of one library carry over: several pages say it, in each language, and it is worked out once."""

    def __init__(self) -> None:
        # The sentences are needed for one page after the other, the share by many.
        self.compare = lru_cache(maxsize=16)(compare)
        self._shares: dict[tuple[str, str], str] = {}

    def share(self, entry: LibraryReport, before: LibraryReport) -> str:
        """The per cent of a whole report."""
        names = entry.name, before.name
        if names not in self._shares:
            self._shares[names] = percent(self.compare(entry, before))
        return self._shares[names]


def _sentences(entry: LibraryReport) -> Iterator[tuple[str, str]]:
    for page, _, text in entry.chapters:
        for line in text.splitlines():
            for span in sentences(line, Span(0, len(line))):
                told = span.of(line).strip()
                if len(_same(told)) >= _SHORTEST:
                    yield page, told


def _same(text: str) -> str:
    return "".join(text.split())
