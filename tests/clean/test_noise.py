"""Why a line is noise is told by which pattern of ``noise.toml`` it fits, in the table's order."""

import re
import tomllib
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.structure.clean.noise import reason_of_line

TABLE = tomllib.loads(
    resources.files("converter.structure.clean").joinpath("noise.toml").read_text(encoding="utf-8")
)
ROWS = [(key, re.compile(pattern, re.M)) for key, entry in TABLE.items() for pattern in entry.get("line", ())]


@pytest.mark.parametrize("pattern", [pattern for _, pattern in ROWS])
@given(st.data())
@settings(max_examples=20)
def test_a_line_has_the_reason_of_the_first_pattern_it_fits(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(pattern, fullmatch=True))
    assert reason_of_line(line) == next(key for key, pattern in ROWS if pattern.fullmatch(line))


def test_a_sentence_has_none() -> None:
    assert reason_of_line("全年办理案件35件。") is None
