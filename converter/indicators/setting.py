"""Where the figures of a report stand, as far as it says what they count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from converter.figures.locations import locations
from converter.indicators.tables import SCOPES
from converter.model import Report
from converter.structure.segment import report_kind
from converter.text.fold import fold

_PLACE = re.compile(r".*?[省市州盟县区旗镇乡](?=.)")


@dataclass(frozen=True, slots=True)
class Setting:
    """The folded text figures stand in, and what its report makes known of them before they are told."""

    folded: str
    own: tuple[str, ...] = ()
    """Names of the place and the body that report, longer ones first."""
    scope: str = ""
    """What all of it is about, in the words that a figure of another report would need to say it."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The folded heading of the part a paragraph stands in, by the paragraph's id."""


def setting_of(report: Report) -> Setting:
    """The setting of a report's figures."""
    own = {name for said in (report.region, report.issuer) if said for name in _names(fold(said))}
    return Setting(
        folded=report.folded,
        own=tuple(sorted(own, key=lambda name: (-len(name), name))),
        scope=SCOPES.load().get(report_kind(report), ""),
        headings=_headings(report),
    )


def _names(said: str) -> set[str]:
    """A name with and without what it lies in (深圳市光明区, 光明区)."""
    ends = [0, *(match.end() for match in _PLACE.finditer(said))]
    return {said[end:] for end in ends if len(said) - end > 1}


def _headings(report: Report) -> dict[str, str]:
    found = {}
    for place in locations(report):
        if place.chapter:
            part = report.chapters[place.chapter - 1]
            heading = part.sections[place.section - 1].heading if place.section else part.heading
            found[place.paragraph.id] = heading.of(report.folded) if heading else ""
    return found
