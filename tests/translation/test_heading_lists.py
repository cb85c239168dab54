"""Headings that list much are read in no time, whether their English is known or not."""

import pytest

from converter.errors import InputError
from converter.limits import time_limit
from converter.translation.english import form_in_english


@pytest.mark.parametrize("words", ["甲方和" * 60 + "乙方", "2025年工作回顾、" * 30 + "甲"])
def test_a_long_list_is_looked_at_once_from_each_member_on(words: str) -> None:
    with time_limit(60, InputError("too_slow")):  # of a processor; what looks at each list again takes hours
        assert form_in_english(words) is None
