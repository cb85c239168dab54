"""Every example in ``exclusions.toml`` is left out, and nothing around it is; what is looked for only behind a sign has it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.figures import amounts, proportions
from converter.figures.exclusions import without_excluded
from converter.figures.finding import quantities
from converter.figures.numerals import HANZI
from converter.figures.quantity import Quantity
from converter.figures.tables import EXCLUSIONS, Exclusion

Form = tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], Quantity | None]]
ROWS = EXCLUSIONS.load().exclusion
EXAMPLES = [pytest.param(example, id=example) for row in ROWS for example in row.examples]


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


@pytest.mark.parametrize("row", ROWS, ids=[row.what for row in ROWS])
@given(st.data())
@settings(max_examples=60)
def test_whatever_a_pattern_matches_begins_as_the_table_says_and_has_a_sign(
    row: Exclusion, data: st.DataObject
) -> None:
    pattern = re.compile(row.pattern.replace("{han}", f"[{HANZI}]"))
    begins = re.compile(EXCLUSIONS.load().begins.replace("{numerals}", HANZI))
    text = data.draw(st.from_regex(pattern))
    for match in pattern.finditer(text):
        assert begins.match(match[0]), match[0]
        assert not row.signs or any(sign in text for sign in row.signs), match[0]


@pytest.mark.parametrize("form", [*amounts.FORMS, *proportions.FORMS], ids=lambda form: form[0].pattern[:20])
@given(st.data())
@settings(max_examples=60)
def test_no_form_stands_in_a_text_without_its_sign(form: Form, data: st.DataObject) -> None:
    sign, pattern, read = form
    text = data.draw(st.from_regex(pattern))
    if any(map(read, pattern.finditer(text))):
        assert sign.search(text), text
