"""Headings that list much are read in no time, whether their English is known or not."""

import pytest

from converter.translation.english import form_in_english


@pytest.mark.parametrize("words", ["甲方和" * 60 + "乙方", "2025年工作回顾、" * 30 + "甲"])
@pytest.mark.timeout(20)
def test_a_long_list_is_looked_at_once_from_each_member_on(words: str) -> None:
    assert form_in_english(words) is None
