"""Numerals: what a reader of Chinese reads, back from what a writer of Chinese writes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.figures.numerals import decimal_of

DIGITS = "零一二三四五六七八九"


def below_myriad(number: int) -> str:
    words = "".join(
        DIGITS[int(digit)] + ("" if digit == "0" else unit)
        for digit, unit in zip(f"{number:04d}", ("千", "百", "十", ""), strict=True)
    )
    while "零零" in words:
        words = words.replace("零零", "零")
    return words.rstrip("零")


def in_words(number: int) -> str:
    """A whole number below 10**12 as it is written, 二 for 2 and 零 between gaps."""
    groups = [(number // size % 10**4, unit) for size, unit in ((10**8, "亿"), (10**4, "万"), (1, ""))]
    words = "".join(below_myriad(value) + unit for value, unit in groups if value)
    return words.lstrip("零") or "零"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_words_read_back(number: int) -> None:
    assert decimal_of(in_words(number)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_digits_read_back(number: Decimal) -> None:
    assert decimal_of(f"{number}") == decimal_of(f"{number:,}") == number
    assert decimal_of(f"{number}万") == number * 10000


@given(st.text())
def test_any_text_is_a_numeral_or_none(text: str) -> None:
    value = decimal_of(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"), ("十二", "12"), ("两百", "200"), ("三千零五", "3005"), ("一百零五万", "1050000"), ("二〇二〇", "2020"),
        ("八点六", "8.6"), ("3万亿", "3000000000000"), ("3多亿", "300000000"), ("5 . 5", "5.5"), ("1 234", "1234"), ("2千", "2000"),
    ],
)  # fmt: skip
def test_numerals(text: str, value: str) -> None:
    assert decimal_of(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "一二三", "十四五", "千百", "点五万", "1.2.3", "百姓", "2千瓦", "九" * 40]
)
def test_what_is_no_numeral(text: str) -> None:
    assert decimal_of(text) is None


def test_values_have_no_exponent() -> None:
    assert str(decimal_of("3万亿")) == "3000000000000"
    assert str(decimal_of("12.50")) == "12.5"
