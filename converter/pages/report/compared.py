"""The figures that a report itself compares, each with whether more or less of it is better: the key figures."""

from collections.abc import Iterator, Sequence

from converter.indicators import entry
from converter.model import Observation
from converter.pages.amount import amount
from converter.pages.edition import Edition
from converter.pages.frame import table
from converter.pages.report.comparison import linked_to, told
from converter.text.fold import fold


def key_figures(
    text: str, observations: Sequence[Observation], edition: Edition, most: int, folder: str = ""
) -> Iterator[str]:
    """The table of up to ``most`` key figures, nothing where there are none.

    ``text`` is the report's, as printed; ``folder`` leads from the page to those of the report (``zh/lanshan-2020/``).
    """
    folded, pairs = fold(text), changed(observations)[:most]
    rows = (
        [
            edition.indicator(o),
            amount(o, edition),
            _link(o, edition.cell("comparison", told(folded, change).of(text)), folder),
            meaning(o, edition),
        ]
        for o, change in pairs
    )
    if pairs:
        yield table(
            [edition.word(key) for key in ("indicator", "value", "compared", "meaning")], rows, numbers=1
        )


def changed(observations: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The results whose change the report states, each with the first such change, in document order."""
    linked = linked_to(observations)
    return [
        (o, linked[o.id]["change_of"][0])
        for o in observations
        if o.status == "result" and "change_of" in linked.get(o.id, {})
    ]


def meaning(o: Observation, edition: Edition) -> str:
    """Which way is better by the dictionary, empty for a figure it does not know."""
    return edition.term("better", entry(o.code).better) if o.code else ""


def _link(o: Observation, words: str, folder: str) -> str:
    page = f"c{o.chapter}.md" if o.chapter else "index.md"
    return f"[{words}]({folder}{page}#{o.id})"
