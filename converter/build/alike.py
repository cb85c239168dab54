"""Reports that are in a site twice, under two names: the same file, or the same report in another format."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from converter.data import ReportFile


class Alike(NamedTuple):
    """The raw files of two reports that seem to be one."""

    one: str
    other: str


class Identity(NamedTuple):
    """What tells whether two reports are one: the raw file, its checksum, and what the report says it is."""

    path: str
    sha256: str
    told: Hashable
    """None where the report does not say enough."""


def identity(report: ReportFile) -> Identity:
    """The identity of a report: title, year, kind and body or place, where it states them."""
    return Identity(report.source.path, report.source.sha256, _told(report))


def alike(reports: Mapping[str, Identity]) -> tuple[Alike, ...]:
    """Pairs of reports by name that have the same bytes, or the same title, year, kind and body or place."""
    told = [one for _, one in sorted(reports.items())]
    found = (*_pairs((one.path, one.sha256) for one in told), *_pairs((one.path, one.told) for one in told))
    return tuple(dict.fromkeys(found))


def _pairs(reports: Iterable[tuple[str, Hashable]]) -> Iterator[Alike]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for path, same in reports:
        if same:
            groups[same].append(path)
    for paths in groups.values():
        yield from (Alike(*pair) for pair in pairwise(paths))


def _told(report: ReportFile) -> Hashable:
    where = report.issuer or report.region
    if not (report.title and report.report_year and where):
        return None
    return "".join(normalize("NFKC", report.title).split()), report.report_year, report.kind, where
