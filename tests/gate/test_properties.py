"""What holds for any text and any number: exact places, no exception, the same value however it is written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Span
from converter.translation.numbers import (
    chinese_numbers,
    compare,
    counterparts,
    differences,
    english_numbers,
    explain,
    pairs_in,
)

ZH_SCRAPS = st.sampled_from(
    ["12", "3.5", "1,234", "0", "千", "万", "亿", "余", "多", "三", "十", "百", "点", "件", "个", "%", "元", "百分之", "分之", "成", "第", "-", "至", "倍",
     "由", "近", "不少于", "以上", "2020年", "月", "日", "的", "级", "+", "[", "]", "“", "”", "(", ")", "、", "。", "\n", "①", "½", "\0", "PM2.5", "翻番",
     "十四五", "二十大", "一是", "半", "双", "大", "斤", "个百分点", " "]
)  # fmt: skip
EN_SCRAPS = st.sampled_from(
    ["12", "3.5", "1,234", "0", "twenty", "-", "one", "a", "hundred", "million", " and ", " ", "percent", "percentage points", "third", "half", "of",
     "to", "more than", "or so", "2020", "March", "May", "1.", "(2)", "IV.", "doubled", "fold", "5th", "Five-Year", "Games", ",", ".", "\n", "PM2.5",
     "tons", "\0", "½", "’", "–", "RMB"]
)  # fmt: skip
ZH = st.text(max_size=80) | st.lists(ZH_SCRAPS, max_size=30).map("".join)
EN = st.text(max_size=80) | st.lists(EN_SCRAPS, max_size=30).map("".join)


@given(ZH, EN)
@settings(max_examples=400, deadline=None)
def test_places_are_exact(zh: str, en: str) -> None:
    for text, found in ((zh, chinese_numbers(zh)), (en, english_numbers(en))):
        at = 0
        for number in found:
            assert at <= number.span.start < number.span.end <= len(text)
            assert number.span.of(text) == number.surface
            assert number.value.is_finite()
            assert number.upper is None or number.upper > number.value
            at = number.span.end


@given(ZH, EN)
@settings(max_examples=400, deadline=None)
def test_any_two_texts_can_be_compared(zh: str, en: str) -> None:
    comparison = compare(zh, en)
    assert all(
        number in chinese_numbers(zh) and other in english_numbers(en) for number, other in comparison.pairs
    )
    for found in comparison.differences:
        assert (found.zh is None, found.en is None) in {
            "missing": {(False, True)},
            "invented": {(True, False)},
            "torn": {(True, False)},
            "lost": {(False, True)},
            "currency": {(True, False)},
            "rate": {(True, False)},
        }.get(found.what, {(False, False)})
        for language in ("zh", "en"):
            message = explain(found, language)
            assert found.zh_sentence in message
            assert found.en_sentence in message


WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """A number from 1 to 999,999 as English writes it out."""
    if number < 20:
        return WORDS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{WORDS[number % 10]}" if number % 10 else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = f" and {in_words(number % size)}" if number % size else ""
    return f"{in_words(number // size)} {name}{rest}"


def renderings(number: int) -> list[str]:
    """The usual ways to write a whole number in English."""
    ways = [str(number), f"{number:,}"]
    ways += [in_words(number)] if number < 1_000_000 else []
    ways += [
        f"{(Decimal(number) / size).normalize():f} {name}"
        for name, size in (("thousand", 10**3), ("million", 10**6), ("billion", 10**9))
        if number >= size
    ]
    return ways


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=10**11))
def test_a_number_has_one_value_however_english_writes_it(number: int) -> None:
    for way in renderings(number):
        found = english_numbers(f"In all, {way} cases were handled.")
        assert [one.value for one in found] == [number], way


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=10**8), st.sampled_from(["", "万", "亿"]))
def test_both_languages_agree_on_a_number_however_it_is_written(number: int, scale: str) -> None:
    value = number * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    zh = f"全区共办理{number}{scale}件。"
    for way in renderings(value):
        assert differences(zh, f"In all, {way} cases were handled in the district.") == (), way


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=10**6), st.integers(min_value=2, max_value=10**6))
def test_another_number_is_seen(number: int, other: int) -> None:
    found = differences(f"全区共办理{number}件。", f"In all, {other:,} cases were handled in the district.")
    assert [one.what for one in found] == ([] if number == other else ["value"])


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=100, places=2), st.sampled_from(["%", "个百分点"]))
def test_percentages_agree(share: Decimal, unit: str) -> None:
    words = " percent" if unit == "%" else " percentage points"
    assert differences(f"提高{share}{unit}。", f"It rose by {share}{words}.") == ()


@pytest.mark.parametrize(
    "scrap", ["一", "1", "1、", "第", "1-", "三十", "(", "#", " ", "十百千万", "2020年", "百分之"]
)
def test_repetition_in_chinese_is_no_trap(scrap: str) -> None:
    """Patterns that try every combination would not come back from these within a lifetime."""
    assert chinese_numbers(scrap * 3000 + "、12件")[-1].value == 12


@pytest.mark.parametrize(
    "scrap",
    [
        "one ",
        "1",
        "1,",
        "1-",
        "hundred ",
        "a ",
        "twenty-",
        "the ",
        "-",
        "#",
        " ",
        "1 to ",
        "first and ",
        "First Of ",
    ],
)
def test_repetition_in_english_is_no_trap(scrap: str) -> None:
    assert english_numbers(scrap * 3000 + "; 12 cases")[-1].value == 12


@pytest.mark.parametrize("scrap", ["1", "受理5件，占3%。", "第三、", "(一", "“", "一百"])
@pytest.mark.parametrize(
    "other", ["1", "It took 5 cases, or 3 percent. ", "third and ", "a-", '"', "twenty-"]
)
def test_long_texts_can_be_compared(scrap: str, other: str) -> None:
    comparison = compare(scrap * 1000, other * 1000)
    assert len(comparison.pairs) <= 2000


def test_equal_numbers_are_paired_in_order() -> None:
    zh = "受理5件，占5%，办结5件。"
    en = "It accepted 5 cases, or 5 percent, and closed 5."
    places = [(a.span.start, b.span.start) for a, b in compare(zh, en).pairs]
    assert places == [(zh.index("5件"), 12), (zh.index("5%"), 24), (zh.rindex("5"), 46)]


def test_the_counterpart_of_a_figure_with_its_unit() -> None:
    zh = "注册用户达66万户，办件8万余件。"
    en = "It handled more than 80,000 cases and has 660,000 users."
    (found,) = counterparts(pairs_in(zh, en), Span(zh.index("8万"), zh.index("件。") + 1))
    assert found.span.of(en) == "80,000"
