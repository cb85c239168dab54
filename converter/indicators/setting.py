"""Where the figures of a report stand, as far as it says what they count."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from converter.figures.locations import locations
from converter.indicators.levels import level_of
from converter.indicators.reviews import reviews
from converter.indicators.tables import SCOPES
from converter.model import Report, Span
from converter.structure.segment import report_kind
from converter.text.fold import fold

_PLACE = re.compile(r".*?[省市州盟县区旗镇乡](?=.)")


class Setting(Struct, frozen=True):
    """The folded text figures stand in, and what its report makes known of them before they are told."""

    folded: str
    own: tuple[str, ...] = ()
    """Names of the place and the body that report, longer ones first."""
    scope: str = ""
    """What all of it is about, in the words that a figure of another report would need to say it."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The folded heading of the part a paragraph stands in, by the paragraph's id."""
    level: str = ""
    """What a province or a city that reports calls its own level (省); empty for others."""
    several_years: tuple[Span, ...] = ()
    """Where it tells of several years."""
    year: int | None = None
    """The year it reports on."""


def setting_of(report: Report) -> Setting:
    """The setting of a report's figures."""
    names = {name for said in (report.region, report.issuer) if said for name in _names(fold(said))}
    own = names | set(_systems(report))
    return Setting(
        folded=report.folded,
        own=tuple(sorted(own, key=lambda name: (-len(name), name))),
        scope=_scope(report),
        headings=_headings(report),
        level=level_of(report.region, report.region_path),
        several_years=tuple(reviews(report)),
        year=report.report_year,
    )


def _scope(report: Report) -> str:
    known = SCOPES.load()
    department = known.department if (report.issuer or "").endswith(known.departments) else ""
    return f"{known.kinds.get(report_kind(report), '')};{department}"


def _systems(report: Report) -> Iterator[str]:
    """Names of all that do the work of a department that reports (水务系统)."""
    known, issuer = SCOPES.load(), fold(report.issuer or "")
    for place in sorted(_names(fold(report.region or "")), key=len, reverse=True):
        issuer = issuer.rpartition(place)[2]
    end = next((end for end in known.departments if issuer.endswith(end)), "")
    if end and report.region:
        yield fold(report.region)[-1] + end  # 市局
    trade = issuer.removesuffix(end)
    if end and len(trade) > 1:
        for long, short in {"": "", **known.trades}.items():
            yield from (trade.replace(long, short) + word for word in known.systems)


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
