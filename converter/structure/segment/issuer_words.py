"""The patterns of the bodies that report, typed: ``issuer.toml``."""

from collections.abc import Mapping

from msgspec import field

from converter.knowledge import Record, Table
from converter.text.numerals import Regex


class _Body(Record, frozen=True):
    end: Regex
    behind: Regex
    placeless: Regex
    bracketed: Regex
    in_brackets: Regex
    no_body: Regex = field(name="not")


class _Sources(Record, frozen=True):
    label: Regex
    origin: Regex
    speaker: Regex
    post: Regex
    party: Regex
    charged: Regex
    charged_behind: Regex
    contact: Regex
    office: Regex
    of_town: Regex
    national: Regex
    reporter: Regex
    reported: Regex
    headed: Regex
    heads: Regex
    compiler: Regex
    compiled: Regex
    acts: Regex
    of_place: Regex
    town: Regex
    town_reports: Regex
    level: Regex
    of_level: Regex
    puts_up: Regex
    told: Regex


class _Own(Record, frozen=True):
    called: Regex
    labelled: Regex
    ends: Mapping[str, Regex]


class _Title(Record, frozen=True):
    lead: Regex
    words: Regex
    before: Regex
    behind: Regex


class _Words(Record, frozen=True):
    body: _Body
    sources: _Sources
    own: _Own
    title: _Title


ISSUER = Table(__package__, "issuer.toml", _Words)
