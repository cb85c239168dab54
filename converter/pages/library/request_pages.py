"""What became of requests for government information year by year, and where one year's report does not fit the next."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from converter.data.requests import Requests, Stated, request_amounts, results, share
from converter.pages.frame import heading, marked, table
from converter.pages.library.entries import LibraryReport
from converter.pages.library.library_page import LibraryPage
from converter.pages.library.regions import Region
from converter.pages.library.words import words

STACK = "stack"
"""What is emphasised with this class is a drawing's numbers (``2021 2022; name 3 4; …``); its title says them in words."""
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")


class Misfit(NamedTuple):
    """What one report carries over to the next year, and what the next year's report says was carried over to it."""

    earlier: LibraryReport
    later: LibraryReport
    then: Stated
    now: Stated


def misfits(region: Region) -> Iterator[Misfit]:
    """Where two reports of one body on one year and the next carry over different numbers of requests."""
    for reports in _bodies(region):
        by_year: dict[int, list[LibraryReport]] = {}
        for report in reports:
            by_year.setdefault(report.year or 0, []).append(report)
        for year, (earlier, *more) in by_year.items():
            (later, *others) = by_year.get(year + 1, [None])
            if later and not more and not others:
                yield from _misfit(earlier, later)


def _misfit(earlier: LibraryReport, later: LibraryReport) -> Iterator[Misfit]:
    then, now = earlier.requests.get("carried_over"), later.requests.get("carried_in")
    if then and now and then.value != now.value:
        yield Misfit(earlier, later, then, now)


def _bodies(region: Region) -> list[list[LibraryReport]]:
    """The reports that tell of requests, those of one body together: the same issuer, or one title but for its year."""
    bodies: list[list[LibraryReport]] = []
    for report in region.entries:
        if report.requests and report.year:
            own = next((body for body in bodies if _is_same(body[-1], report)), None)
            if own is None:
                bodies.append([report])
            else:
                own.append(report)
    return bodies


def _is_same(one: LibraryReport, other: LibraryReport) -> bool:
    if one.kind != other.kind:
        return False
    if one.issuer and other.issuer:
        return one.issuer == other.issuer
    return bool(one.title) and _YEAR.sub("", one.title) == _YEAR.sub("", other.title)


def request_blocks(region: Region, place: LibraryPage) -> Iterator[str]:
    """The part of a region's page on its requests: a picture and a table for each body with at least two years."""
    told = words(place.language)
    bodies = [body for body in _bodies(region) if len({report.year for report in body}) > 1]
    if bodies:
        yield heading(2, told["requests"], "requests")
        yield told["requests_intro"]
    for body in bodies:
        if len(bodies) > 1:
            yield marked(body[-1].issuer or place.title(body[-1]), ".table")
        yield from _picture(body, place)
        yield _numbers(body, place)
    if bodies and (said := [f"- {_said(found, place)}" for found in misfits(region)]):
        yield "\n".join(said)


def misfit_notes(region: Region, place: LibraryPage) -> Iterator[tuple[LibraryReport, str]]:
    """For each later report of a misfit, the note for its page of notes."""
    told = words(place.language)
    for found in misfits(region):
        title = told["misfit_title"].format(now=_number(found.now.value), then=_number(found.then.value))
        space = "" if place.language == "zh" else " "
        blocks = (heading(2, title, "carried-over"), f"{_said(found, place)}{space}{told['misfit_why']}")
        yield found.later, "\n\n".join(blocks)


def _said(found: Misfit, place: LibraryPage) -> str:
    return str(words(place.language)["misfit_seen"]).format(
        year=found.later.year,
        before=found.earlier.year,
        now=_linked(found.later, "carried_in", place),
        then=_linked(found.earlier, "carried_over", place),
    )


def _picture(body: Sequence[LibraryReport], place: LibraryPage) -> Iterator[str]:
    """The mark of the drawing of all years whose results add up, where there are two."""
    told, whole = words(place.language), [report for report in body if _results(report.requests)]
    if len(whole) < 2:
        return
    names = {key: amount[place.language] for key, amount in results().items()}
    rows = [
        "{} {}".format(names[key], " ".join(_number(r.requests[key].value) for r in whole)) for key in names
    ]
    parts = (
        told["requests_said"].format(
            year=report.year,
            parts=told["between"].join(
                f"{names[key]} {_number(report.requests[key].value)}" for key in names
            ),
        )
        for report in whole
    )
    title = " ".join((told["requests_title"], *parts))
    years = " ".join(str(report.year) for report in whole)
    yield marked(told["requests_title"], ".table")
    yield f'*{"; ".join((years, *rows))}*{{ .{STACK} title="{title}" }}'


def _results(told: Requests) -> bool:
    return bool(told.get("concluded", Stated(Decimal(0))).value) and all(key in told for key in results())


def _numbers(body: Sequence[LibraryReport], place: LibraryPage) -> str:
    told = words(place.language)
    rows = [
        [amount[place.language], *(_linked(report, key, place) for report in body)]
        for key, amount in request_amounts().items()
    ]
    shares = (share(report.requests.get("granted"), report.requests.get("concluded")) for report in body)
    last = [told["requests_share"], *(told["missing"] if part is None else f"{part}%" for part in shares)]
    return table([told["item"], *(str(report.year) for report in body)], [*rows, last])


def _linked(report: LibraryReport, key: str, place: LibraryPage) -> str:
    """An amount, linked to the cell that states it, or to the table where it is the sum of several."""
    stated = report.requests.get(key)
    if stated is None:
        return str(words(place.language)["missing"])
    figure, said = stated.figure, _number(stated.value)
    if figure is None:
        return said
    anchor = figure.id if figure.code == request_amounts()[key].code else figure.paragraph
    return f"[{said}]({place.link(report, figure.page, anchor)})"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
