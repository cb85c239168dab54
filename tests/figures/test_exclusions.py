"""Every example in ``exclusions.toml`` is left out, and nothing around it is."""

import pytest

from converter.figures.exclusions import without_excluded
from converter.figures.finding import quantities
from converter.figures.knowledge import knowledge

ROWS = knowledge("exclusions")["exclusion"]
EXAMPLES = [pytest.param(example, id=example) for row in ROWS for example in row["examples"]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_states_no_value(example: str) -> None:
    assert [q.span.of(example) for q in quantities(example)] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_figure_beside_it_is_still_found(example: str) -> None:
    sentence = f"{example},办理案件35件。"
    assert [q.span.of(sentence) for q in quantities(sentence)] == ["35件"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_positions_stay(example: str) -> None:
    assert len(without_excluded(example)) == len(example)
