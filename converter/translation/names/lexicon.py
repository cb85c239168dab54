"""The words that names of figures are made of, each with its English and what it does in a name."""

from collections.abc import Mapping

from converter.kept import kept
from converter.knowledge import Record, Table


class Deed(Record, frozen=True):
    """A verb.  ``done`` says it of its object (cases ``accepted``) or, with ``doing``, of whom it is not said of.

    ``noun`` names the deed, ``doing`` says it of who does it (firms ``taking part``); empty where no name has that.
    ``result`` are verbs that say how something ended: behind a noun they are never part of a compound.
    """

    done: str
    noun: str = ""
    doing: str = ""
    result: bool = False


class _Grammar(Record, frozen=True):
    after: Mapping[str, str]
    tail: Mapping[str, str]
    measure: Mapping[str, str]
    rank: tuple[str, ...]
    scopes: tuple[str, ...]
    against: Mapping[str, str]
    share: tuple[str, ...]
    drop: tuple[str, ...]
    only_last: tuple[str, ...]
    marks: tuple[str, ...]
    events: tuple[str, ...]
    purposes: tuple[str, ...]
    agents: tuple[str, ...]
    within: tuple[str, ...]
    gives: tuple[str, ...]


NOUNS = Table(__package__, "nouns*.toml", dict[str, str])
ADJECTIVES = Table(__package__, "adjectives.toml", dict[str, str])
ADVERBS = Table(__package__, "adverbs.toml", dict[str, str])
VERBS = Table(__package__, "verbs.toml", dict[str, Deed])
GRAMMAR = Table(__package__, "grammar.toml", _Grammar)
OF = "的"
SHARE = "占"


@kept
def known_words() -> frozenset[str]:
    """Every word that a name may hold."""
    grammar = GRAMMAR.load()
    others = (
        grammar.rank,
        grammar.against,
        grammar.share,
        grammar.drop,
        grammar.only_last,
        grammar.marks,
        (OF, SHARE),
    )
    tables = (
        NOUNS.load(),
        ADJECTIVES.load(),
        ADVERBS.load(),
        VERBS.load(),
        grammar.after,
        grammar.tail,
        grammar.measure,
    )
    return frozenset(word for table in (*tables, *others) for word in table)


@kept
def longest() -> int:
    """How many characters the longest word has."""
    return max(map(len, known_words()))
