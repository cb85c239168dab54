"""JSON with indents, written by the fast way, is that of the standard library, byte for byte."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from converter.contract import indented

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)


@given(VALUES, st.integers(1, 3))
def test_the_bytes_are_those_of_the_standard_library(value: Any, indent: int) -> None:
    assert indented(value, indent) == json.dumps(value, ensure_ascii=False, indent=indent)
