"""Words that say one thing (``synonyms.toml``)."""

from collections.abc import Mapping

from converter.caching import kept
from converter.knowledge import Record, Table

Words = tuple[str, ...]


class Synonyms(Record, frozen=True):
    """Lists of words that say one thing, the word that stands for them first."""

    words: tuple[Words, ...]


SYNONYMS = Table(__package__, "synonyms.toml", Synonyms)


def ways_to_say(word: str) -> Words:
    """All words that say what ``word`` says, where it stands for others; else itself alone.

    A rate is also told as a proportion: 败诉率, 败诉比例.
    """
    ways = _lists().get(word, (word,))
    rates = (way.removesuffix("率") for way in ways if way.endswith("率") and len(way) > 2)
    return (*ways, *(rate + "比例" for rate in rates))


@kept
def _lists() -> Mapping[str, Words]:
    return {words[0]: words for words in SYNONYMS.load().words}
