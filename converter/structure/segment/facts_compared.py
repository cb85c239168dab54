"""Facts that another reading of the same text does not bear out: the facts beside one another, the lines of the page
that say the same again, and what the text is full of.  Patterns: ``facts_compared.toml``."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from converter.knowledge import Record, Table
from converter.model import Doubt, Report
from converter.structure.lines.trails import behind_trail
from converter.structure.segment.head_dates import dates_in, day_in
from converter.structure.segment.issuer import is_body
from converter.structure.segment.kind import is_name_of_report
from converter.structure.segment.place_names import region_path
from converter.structure.segment.region import WHOLE_COUNTRY, region_at_start
from converter.structure.segment.report_kind import report_kind
from converter.structure.segment.title_lines import is_headline, is_title
from converter.structure.segment.titles import is_general, names_somebody, names_year
from converter.text.fold import fold
from converter.text.numerals import Regex

_NEAR = timedelta(days=45)
_BEGINNING = 500  # characters that may say when a text was put up
_PLAN = 5  # years
_OFTEN = 3  # times that a year is named
_SHORT = 5  # characters
_MUCH = 6  # times that the words of a kind are said
_MORE = 3  # times as often as those of another
_YEAR = re.compile(r"([12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d{2}) ?年")


class _Words(Record, frozen=True):
    no_title: Regex
    open_title: Regex
    ends: Regex
    level: Regex
    no_name: Regex
    kinds: Mapping[str, Regex]
    titles: Mapping[str, Regex]


COMPARED = Table(__package__, "facts_compared.toml", _Words)


def doubts_compared(report: Report) -> Iterator[Doubt]:
    """A doubt about each fact that another reading does not bear out, the gravest reason alone; what the sidecar says
    is not asked about."""
    kind = report_kind(report)
    for about, reasons in _READINGS.items():
        if about in report.source.facts:
            continue
        if why := next((why for why, holds in reasons.items() if holds(report, kind)), None):
            yield Doubt(about, why, 0, 0)


def _is_broken(report: Report, kind: str) -> bool:
    """Whether a title has labels of the page in it, breaks off, or is a report's and does not end like one."""
    title, rules = fold(report.title or "").rstrip(), COMPARED.load()
    pairs = (("(", ")"), ("《", "》"), ("“", "”"))
    uneven = any(title.count(one) != title.count(other) for one, other in pairs)
    ended = kind == "other" or re.search(rules.ends, title)
    odd = re.search(f"{rules.no_title}|{rules.open_title}", title)
    return bool(title) and (uneven or not ended or odd is not None or _is_run_together(title))


def _is_run_together(title: str) -> bool:
    """Whether a line of a title holds a title of its own behind what is no name of a body, as where lines ran together."""
    pairs = (pair for line in title.split("\n") for pair in pairwise(line.split()))
    return any(is_title(part) and not is_body(before) for before, part in pairs if len(part) > _SHORT)


def _names_nobody(report: Report, kind: str) -> bool:
    """Whether a title does not say whose report of its kind it is, or of its year, or what it reports on."""
    words = COMPARED.load().titles.get(kind)
    if not report.title or not words:
        return False
    title = "".join(fold(report.title).split())
    told = names_somebody(report.title) and names_year(fold(report.title)) and re.search(words, title)
    return not told


def _has_rival(report: Report, kind: str) -> bool:
    """Whether a line of the page is the title of another report."""
    own = _bare(report.title or "")
    others = (_bare(line[behind_trail(line) :]) for line in _head(report, "title") if is_title(line))
    words = COMPARED.load().titles.get(kind, "(?!)")
    return bool(own) and any(
        one not in own and own not in one and re.search(words, one) and names_somebody(one) for one in others
    )


def _is_elsewhere(report: Report, kind: str) -> bool:  # noqa: ARG001
    """Whether the issuer or the title names a place that neither is the region nor has part in it."""
    return any(
        place and not _is_one(fold(place), fold(report.region or ""), report.folded)
        for place in map(region_at_start, (report.issuer, report.title))
        if report.region not in (None, WHOLE_COUNTRY)
    )


def _is_one(place: str, region: str, text: str) -> bool:
    if place.endswith(region) or region.endswith(place):
        return True
    one, other = set(region_path(place, text) or ()), set(region_path(region, text) or ())
    return bool(one and other) and (one <= other or other <= one)


def _is_no_name(report: Report, kind: str) -> bool:  # noqa: ARG001
    """Whether a region that the list of places has not is none as places are called, each level below the one before."""
    if not report.region or report.region_path or report.region == WHOLE_COUNTRY:
        return False
    rules = COMPARED.load()
    return not re.fullmatch(rules.level, fold(report.region)) or bool(re.search(rules.no_name, report.region))


def _has_no_path(report: Report, kind: str) -> bool:  # noqa: ARG001
    return bool(report.region) and report.region != WHOLE_COUNTRY and not report.region_path


def _is_other_year(report: Report, kind: str) -> bool:
    """Whether the title of what is no work report names another year, or the text is full of another."""
    year, title = report.report_year, fold(report.title or "")
    if year is None or kind == "other":
        return False
    titled = [int(told) for told in _YEAR.findall(title)]
    named = [int(told) for told in _YEAR.findall(report.folded)]
    # Plans name the years that they end in, 2025 and 2030, again and again.
    others = sorted({told for told in named if told not in (year, year + 1) and told % _PLAN})
    most = max(others, key=named.count, default=year)
    full_of_other = most != year and named.count(most) >= max(_OFTEN, 2 * named.count(year))
    return full_of_other or (kind != "work" and bool(titled) and year not in titled)


def _has_other_day(report: Report, kind: str) -> bool:  # noqa: ARG001
    """Whether the page prints a day that it does not name, long before or after the one of publication, or the beginning
    of the text says another to be that."""
    told = (report.published, report.written, report.delivered)
    days = [day for line in _head(report, "dateline") if (day := day_in(line)) and day not in told]
    far = report.published is not None and any(abs(day - report.published) > _NEAR for day in days)
    said = dates_in(report.folded[:_BEGINNING].split("\n")).published
    return far or (report.published in told[1:] and said not in (None, *told))


def _tells_other(report: Report, kind: str) -> bool:
    """Whether a title does not end like one of the kind, or the text is full of the words of another kind."""
    title, rules = fold(report.title or "").rstrip(), COMPARED.load()
    if kind != "other" and title and not re.search(rules.ends, title):
        return True
    named = title and not is_name_of_report(title) and not is_general(title)
    if kind == "other" and (named or is_headline(title)):
        return False
    said = {key: len(re.findall(words, report.folded)) for key, words in rules.kinds.items()}
    most = max(said.values())
    return most >= _MUCH and most > _MORE * said.get(kind, 0)


def _head(report: Report, *reasons: str) -> Sequence[str]:
    return [report.folded[drop.start : drop.end] for drop in report.dropped if drop.reason in reasons]


def _bare(words: str) -> str:
    return "".join(re.findall(r"[\w]", fold(words)))


_Reading = Callable[[Report, str], bool]
_READINGS: Mapping[str, Mapping[str, _Reading]] = {
    "title": {"title_broken": _is_broken, "title_general": _names_nobody, "title_other": _has_rival},
    "issuer": {"issuer_elsewhere": _is_elsewhere},
    "region": {"region_odd": _is_no_name, "issuer_elsewhere": _is_elsewhere},
    "region_path": {"place_unlisted": _has_no_path},
    "report_year": {"year_other": _is_other_year},
    "published": {"dates_differ": _has_other_day},
    "kind": {"kind_unsure": _tells_other},
}
"""What is asked of each fact, the gravest first."""
