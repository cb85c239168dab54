"""Reports that are in a site twice, under two names: the same file, or the same report in another format."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from converter.data import ReportFile


class Alike(NamedTuple):
    """The raw files of two reports that seem to be one."""

    one: str
    other: str


def alike(reports: Mapping[str, ReportFile]) -> tuple[Alike, ...]:
    """Pairs of reports by name that have the same bytes, or the same title, year, kind and body or place."""
    found = dict.fromkeys((*_pairs(reports.items(), _bytes), *_pairs(reports.items(), _told)))
    return tuple(found)


def _pairs(
    reports: Iterable[tuple[str, ReportFile]], key: Callable[[ReportFile], Hashable]
) -> Iterator[Alike]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for _, report in sorted(reports, key=lambda one: one[0]):
        if same := key(report):
            groups[same].append(report.source.path)
    for paths in groups.values():
        yield from (Alike(*pair) for pair in pairwise(paths))


def _bytes(report: ReportFile) -> Hashable:
    return report.source.sha256


def _told(report: ReportFile) -> Hashable:
    where = report.issuer or report.region
    if not (report.title and report.report_year and where):
        return None
    return "".join(normalize("NFKC", report.title).split()), report.report_year, report.kind, where
