"""What the site knows of a report: its figures, its parts and its paragraphs, read from its published data file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from converter.data import Link, Observation, ReportFile, Section
from converter.data.doubts import figures_in_doubt
from converter.site.content.report_data import data_in
from converter.text.fold import INVISIBLE, fold

_WORDS = 8  # characters in front of a figure: enough to tell it apart, few enough to outlive most edits
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_BOUNDARIES = ",;:。!?、()"
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百\d]+")


class Figure(Struct, frozen=True):
    """One observation as the site needs it: ``surface`` as printed, ``value`` a decimal string.

    ``part`` is the chapter or section whose text states it (``c2-s1``), ``paragraph`` the id of the paragraph and
    ``at`` the characters before it there, ``before`` the folded words in front of it, which tell apart equal numbers
    of one part, ``clause`` the folded words of its clause before it.
    """

    id: str
    surface: str
    value: str
    part: str
    before: str = ""
    clause: str = ""
    indicator: str = ""
    unit: str = ""
    bound: str = "exact"
    measure: str = "level"
    status: str = "result"
    sentence: str = ""
    tie: Link | None = None
    paragraph: str = ""
    at: int = 0
    unit_label: str | None = None
    in_table: bool = False
    """Whether a cell of the table ``paragraph`` states it."""
    code: str = ""
    indicator_en: str = ""
    """The English name where a person gave one."""
    doubts: tuple[str, ...] = ()
    """Why a person should look at it, as keys."""

    @property
    def counted_in(self) -> str:
        """The unit as the page's language says it."""
        return self.unit if self.unit_label is None else self.unit_label

    @property
    def chapter(self) -> str:
        """The chapter the part belongs to (``c2``); ``c0`` is the preface."""
        return self.part.partition("-")[0]


class Reference(Struct, frozen=True):
    """What a citation says of the report as a whole; None where nobody knows it."""

    title: str | None = None
    title_en: str | None = None
    issuer: str | None = None
    issuer_en: str | None = None
    published: date | None = None
    issuer_source: str | None = None
    """Who says who issued it, where the report does not say it itself."""
    translated: bool = False
    """Whether what is cited is a page of its unofficial translation."""

    def author(self, name: str | None) -> str:
        """Who issued it, by its ``name`` in a language or else its own; in brackets where the report does not say it."""
        told = name or self.issuer or ""
        return f"[{told}]" if self.issuer_source else told


class Stated(Struct, frozen=True):
    """What one report states: figures in document order, folded paragraphs and printed headings by id."""

    figures: tuple[Figure, ...] = ()
    paragraphs: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    reference: Reference = Reference()

    def name(self, part: str) -> str:
        """The headings that lead to a part, from its chapter down (``二、履行职能 / 一是便民``)."""
        names = part.split("-")
        steps = ("-".join(names[: depth + 1]) for depth in range(len(names)))
        return " / ".join(filter(None, (self.headings.get(step) for step in steps)))


def stated_in(data: Path) -> Stated:
    """What the data file of a report holds; nothing where there is no such file."""
    return stated_of(data_in(data)) if data.is_file() else Stated()


def stated_of(report: ReportFile) -> Stated:
    """What the data of a report hold."""
    paragraphs = report.paragraphs
    folded = {name: fold(told.text) for name, told in paragraphs.items()}
    doubts = figures_in_doubt(report)
    figures = (
        _in_table(seen)
        if seen.cell
        else _figure(
            seen,
            folded[seen.paragraph],
            report.offset_in(paragraphs[seen.paragraph], seen.start),
        )
        for seen in report.observations
    )
    return Stated(
        tuple(replace(figure, doubts=doubts.get(figure.id, ())) for figure in figures),
        {name: words.strip() for name, words in folded.items()},
        dict(_headings(report)),
        _reference(report),
    )


def _reference(report: ReportFile) -> Reference:
    return Reference(
        (_seen(report.title) if report.title else report.fact("title")) or None,
        report.fact("title_en") or None,
        (_seen(report.issuer) if report.issuer else report.fact("issuer")) or None,
        None,
        report.published,
        report.facts["issuer"].source if "issuer" in report.facts else None,
    )


def _headings(report: ReportFile) -> Iterator[tuple[str, str]]:
    for chapter in report.chapters:
        yield chapter.id, _named(chapter.number, chapter.title)
        yield from _of_sections(chapter.sections)


def _of_sections(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    for section in sections:
        yield section.id, _named(section.label, section.heading)
        yield from _of_sections(section.sections)


def _named(number: str | None, title: str | None) -> str:
    # 一是 and （一） run into their heading; 二 lost its 、 when it was read.
    mark = "、" if _NUMERAL.fullmatch(number or "") else ""
    return _seen((number or "") + mark + (title or ""))


def _seen(text: str) -> str:
    """A text of the report as a page shows it: one line, nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())


def _in_table(seen: Observation) -> Figure:
    return Figure(
        seen.id,
        seen.surface,
        seen.value,
        seen.paragraph.rpartition("-t")[0],
        indicator=_seen(seen.indicator),
        unit=seen.unit,
        measure=seen.measure,
        status=seen.status,
        sentence=_seen(seen.quote),
        paragraph=seen.paragraph,
        in_table=True,
        code=seen.code or "",
        indicator_en=seen.indicator_en or "",
    )


def _figure(seen: Observation, folded: str, at: int) -> Figure:
    """A figure that stands behind the first ``at`` characters of its ``folded`` paragraph."""
    clause = max(folded.rfind(mark, 0, at) for mark in _BOUNDARIES) + 1
    return Figure(
        seen.id,
        seen.surface,
        seen.value,
        seen.paragraph.rpartition("-p")[0],
        folded[max(at - _WORDS, 0) : at],
        folded[clause:at],
        _seen(seen.indicator),
        seen.unit,
        seen.bound,
        seen.measure,
        seen.status,
        _seen(seen.quote),
        seen.link,
        seen.paragraph,
        at,
        code=seen.code or "",
        indicator_en=seen.indicator_en or "",
    )
