"""What is known of names and of ties between figures: their tables and what may stand in them; each says what its fields mean."""

from collections.abc import Mapping

from converter.knowledge import Record, Table
from converter.text.numerals import Regex

Words = tuple[str, ...]


class _LinkChange(Record, frozen=True):
    subjects: Words
    against: Words
    compared: Regex
    verbs: Words
    nouns: Words
    reach: Words
    base: Words


class _LinkShare(Record, frozen=True):
    how: Words
    reach: Words
    units: Words
    outcome: Words
    of: Words
    unclear: Words
    made: Words


class _LinkDirect(Record, frozen=True):
    rates: Words
    things: Words
    each: Words = ()


class _LinkTold(Record, frozen=True):
    rates: Words
    part: Words
    whole: Words
    alone: Words = ()


class _LinkPart(Record, frozen=True):
    among: Words
    divided: Words
    new: Words
    compared: Words
    no_whole: Words


class _Links(Record, frozen=True):
    change: _LinkChange
    share: _LinkShare
    direct: tuple[_LinkDirect, ...]
    told: tuple[_LinkTold, ...]
    part: _LinkPart


class _NamingGrowing(Record, frozen=True):
    manner: Words
    verbs: Words


class _Naming(Record, frozen=True):
    lead: Words
    manner: Words
    tail: Words
    prepositions: Words
    places: Words
    verbs: Words
    stops: Words
    anaphoric: Words
    moves: Words
    rates: Words
    own_rates: Words
    points: Words
    averages: Words
    adding: Words
    due: Words
    levels: Words
    alone: Words
    amounts: Words
    generic: Words
    general: Words
    topic_verbs: Words
    topic_tails: Words
    taking_part: Words
    ranking: Words
    named_before: Words
    compared_units: Words
    shared_ends: Words
    flows: Words
    odd_starts: Words
    odd_ends: Words
    odd_inside: Words
    told_inside: Words
    short_names: Words
    opposed: Words
    pairs: Mapping[str, Words]
    halves: Mapping[str, str]
    aspects: Words
    dimensions: Words
    divisors: Words
    spending: Words
    reached: Words
    nominal: Words
    deeds: Words
    deed_adverbs: Words
    deed_ends: Words
    bodies: Words
    causative: Words
    treating: Words
    not_deeds: Words
    opened: Words
    issuing: Words
    making: Words
    made_units: Words
    times: Words
    media: Words
    qualities: Words
    predicates: Words
    reaching: Words
    beyond: Words
    describing: Words
    states: Words
    growing: _NamingGrowing
    lead_not_before: Mapping[str, str]
    anaphoric_not_before: Mapping[str, str]
    verb_not_behind: Mapping[str, str]
    verb_not_before: Mapping[str, str]
    stop_not_before: Mapping[str, str]
    tail_not_behind: Mapping[str, str]


LINKS = Table(__package__, "links.toml", _Links)
NAMING = Table(__package__, "naming.toml", _Naming)
