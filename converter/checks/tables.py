"""What the checks know: the tables beside this module and what may stand in them."""

from collections.abc import Mapping

from converter.knowledge import Record, Table
from converter.model import Severity
from converter.text.numerals import Regex

Words = tuple[str, ...]


class _Wording(Record, frozen=True):
    title: str
    seen: str
    why: str


class Rule(Record, frozen=True):
    """What a note of one rule says, and how much it weighs (see ``rules.toml``)."""

    severity: Severity
    zh: _Wording
    en: _Wording

    def said(self, part: str, language: str) -> str:
        """The ``part`` (title, seen, why) in ``zh`` or ``en``."""
        return str(getattr(self.zh if language == "zh" else self.en, part))


class _Duties(Record, frozen=True):
    must: Words
    should: Words
    narrower: Words
    verbs: Mapping[str, Words]


class _Limits(Record, frozen=True):
    rates: Words
    falls: Words
    reach: Words


class _Parts(Record, frozen=True):
    intake: Words
    closed: Words
    adverbs: Words
    before_total: Words
    total: Words
    apart: tuple[Words, ...]
    outcomes: tuple[Words, ...]
    carried: Words
    kinds: Words
    opens_list: Words


class _Repeats(Record, frozen=True):
    once: Words
    once_codes: Words
    doubts_of_two: Words
    named: tuple[Regex, ...]
    not_with: Words
    other_years: Words
    shortest: int


class _CodeSums(Record, frozen=True):
    requests: Mapping[str, str]
    shares: Mapping[str, str]
    within: Mapping[str, str]


class _Growth(Record, frozen=True):
    patterns: Words


class _Mean(Record, frozen=True):
    of_each: str
    units: Mapping[str, Words]


class _Listed(Record, frozen=True):
    pattern: str


class _Relations(Record, frozen=True):
    otherwise: Words
    at_constant_prices: Words
    of_all: Words
    things: Words
    rest: Words
    some: Words
    growth: _Growth
    mean: _Mean
    words: Mapping[str, Words]
    balance: Mapping[str, Words]
    listed: _Listed


CODE_SUMS = Table(__package__, "sums_of_codes.toml", _CodeSums)
RULE_WORDS = Table(__package__, "rules.toml", dict[str, Rule])
DUTIES = Table(__package__, "duties.toml", _Duties)
LIMITS = Table(__package__, "limits.toml", _Limits)
PARTS = Table(__package__, "parts.toml", _Parts)
RELATIONS = Table(__package__, "relations.toml", _Relations)
REPEATS = Table(__package__, "repeats.toml", _Repeats)
