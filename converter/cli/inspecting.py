"""``gongkai inspect``: on one screen, what was understood of a report and what a clerk should look at."""

from collections.abc import Iterator

import click

from converter.cli.messages import language, say
from converter.cli.show import outline_lines, read, warnings
from converter.data.doubts import doubt_words, shortened
from converter.figures.squashed import squashed
from converter.limits import conversion_limit
from converter.model import Observation, Report
from converter.pipeline import reading, report_of
from converter.structure.segment import (
    all_paragraphs,
    due,
    kind_of,
    kinds,
    report_kind,
    report_kinds,
    required_contents,
)


def inspect(name: str) -> int:
    """Print the screen for the report called ``name``."""
    with conversion_limit(name):
        understood = reading(report_of(read(name)))
    report, observations = understood.report, understood.observations
    blocks = (
        _facts(report),
        outline_lines(report),
        _counts(report, observations),
        _required(report),
        _doubts(report),
    )
    click.echo("\n\n".join(filter(None, map("\n".join, blocks))))
    return 0


def _facts(report: Report) -> Iterator[str]:
    kind = kind_of(report)
    yield say(
        "inspect_kind",
        kind=kinds()[kind][language()] if kind else report_kinds()[report_kind(report)][language()],
    )
    facts = {
        "title": report.title and report.title.replace("\n", " "),
        "issuer": report.issuer,
        "region": report.region,
        "year": report.report_year,
        "published": report.published,
    }
    for key, value in facts.items():
        yield say(f"inspect_{key}", value=value or say("inspect_unknown"))
    for key, on in (("written", report.written), ("delivered", report.delivered)):
        if on:
            yield say(f"inspect_{key}", value=on)
    day = due(report)
    if day and report.published:
        yield say("inspect_in_time" if report.published <= day else "inspect_late", day=day)


def _counts(report: Report, observations: tuple[Observation, ...]) -> Iterator[str]:
    dropped = sum(drop.end - drop.start for drop in report.dropped)
    yield say(
        "inspect_counts", figures=len(observations), dropped=dropped, characters=len(report.source.text)
    )


def _required(report: Report) -> Iterator[str]:
    contents = required_contents(report)
    if contents:
        yield say("inspect_required")
    for content in contents:
        place = content.found or say("inspect_optional" if content.optional else "inspect_missing")
        yield f"  {content.zh if language() == 'zh' else content.en}: {place}"


def _doubts(report: Report) -> Iterator[str]:
    doubts = list(_found_doubts(report))
    yield say("inspect_doubts") if doubts else say("inspect_no_doubts")
    yield from (f"  {doubt}" for doubt in doubts)


def _found_doubts(report: Report) -> Iterator[str]:
    yield from warnings(report.source)
    chapters = {chapter.span.start: chapter for chapter in report.chapters}
    for doubt in report.doubts:
        # Those about single figures are many; `gongkai doubts` lists them.
        if doubt.answer is not None or doubt.about == "observation":
            continue
        chapter = chapters.get(doubt.start)
        yield doubt_words(doubt.about, doubt.why)[language()].format(
            id=chapter and chapter.id,
            title=chapter and chapter.editorial_title,
            words=shortened(report.source.text[doubt.start : doubt.end]),
        )
    for paragraph in all_paragraphs(report):
        if squashed(paragraph.span.of(report.folded)):
            yield say("doubt_table", id=paragraph.id)
