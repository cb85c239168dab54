"""The words that names of figures are made of, each with its English and what it does in a name."""

import re
from collections.abc import Mapping

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.structure.segment.places import places
from converter.translation.names import amounts
from converter.translation.places import place_in_english


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
    amounting: tuple[str, ...]
    marks: tuple[str, ...]
    events: tuple[str, ...]
    purposes: tuple[str, ...]
    kinds: tuple[str, ...]
    tasks: tuple[str, ...]
    fulfils: tuple[str, ...]
    raising: tuple[str, ...]
    prizes: tuple[str, ...]
    granted: tuple[str, ...]
    winning: tuple[str, ...]
    doing: tuple[str, ...]
    helping: tuple[str, ...]
    causes: tuple[str, ...]
    working: tuple[str, ...]
    urging: tuple[str, ...]
    average: Mapping[str, str]
    settling: tuple[str, ...]
    seats: tuple[str, ...]
    owned: tuple[str, ...]
    held: tuple[str, ...]
    acts: tuple[str, ...]
    plain: tuple[str, ...]
    support: tuple[str, ...]
    sums: tuple[str, ...]
    sought: tuple[str, ...]
    into: Mapping[str, str]
    reached: Mapping[str, str]
    spent: Mapping[str, str]
    paid: Mapping[str, str]
    bodies: Mapping[str, str]
    helped: Mapping[str, str]
    handed: Mapping[str, str]
    labels: Mapping[str, str]
    joining: tuple[str, ...]
    degrees: Mapping[str, str]
    paces: tuple[str, ...]
    contests: tuple[str, ...]
    agents: tuple[str, ...]
    within: tuple[str, ...]
    gives: tuple[str, ...]
    asides: Mapping[str, str]
    effects: Mapping[str, str]
    vague: tuple[str, ...]
    arising: Mapping[str, str]
    brought: Mapping[str, str]
    roles: Mapping[str, str]
    regained: tuple[str, ...]
    issuing: tuple[str, ...]
    aims: Mapping[str, str]
    papers: tuple[str, ...]
    publishing: tuple[str, ...]
    texts: tuple[str, ...]
    appointed: Mapping[str, str]
    aided: Mapping[str, str]
    carrying: tuple[str, ...]
    having: Mapping[str, str]
    subjects: tuple[str, ...]


NOUNS = Table(__package__, "nouns*.toml", dict[str, str])
ADJECTIVES = Table(__package__, "adjectives.toml", dict[str, str])
ADVERBS = Table(__package__, "adverbs.toml", dict[str, str])
VERBS = Table(__package__, "verbs.toml", dict[str, Deed])
PLACES = Table(__package__, "places.toml", dict[str, str])
GRAMMAR = Table(__package__, "grammar.toml", _Grammar)
OF = "的"
SHARE = "占"
AMONG = "中"
TO = "对"
THAN = "较"
_RANKS = ("省", "市", "自治区")
_CITY, _GATES = "市", {"港": "Port", "机场": "Airport"}
_BORN = "籍"
GIVEN = ("贡献率", "贡献度")
BECAUSE = "因"


# 城中区 and its like are words besides.
_NO_COUNTIES = re.compile(".{1,2}|增城区|(?:新?城|新?市|老城|东|西|南|北|中|郊|矿).?区")


@kept
def counties() -> frozenset[str]:
    """Names of counties and districts that are nothing else."""
    listed = (name for name, place in places().items() if place.rank == "county")
    return frozenset(name for name in listed if not _NO_COUNTIES.fullmatch(name))


@kept
def gates() -> Mapping[str, str]:
    """Ports and airports by the city they are named after, and those who come from it (``甲市籍运动员``)."""
    cities = {name: english for name, english in PLACES.load().items() if f"{name}{_CITY}" in PLACES.load()}
    born = {f"{name}{_BORN}": english for name, english in cities.items()}
    return born | {
        f"{name}{zh}": f"{english} {gate}" for name, english in cities.items() for zh, gate in _GATES.items()
    }


def is_noun(word: str) -> bool:
    """Whether a word of the tables names a thing, whatever else it does."""
    return word in NOUNS.load()


def behind(word: str) -> str | None:
    """A word that says where, when or how much, as it stands behind a noun; None for another."""
    return GRAMMAR.load().after.get(word) or amounts.behind(word)


def place(word: str) -> str | None:
    """The English name of a place in front of a noun, None for another word."""
    return (
        PLACES.load().get(word)
        or gates().get(word)
        or (place_in_english(word, {}) if word in counties() else None)
    )


def is_chinese_place(word: str) -> bool:
    """Whether a word is the name of a province, city, county or district, and no country's in front of a noun."""
    names = PLACES.load()
    is_seat = any(f"{word}{rank}" in names or (word in names and word.endswith(rank)) for rank in _RANKS)
    return is_seat or word in counties()


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
        grammar.support,
        (OF, SHARE, AMONG, TO, *GIVEN, "为", "向", "以", "面向", "帮", THAN, BECAUSE),
    )
    tables = (
        NOUNS.load(),
        ADJECTIVES.load(),
        ADVERBS.load(),
        VERBS.load(),
        PLACES.load(),
        counties(),
        gates(),
        grammar.after,
        grammar.tail,
        grammar.measure,
        grammar.into,
        grammar.arising,
        grammar.brought,
        grammar.roles,
        grammar.having,
    )
    return frozenset(word for table in (*tables, *others) for word in table)


@kept
def lengths() -> Mapping[str, tuple[int, ...]]:
    """How long the words are that begin with a character."""
    found: dict[str, set[int]] = {}
    for word in known_words():
        found.setdefault(word[:1], set()).add(len(word))
    return {first: tuple(sorted(several)) for first, several in found.items()}
