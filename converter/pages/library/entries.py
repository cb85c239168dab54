"""The reports of a library: what of each is needed to set it beside the others."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from converter.data import Chapter, Observation, Preface, ReportFile, all_paragraphs
from converter.data.reporting_body import body_of
from converter.data.requests import Requests, requests_of
from converter.layout import FIRST
from converter.pages.library.copies import Sketch, sketch_of
from converter.structure.segment import due_of
from converter.text.fold import fold
from converter.translation.memory import Memory, english_of

_SCOPE = re.compile(r"[(,](?P<scope>(?:其中)?(?:不?含|不?包括|已?扣除|剔除)[^(),;:。]{1,24})")


class Value(Struct, frozen=True):
    """A value a report states of an indicator; ``value`` is a decimal string, or two of a range (``3-5``)."""

    code: str
    id: str
    page: str
    value: str
    unit: str
    bound: str
    measure: str
    status: str
    period: str
    scope: str = ""
    """What the report says beside the value that it holds or leaves out (含上年结转12件)."""


class LibraryReport(Struct, frozen=True, eq=False):
    """One report of the library, equal to itself alone.  ``strings`` are its translations by kind and Chinese text."""

    name: str
    region: str = ""
    path: tuple[str, ...] = ()
    """The region with those it is part of, empty where that is not sure."""
    code: str = ""
    year: int | None = None
    published: date | None = None
    kind: str = ""
    """What sort of report it is; only reports of one kind are set one year beside the next."""
    title: str = ""
    title_en: str = ""
    issuer: str = ""
    figures: int = 0
    sketch: Sketch = ()
    """Tells whether another report has nearly the same text."""
    values: tuple[Value, ...] = ()
    requests: Requests = field(default_factory=dict)
    chapters: tuple[tuple[str, str, str], ...] = ()
    """Page, heading and folded text of each chapter, the preface (``index``) first; paragraphs are lines."""
    strings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    """The translated headings of its chapters, as Markdown, by page."""

    @property
    def body(self) -> str:
        """The body that reports on itself and not on the whole region; empty where none does."""
        return body_of(self.issuer, self.region)

    @property
    def due(self) -> date | None:
        """The day by which the rules want a report of its kind published, None where there is none or nobody knows."""
        return due_of(self.kind, self.year, self.issuer, self.region)

    @property
    def late(self) -> bool:
        """True where it was published after the day it was due; False also where nobody knows."""
        return bool(self.due and self.published and self.published > self.due)


def library_report(name: str, data: ReportFile, memory: Memory) -> LibraryReport:
    """The entry of a report from its data and its translations."""
    return replace(
        covered_report(name, data, memory.strings),
        values=tuple(
            _value(seen, seen.code)
            for seen in data.observations
            # A base of comparison is of a time that nobody names, and not of the report's year.
            if seen.code and (seen.status != "base" or seen.period not in (None, f"{data.report_year}年"))
        ),
        requests=requests_of(data),
        chapters=tuple(_chapters(data)),
        headings={
            unit.key: en for unit in memory.units if unit.key == unit.page and (en := english_of(unit))
        },
    )


def covered_report(name: str, data: ReportFile, strings: Mapping[tuple[str, str], str]) -> LibraryReport:
    """The entry of a report with what it is and nothing of what it says: all that a table of many needs."""
    return LibraryReport(
        name=name,
        region=data.region or "",
        path=data.region_path or (),
        code=data.fact("region_code"),
        year=data.report_year,
        published=data.published,
        kind=data.kind or "",
        title=data.title or "",
        title_en=data.fact("title_en"),
        issuer=data.issuer or data.fact("issuer"),
        figures=len(data.observations),
        sketch=sketch_of(data),
        strings=strings,
    )


def _value(seen: Observation, code: str) -> Value:
    return Value(
        code=code,
        id=seen.id,
        page=seen.page,
        value=seen.value,
        unit=seen.unit,
        bound=seen.bound,
        measure=seen.measure,
        status=seen.status,
        period=seen.period or "",
        scope=_scope(seen),
    )


def _scope(seen: Observation) -> str:
    behind = seen.quote.partition(seen.surface)[2]
    found = _SCOPE.match(fold(behind))
    return found["scope"] if found else ""


def _chapters(data: ReportFile) -> Iterator[tuple[str, str, str]]:
    yield FIRST, "", _text(data.preface)
    for chapter in data.chapters:
        yield chapter.id, chapter.title, _text(chapter)


def _text(part: Preface | Chapter) -> str:
    return fold("\n".join(paragraph.text.replace("\n", " ") for paragraph in all_paragraphs(part)))
