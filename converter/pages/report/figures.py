"""The table of all figures: a row for each, linked to the place in the text it comes from."""

from collections.abc import Iterable, Iterator, Sequence

from converter.model import Observation, Report
from converter.pages.amount import digits
from converter.pages.edition import Edition
from converter.pages.frame import heading, page, table
from converter.pages.report.comparison import compared, linked_to
from converter.text.markdown import cell

COLUMNS = ("indicator", "surface", "value", "limit", "unit", "compared", "period", "kind")
"""The columns of the table, by the keys of their words."""


def figures_page(report: Report, observations: Sequence[Observation], name: str, edition: Edition) -> str:
    """The Markdown of the page of all figures of the report called ``name``."""
    count = edition.counted("figures", len(observations))
    fields = {
        "report": name,
        "page": "figures",
        "description": edition.word("figures_description", report=edition.title(report), count=count),
    }
    intro = edition.word("figures_intro", count=count) if observations else edition.word("figures_none")
    title = heading(1, edition.word("figures"), "figures")
    return page(fields, [title, intro, *_tables(report, observations, edition)])


def _tables(report: Report, observations: Sequence[Observation], edition: Edition) -> Iterator[str]:
    titles = [edition.word("preface"), *(edition.chapter_title(report, c) for c in report.chapters)]
    header = [edition.word(key) for key in COLUMNS]
    others, linked = {o.id: o for o in observations}, linked_to(observations)

    def rows(found: Iterable[Observation]) -> list[list[str]]:
        return [
            _row(report, o, compared(report, o, others, linked.get(o.id, {}), edition), edition)
            for o in found
        ]

    for number, title in enumerate(titles):
        own = [o for o in observations if o.chapter == number]
        if own:
            yield heading(2, title, f"f-c{number}")
        if prose := rows(o for o in own if o.cell is None):
            yield table(header, prose, numbers=2)
        # The many cells of a report's tables stand apart, each under its table.
        for name in dict.fromkeys(o.cell.table for o in own if o.cell):
            words = edition.word("table_number", number=name.rpartition("t")[2])
            where = f"{'index' if not number else f'c{number}'}.md#{name}"
            yield heading(3, edition.word("figures_in_table", table=words, page=where), f"f-{name}")
            yield table(header, rows(o for o in own if o.cell and o.cell.table == name), numbers=2)


def _row(report: Report, o: Observation, comparison: str, edition: Edition) -> list[str]:
    return [
        edition.indicator(o),
        link(o, cell(o.span.of(report.source.text))),
        digits(o),
        edition.term("bound", o.bound),
        edition.unit(o),
        comparison,
        edition.period(o),
        edition.term("measure", o.measure) + edition.term("status", o.status),
    ]


def link(o: Observation, words: str) -> str:
    """Words in Markdown, linked to where the figure stands."""
    target = f"c{o.chapter}.md" if o.chapter else "index.md"
    return f"[{words}]({target}#{o.id})"
