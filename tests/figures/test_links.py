"""What one figure is to another of its sentence: ``tests/cases/links.md``."""

from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from converter.figures.observing import observe
from converter.model import Observation, Report
from tests.casefile import cases
from tests.conftest import report_of


def observed(given: str) -> tuple[Report, tuple[Observation, ...]]:
    report = report_of(f"南湖区2020年度法治政府建设情况报告\n一、主要工作\n{given}")
    return report, observe(report)


@cases("links")
def test_links(given: str, expected: str) -> None:
    report, found = observed(given)
    by_id = {o.id: o for o in found}
    ties = [(o, o.link.relation, by_id[o.link.to]) for o in found if o.link]
    said = [f"{o.span.of(report.folded)} {tie} {other.span.of(report.folded)}\n" for o, tie, other in ties]
    assert "".join(said) == expected


WORDS = [
    "其中",
    "受理",
    "增长",
    "占",
    "满意率",
    "100%",
    "5件",
    "12件",
    "3个",
    "(",
    ")",
    "、",
    ",",
    "。",
    "同比",
    "案件",
]


@given_any(st.lists(st.sampled_from(WORDS), max_size=24).map("".join))
@settings(deadline=None)
def test_a_link_names_an_earlier_figure_of_the_sentence(text: str) -> None:
    _, found = observed(text)
    by_id = {o.id: o for o in found}
    for o in found:
        if o.link:
            assert by_id[o.link.to].sentence == o.sentence
            assert by_id[o.link.to].span < o.span
