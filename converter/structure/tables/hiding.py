"""The stages that find headings, paragraphs and sentences never see a table: its characters are blanked for them.

In their eyes a table is furniture with a reason of its own.  Afterwards each stands in the part it stood in.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.model import Chapter, Doubt, Dropped, Paragraph, Report, Section, Source, Span, Table
from converter.spans import moved
from converter.structure.tables.ragged import falls_short
from converter.text.fold import fold

REASON = "table"


def without_tables(source: Source) -> Source:
    """The source with its tables blanked and listed as furniture; no place in its text changes."""
    if not source.tables:
        return source
    text, at = [], 0
    for table in source.tables:
        text += [source.text[at : table.span.start], _blank(source.text, table.span)]
        at = table.span.end
    text.append(source.text[at:])
    outside = (drop for drop in source.furniture if not _within(drop, source.tables))
    hidden = (Dropped(*table.span, REASON) for table in source.tables)
    furniture = tuple(sorted([*outside, *hidden]))
    return replace(source, text="".join(text), furniture=furniture, whole=source)


def _blank(text: str, span: Span) -> str:
    # A table amid a line of other words leaves them on one line: headings there are still those of a flattened text.
    amid = text[: span.start].rstrip(" ")[-1:] not in ("", "\n") and text[span.end : span.end + 1] not in (
        "",
        "\n",
    )
    return (" " if amid else "\n") * (span.end - span.start)


def with_tables(report: Report) -> Report:
    """The report with the tables of its source, which was read ``without_tables``, back in their places."""
    source = report.source.whole
    if source is None:
        return report
    places = [drop.start for drop in report.dropped if drop.reason == REASON]
    tables = [moved(t, to - t.span.start) for t, to in zip(source.tables, places, strict=True)]
    text, folded, at = [], [], 0
    for old, new in zip(source.tables, tables, strict=True):
        words = old.span.of(source.text)
        text += [report.source.text[at : new.span.start], words]
        folded += [report.folded[at : new.span.start], fold(words)]
        at = new.span.end
    whole = replace(
        report.source, text="".join([*text, report.source.text[at:]]), tables=tuple(tables), whole=None
    )
    inside = _dropped_inside(source, tables)
    dropped = sorted([*(drop for drop in report.dropped if drop.reason != REASON), *inside])
    return _in_parts(
        replace(
            report,
            source=whole,
            folded="".join([*folded, report.folded[at:]]),
            dropped=tuple(dropped),
            doubts=tuple(
                sorted([*report.doubts, *_doubts(tables, source)], key=lambda doubt: (doubt.start, doubt.end))
            ),
        ),
        tables,
    )


def _doubts(tables: Iterable[Table], source: Source) -> Iterator[Doubt]:
    """Why the ``tables`` of ``source``, in their places now, may say something else than was read."""
    for old, new in zip(source.tables, tables, strict=True):
        if new.unread:
            yield Doubt("table", "unread_table", *new.span)
        elif falls_short(moved(old, -old.span.start), fold(old.span.of(source.text))):
            yield Doubt("table", "short_row", *new.span)


def _within(drop: Dropped, tables: Iterable[Table]) -> bool:
    return any(table.span.start <= drop.start and drop.end <= table.span.end for table in tables)


def _dropped_inside(source: Source, tables: Sequence[Table]) -> list[Dropped]:
    """What stands between the rows of a table and is the page's: its number, its running head."""
    return [
        Dropped(
            drop.start + new.span.start - old.span.start,
            drop.end + new.span.start - old.span.start,
            drop.reason,
        )
        for old, new in zip(source.tables, tables, strict=True)
        for drop in source.furniture
        if _within(drop, [old])
    ]


def _in_parts(report: Report, tables: Sequence[Table]) -> Report:
    """The report with each table in the innermost part that began before it."""
    chapters = [_Part(chapter) for chapter in report.chapters]
    preface: list[Table] = []
    for table in tables:
        part = _last_before(chapters, table)
        if part is None:
            preface.append(table)
            continue
        while inner := _last_before(part.sections, table):
            # A paragraph behind the last section may speak of all of them; what follows it is the whole part's.
            if any(p.span.start > inner.end and p.span.end <= table.span.start for p in part.paragraphs):
                break
            part = inner
        part.tables.append(table)
    return replace(
        report,
        tables=_named("c0", preface),
        chapters=tuple(part.chapter() for part in chapters),
    )


def _last_before(parts: Sequence["_Part"], table: Table) -> "_Part | None":
    return next((part for part in reversed(parts) if part.start <= table.span.start), None)


class _Part:
    """A chapter or section while tables are put into it."""

    def __init__(self, part: Chapter | Section) -> None:
        self._part = part
        self.sections = [_Part(section) for section in part.sections]
        self.tables: list[Table] = []

    @property
    def start(self) -> int:
        return self._part.span.start

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        return self._part.paragraphs

    @property
    def end(self) -> int:
        return max([self._part.span.end, *(t.span.end for t in self.tables), *(s.end for s in self.sections)])

    def chapter(self) -> Chapter:
        assert isinstance(self._part, Chapter)
        return replace(
            self._part,
            span=Span(self.start, self.end),
            tables=_named(self._part.id, self.tables),
            sections=tuple(section.section() for section in self.sections),
        )

    def section(self) -> Section:
        assert isinstance(self._part, Section)
        return replace(
            self._part,
            span=Span(self.start, self.end),
            tables=_named(self._part.id, self.tables),
            sections=tuple(section.section() for section in self.sections),
        )


def _named(part: str, tables: Iterable[Table]) -> tuple[Table, ...]:
    return tuple(replace(table, id=f"{part}-t{n}") for n, table in enumerate(tables, 1))
