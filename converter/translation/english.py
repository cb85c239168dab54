"""Units, periods, regions and comparisons in English, by the tables of ``english.toml``."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from converter.caching import kept, kept_latest
from converter.knowledge import Record, Table
from converter.text.numerals import Regex
from converter.translation.forms import Known, block_in_english, labels_in_english
from converter.translation.headings import heading_in_english
from converter.translation.names import name_in_english
from converter.translation.phrases import body_in_english, title_in_english
from converter.translation.places import place_in_english


class _Rule(Record, frozen=True):
    zh: Regex
    en: str


class _English(Record, frozen=True):
    classifiers: tuple[str, ...]
    unit: Mapping[str, str]
    period: tuple[_Rule, ...]
    region: Mapping[str, str]
    comparison: tuple[_Rule, ...]
    label: Mapping[str, str]


ENGLISH = Table(__package__, "english.toml", _English)


@kept_latest(4096)  # the figures of a report count in few units and speak of few periods
def unit_in_english(unit: str) -> str | None:
    """The English label of a unit, None where the table has none."""
    return ENGLISH.load().unit.get(unit)


def is_classifier(unit: str) -> bool:
    """True for a word that Chinese needs between a number and a noun and English does not (``113,000 [户] firms``)."""
    return unit in ENGLISH.load().classifiers


@kept_latest(4096)
def period_in_english(period: str) -> str | None:
    """A period in English (``2020年上半年`` → ``first half of 2020``), None where no pattern knows it."""
    for pattern, english in _patterns("period"):
        if found := pattern.fullmatch(period):
            parts = [period_in_english(rest) or rest for rest in found.groups(default="")]
            return english.format(*parts)
    return None


@kept_latest(4096)
def comparison_in_english(words: str) -> str | None:
    """Which way a figure went (``同比增长45.44%`` → ``up 45.44 percent year on year``), None where the words say more."""
    patterns = ((pattern.fullmatch(words), english) for pattern, english in _patterns("comparison"))
    return next((english.format(found[1]) for found, english in patterns if found), None)


def region_in_english(region: str) -> str | None:
    """The English name of a place, None for what is no name of one."""
    return place_in_english(region, ENGLISH.load().region)


def is_listed_region(region: str) -> bool:
    """True for a place whose English name is in use and settled; a name that is only read aloud a translator may better."""
    return region in ENGLISH.load().region


def by_rule(kind: str, chinese: str) -> str | None:
    """What the tables say of a text of a report, None for what has to be translated; ``kind`` is what it is."""
    rule = _RULES.get(kind)
    return rule(chinese) if rule else None


def issuer_in_english(issuer: str) -> str | None:
    """The English name of a body, or of a place that speaks for itself; None where it is neither by its words."""
    return body_in_english(issuer, region_in_english) or region_in_english(issuer)


def label_in_english(name: str) -> str | None:
    """The name of a figure that is a form's, in English; None for any other."""
    return labels_in_english(name, _known())


def indicator_in_english(name: str) -> str | None:
    """The name of a figure in English: a form's, or put together from its words; None where one is not known."""
    return label_in_english(name) or name_in_english(name)


_RULES: Mapping[str, Callable[[str], str | None]] = {
    "unit": unit_in_english,
    "period": period_in_english,
    "region": region_in_english,
    "comparison": comparison_in_english,
    "title": lambda title: title_in_english(title, region_in_english),
    "issuer": issuer_in_english,
    "indicator": indicator_in_english,
}


@kept_latest(256)
def form_in_english(block: str) -> str | None:
    """A table of a national form, its caption, or a heading that all reports of a kind have, in English; else None."""
    return block_in_english(block, _known()) or heading_in_english(block)


@kept
def _known() -> Known:
    tables = ENGLISH.load()
    return Known(tables.label, tables.unit, tables.classifiers)


def shown_until_translated(kind: str, key: str, chinese: str) -> str:
    """What stands in the English edition for a block with a ``key``, or a string of a ``kind``, that nobody has translated
    yet; empty where no rule knows it."""
    return (form_in_english(chinese) if key else by_rule(kind, chinese)) or ""


@kept
def _patterns(kind: Literal["period", "comparison"]) -> list[tuple[re.Pattern[str], str]]:
    rows: tuple[_Rule, ...] = getattr(ENGLISH.load(), kind)
    return [(re.compile(row.zh), row.en) for row in rows]
