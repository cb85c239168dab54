"""The one writer of published files: a reading as data, and that as text."""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from converter.data import file, observed, parts
from converter.data.dropped import all_dropped
from converter.data.values import quoted_part, value_text
from converter.model import (
    Chapter,
    Correction,
    Doubt,
    Dropped,
    Note,
    Observation,
    Paragraph,
    Reading,
    Section,
    Source,
    Span,
    Table,
)
from converter.structure.clean import OriginalPlaces, as_it_came, reasons
from converter.structure.segment import report_kind


def report_file(reading: Reading) -> file.ReportFile:
    """The report and its figures as they are published.

    Every ``start`` and ``end`` counts in the text as it came; ``text[start:end]``, less what ``dropped`` lists
    inside it (a line feed in a sentence, pinyin behind a character), is what stands beside them.
    """
    report = reading.report
    text, came = _Text(report.source, OriginalPlaces(report.source)), as_it_came(report.source)
    ids = {o.span: o.id for o in reading.observations}
    return file.ReportFile(
        title=report.title,
        issuer=report.issuer,
        region=report.region,
        region_path=report.region_path,
        kind=report_kind(report),
        report_year=report.report_year,
        published=report.published,
        written=report.written,
        delivered=report.delivered,
        source=_source(report.source, len(came)),
        facts={key: file.Fact(fact.value, fact.source) for key, fact in report.source.facts.items()},
        corrections=tuple(map(_correction, report.source.corrections)),
        edits=tuple(text.edits()),
        preface=parts.Preface(
            paragraphs=text.paragraphs(report.preface), tables=tuple(map(text.table, report.tables))
        ),
        chapters=tuple(_chapter(text, chapter) for chapter in report.chapters),
        observations=tuple(_observation(text, o) for o in reading.observations),
        notes=tuple(_note(text, note) for note in reading.notes),
        doubts=tuple(_doubt(text, doubt, ids) for doubt in report.doubts),
        dropped=tuple(_dropped(drop, came) for drop in all_dropped(report)),
    )


def written(report: file.ReportFile, indent: int = 1) -> str:
    """The text of the file; the same report gives the same text."""
    return msgspec.json.format(msgspec.json.encode(report), indent=indent).decode()


class _Text(Struct, frozen=True):
    """A source's text, with the places of its characters in the text as it came."""

    source: Source
    came: OriginalPlaces

    def of(self, span: Span) -> str:
        return span.of(self.source.text)

    def maybe(self, span: Span | None) -> str | None:
        return span and self.of(span)

    def place(self, span: Span) -> Span:
        return self.came.span(span)

    def edits(self) -> Iterator[file.Edit]:
        for edit, (start, end) in zip(self.source.edits, self.came.edits(), strict=True):
            yield file.Edit(start=start, end=end, was=edit.was, now=self.source.text[edit.start : edit.end])

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> tuple[parts.Paragraph, ...]:
        return tuple(map(self._paragraph, paragraphs))

    def _paragraph(self, paragraph: Paragraph) -> parts.Paragraph:
        start, end = self.place(paragraph.span)
        return parts.Paragraph(id=paragraph.id, text=self.of(paragraph.span), start=start, end=end)

    def table(self, table: Table) -> parts.Table:
        start, end = self.place(table.span)
        blank: list[str | None] = [None] * table.width
        rows = [[*blank] for _ in range(table.height)]
        for cell in table.cells:
            rows[cell.row][cell.column] = self.of(cell.span)
        return parts.Table(
            id=table.id,
            start=start,
            end=end,
            caption=self.maybe(table.caption),
            unit=self.maybe(table.unit),
            rows=tuple(map(tuple, rows)),
            unread=table.unread,
        )


def _source(source: Source, characters: int) -> file.Source:
    return file.Source(path=source.path, sha256=source.sha256, format=source.format, characters=characters)


def _correction(one: Correction) -> file.Correction:
    return file.Correction(
        day=one.day,
        what=one.what,
        what_en=one.what_en,
        why=one.why,
        before=one.before,
        after=one.after,
    )


def _chapter(text: _Text, chapter: Chapter) -> parts.Chapter:
    heading, (start, end) = text.maybe(chapter.heading), text.place(chapter.span)
    return parts.Chapter(
        id=chapter.id,
        number=text.maybe(chapter.num),
        heading=heading,
        title=heading or chapter.editorial_title or "",
        editorial=chapter.heading is None,
        role=chapter.role,
        start=start,
        end=end,
        lead_end=text.place(chapter.lead).end,
        paragraphs=text.paragraphs(chapter.paragraphs),
        tables=tuple(map(text.table, chapter.tables)),
        sections=tuple(_section(text, section) for section in chapter.sections),
    )


def _section(text: _Text, section: Section) -> parts.Section:
    start, end = text.place(section.span)
    return parts.Section(
        id=section.id,
        label=text.maybe(section.num),
        heading=text.maybe(section.heading),
        start=start,
        end=end,
        lead_end=text.place(section.lead).end,
        paragraphs=text.paragraphs(section.paragraphs),
        tables=tuple(map(text.table, section.tables)),
        sections=tuple(_section(text, inner) for inner in section.sections),
    )


def _observation(text: _Text, o: Observation) -> observed.Observation:
    (start, end), quoted = text.place(o.span), quoted_part(o)
    return observed.Observation(
        id=o.id,
        surface=text.of(o.span),
        start=start,
        end=end,
        value=value_text(o),
        unit=o.unit,
        bound=o.bound,
        measure=o.measure,
        status=o.status,
        indicator=o.indicator,
        period=o.period,
        chapter=o.chapter,
        section=o.section,
        paragraph=o.paragraph,
        quote=text.of(quoted),
        sentence=observed.Span(*text.place(quoted)),
        link=observed.Link(o.link.relation, o.link.to) if o.link else None,
        code=o.code,
        cell=observed.Cell(*o.cell) if o.cell else None,
        indicator_en=o.indicator_en,
    )


def _note(text: _Text, note: Note) -> observed.Note:
    # The rules come with all that checks, and a site is built from what was checked.
    from converter.checks import words

    said = observed.Words(
        words(note, "seen", "zh") + words(note, "why", "zh"),
        f"{words(note, 'seen', 'en')} {words(note, 'why', 'en')}",
    )
    return observed.Note(
        id=note.id,
        rule=note.rule,
        severity=note.severity,
        observations=note.observations,
        text=said,
        quotes=tuple(observed.Quote(text.of(span), *text.place(span)) for span in note.sentences),
        dismissed=note.dismissed,
    )


def _doubt(text: _Text, doubt: Doubt, ids: Mapping[Span, str]) -> observed.Doubt:
    span = Span(doubt.start, doubt.end)
    of, (start, end) = ids.get(span) if doubt.about == "observation" else None, text.place(span)
    return observed.Doubt(about=doubt.about, id=of, why=doubt.why, start=start, end=end, answer=doubt.answer)


def _dropped(drop: Dropped, text: str) -> file.Dropped:
    start, end, reason = drop
    told = reasons().get(reason, {"zh": reason, "en": reason})
    return file.Dropped(
        start=start,
        end=end,
        text=text[start:end],
        reason=reason,
        reason_in_words=observed.Words(told["zh"], told["en"]),
    )
