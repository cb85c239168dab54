"""Large numbers as people read them, nothing rounded."""

from decimal import Decimal

import pytest

from converter.pages.amount import worded
from converter.pages.edition import Edition
from converter.pages.scale import in_words


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("113000", "113,000", "113,000"),
        ("99999999", "99,999,999", "99,999,999"),
        ("100000000", "1亿", "100 million"),
        ("850000000000", "8,500亿", "850 billion"),
        ("5670000000000", "5.67万亿", "5.67 trillion"),
        ("1234567890123", "1,234,567,890,123", "1,234,567,890,123"),
        ("123456780000", "1,234.5678亿", "123,456.78 million"),
        ("0.5", "0.5", "0.5"),
    ],
)
def test_from_a_hundred_million_on_a_word_stands_for_the_noughts(value: str, zh: str, en: str) -> None:
    assert (in_words(Decimal(value), "zh"), in_words(Decimal(value), "en")) == (zh, en)


@pytest.mark.parametrize(
    ("bound", "values", "unit", "language", "told"),
    [
        ("over", ["80000"], "件", "zh", "超过 80,000 件"),
        ("exact", ["5670000000000"], "元", "zh", "5.67万亿元"),
        ("exact", ["5670000000000"], "yuan", "en", "5.67 trillion yuan"),
        ("exact", ["3", "5"], "天", "zh", "3–5 天"),
        ("exact", ["65"], "%", "en", "65%"),
        ("exact", ["800000000"], "", "zh", "8亿"),
    ],
)
def test_bound_number_and_unit(bound: str, values: list[str], unit: str, language: str, told: str) -> None:
    assert worded(bound, [Decimal(value) for value in values], unit, Edition(language)) == told
