"""The table of all figures: a row for each, linked to the place in the text it comes from."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.contract import plain
from converter.model import Observation, Report
from converter.pages.chapter import chapter_title
from converter.pages.comparison import compared, linked_to
from converter.pages.frame import heading, page, table
from converter.pages.markdown import cell
from converter.pages.words import term, word


def figures_page(report: Report, observations: Sequence[Observation], name: str) -> str:
    """The Markdown of the page of all figures of the report called ``name``."""
    shown = report.title or word("untitled")
    fields = {
        "report": name,
        "page": "figures",
        "description": word("figures_description", report=shown, count=len(observations)),
    }
    intro = word("figures_intro", count=len(observations)) if observations else word("figures_none")
    return page(fields, [heading(1, word("figures"), "figures"), intro, *_tables(report, observations)])


def _tables(report: Report, observations: Sequence[Observation]) -> Iterator[str]:
    titles = [word("preface"), *(chapter_title(report, chapter) for chapter in report.chapters)]
    columns = ("indicator", "surface", "value", "limit", "unit", "compared", "period", "kind")
    header = [word(key) for key in columns]
    others, linked = {o.id: o for o in observations}, linked_to(observations)
    for number, title in enumerate(titles):
        rows = [
            _row(report, o, compared(report, o, others, linked.get(o.id, {})))
            for o in observations
            if o.chapter == number
        ]
        if rows:
            yield heading(2, title, f"f-c{number}")
            yield table(header, rows, numbers=2)


def _row(report: Report, o: Observation, comparison: str) -> list[str]:
    return [
        cell(o.indicator),
        link(o, o.span.of(report.source.text)),
        digits(o),
        term("bound", o.bound),
        cell(o.unit),
        comparison,
        cell(o.period or ""),
        term("measure", o.measure) + term("status", o.status),
    ]


def link(o: Observation, words: str) -> str:
    """Words of the report, linked to where the figure stands."""
    target = f"c{o.chapter}.md" if o.chapter else "index.md"
    return f"[{cell(words)}]({target}#{o.id})"


def digits(o: Observation) -> str:
    """The value in Arabic digits, grouped by thousands; a range with a dash (``3–5``)."""
    return _grouped(o.value) + ("" if o.upper is None else f"–{_grouped(o.upper)}")


def number(o: Observation) -> str:
    """The same with its bound in words before it (``超过 80,000``)."""
    return f"{term('bound', o.bound)} {digits(o)}".lstrip()


def _grouped(value: Decimal) -> str:
    return f"{Decimal(plain(value)):,f}"
