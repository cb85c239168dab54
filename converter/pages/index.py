"""The first page of a report: what it is, where it comes from, its key figures, its contents, its preface."""

from collections.abc import Iterator, Sequence

from converter.model import Observation, Reading, Report
from converter.pages.chapter import chapter_title, paragraphs
from converter.pages.comparison import linked_to, told
from converter.pages.corrections import corrections
from converter.pages.figures import link, number
from converter.pages.frame import heading, page, table
from converter.pages.markdown import cell, escape
from converter.pages.words import word

_KEY_FIGURES = 8


def index_page(reading: Reading, name: str) -> str:
    """The Markdown of the first page of the report called ``name``."""
    report, observations = reading.report, reading.observations
    title = escape(report.title or word("untitled"))
    fields = {
        "report": name,
        "page": "report",
        "description": word(
            "report_description", report=title, chapters=len(report.chapters), figures=len(observations)
        ),
    }
    intro = (
        word("report_intro", region=escape(report.region))
        if report.region
        else word("report_intro_no_region")
    )
    blocks = [heading(1, title, "report"), intro, *corrections(report.source.corrections)]
    blocks += _key_figures(report, observations)
    blocks += [heading(2, word("contents"), "contents"), "\n".join(_contents(reading))]
    if report.preface:
        blocks += [heading(2, word("preface"), "c0"), *paragraphs(report, report.preface)]
    blocks += [heading(2, word("about"), "about"), table([word("item"), word("content")], _about(report))]
    return page(fields, blocks)


def _key_figures(report: Report, observations: Sequence[Observation]) -> Iterator[str]:
    pairs = changed(observations)[:_KEY_FIGURES]
    if not pairs:
        return
    yield heading(2, word("key_figures"), "key-figures")
    yield word("key_figures_note", count=len(observations))
    rows = (
        [
            cell(o.indicator),
            f"{number(o)} {cell(o.unit)}".strip(),
            link(o, told(report, change).of(report.source.text)),
        ]
        for o, change in pairs
    )
    yield table([word("indicator"), word("value"), word("compared")], rows, numbers=1)


def changed(observations: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The results whose change the report states, each with the first such change, in document order."""
    linked = linked_to(observations)
    return [
        (o, linked[o.id]["change_of"][0])
        for o in observations
        if o.status == "result" and "change_of" in linked.get(o.id, {})
    ]


def _contents(reading: Reading) -> Iterator[str]:
    report, observations = reading.report, reading.observations
    for number_, chapter in enumerate(report.chapters, 1):
        sections = word("contents_sections", count=len(chapter.sections)) if chapter.sections else ""
        figures = sum(o.chapter == number_ for o in observations)
        title = chapter_title(report, chapter)
        yield "- " + word(
            "contents_line", title=title, page=f"{chapter.id}.md", sections=sections, figures=figures
        )
    yield "- " + word("all_figures", count=len(observations))
    open_notes = sum(note.dismissed is None for note in reading.notes)
    yield "- " + (word("all_notes", count=open_notes) if open_notes else word("no_notes"))


def _about(report: Report) -> Iterator[tuple[str, str]]:
    source, facts = report.source, report.source.facts
    if report.title:
        yield word("title"), cell(report.title)
    if report.region:
        code = (
            f"（{word('region_code', code=cell(facts['region_code'].value))}）"
            if "region_code" in facts
            else ""
        )
        yield word("region"), cell(report.region) + code
    if report.issuer:
        yield word("issuer"), cell(report.issuer)
    elif "issuer" in facts:
        yield (
            word("issuer"),
            f"{cell(facts['issuer'].value)}（{word('fact_source', source=cell(facts['issuer'].source))}）",
        )
    if report.report_year:
        yield word("report_year"), word("year", year=report.report_year)
    if report.published:
        day = report.published
        yield word("published"), word("day", y=day.year, m=day.month, d=day.day)
    if "original" in facts:
        yield word("original"), cell(facts["original"].value)
    yield word("raw"), word("raw_size", path=f"`{source.path}`", characters=f"{len(source.text):,}")
    yield word("checksum"), f"`{source.sha256}`"
