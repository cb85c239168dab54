"""``gongkai show``: what was understood of one raw report, in several views."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from converter.cli.messages import language, say
from converter.data import value_text
from converter.data.dropped import all_dropped
from converter.data.writer import report_file, written
from converter.limits import conversion_limit
from converter.model import Chapter, Paragraph, Report, Section, Source
from converter.pipeline import reading, report_of
from converter.sources import read_source, source_of
from converter.structure.clean import as_it_came, reasons

View = Callable[[Report], Iterator[str]]


def read(name: str) -> Source:
    """The source called ``name``; ``-`` is standard input."""
    if name == "-":
        return source_of(sys.stdin.buffer.read(), "-")
    return read_source(Path(name))


def warnings(source: Source) -> Iterator[str]:
    """What a person should know about how the file was read."""
    return (say(key, path=source.path) for key in source.warnings)


def as_json(report: Report) -> Iterator[str]:
    yield written(report_file(reading(report)), indent=2)


def as_text(report: Report) -> Iterator[str]:
    yield as_it_came(report.source)


def as_figures(report: Report) -> Iterator[str]:
    text = report.source.text
    for o in reading(report).observations:
        told = (
            o.id,
            o.indicator,
            o.span.of(text),
            value_text(o),
            o.unit,
            o.bound,
            o.period or "",
            o.code or "",
        )
        yield "\t".join(told)


def as_dropped(report: Report) -> Iterator[str]:
    words = reasons()
    text = as_it_came(report.source)
    for start, end, reason in all_dropped(report):
        shown = text[start:end].replace("\n", "⏎")
        yield f"{start}-{end}\t{words[reason][language()] if reason in words else reason}\t{shown}"


def as_outline(report: Report) -> Iterator[str]:
    yield f"{report.title or '—'}"
    yield f"{report.region or '—'} · {report.report_year or '—'} · {report.published or '—'} · {report.issuer or '—'}"
    yield from outline_lines(report)


def outline_lines(report: Report) -> Iterator[str]:
    """A line for each chapter and section, indented by depth, with the number of characters of its own text."""
    text = report.source.text
    for chapter in report.chapters:
        mark = "" if chapter.heading else "〔编者拟题〕"
        yield f"{chapter.id}  {_name(text, chapter)}{mark}  [{say(f'role_{chapter.role}')}]{_size(chapter.paragraphs)}"
        yield from _outline(text, chapter.sections, 1)


def _outline(text: str, sections: Iterable[Section], depth: int) -> Iterator[str]:
    for section in sections:
        yield f"{'    ' * depth}{section.id}  {_name(text, section)}{_size(section.paragraphs)}"
        yield from _outline(text, section.sections, depth + 1)


def _name(text: str, part: Chapter | Section) -> str:
    num = part.num.of(text) if part.num else ""
    title = part.heading.of(text) if part.heading else getattr(part, "editorial_title", None) or "—"
    return f"{num} {title}".strip()


def _size(paragraphs: Iterable[Paragraph]) -> str:
    characters = sum(p.span.end - p.span.start for p in paragraphs)
    return f"  ({characters})" if characters else ""


VIEWS: dict[str, View] = {
    "outline": as_outline,
    "json": as_json,
    "figures": as_figures,
    "dropped": as_dropped,
    "text": as_text,
}


def show(name: str, view: View) -> int:
    """Print one view of the report called ``name``.  Any text can be shown, report or not."""
    source = read(name)
    for line in warnings(source):
        click.echo(line, err=True)
    with conversion_limit(source.path):
        lines = list(view(report_of(source)))
    for line in lines:
        click.echo(line)
    return 0
