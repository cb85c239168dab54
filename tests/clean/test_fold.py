"""Folding replaces character by character; it must be what a table of single characters gives."""

from hypothesis import given
from hypothesis import strategies as st

from converter.text.fold import _TABLE, fold
from converter.text.simplified import _form, traditional

CHARS = st.sampled_from([*"，：（）％。、中国a1\n\t\u3000", *_TABLE, *sorted(traditional())]) | st.characters(
    codec="utf-8"
)


def test_no_form_is_itself_replaced() -> None:
    """Otherwise the order of replacing would matter."""
    forms = {char: form for char in traditional() if (form := _form(char)) != char}
    for table in (_TABLE, forms):
        assert [char for char, form in table.items() if form in table] == []


@given(st.text(CHARS))
def test_a_text_folds_as_its_characters_do(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
