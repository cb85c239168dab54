"""What holds for any text: no exception, exact places, one name a figure, nothing that takes forever."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.figures.exclusions import without_excluded
from converter.figures.finding import quantities
from converter.figures.lists import NamedBefore
from converter.figures.naming import name_quantities
from converter.figures.period import named_period
from converter.figures.squashed import squashed
from converter.figures.years import Years
from converter.text.fold import fold

SCRAPS = st.sampled_from(
    [
        "12", "3.5", "1,234", "0", "千", "万", "亿", "余", "多", "三", "十", "百", "点", "件", "个", "%", "元", "人次", "百分之", "分之", "成", "第", "-", "至",
        "由", "提高到", "同比增长", "其中", "(", ")", ",", "、", ";", "。", "分别", "受理", "案件", "新增", "率", "近", "不少于", "以上", "2020年", "全年", "的", "占",
        "排名", "级", "+", "[", "]", "“", "”", "《", "》", " ", "\n", "①", "½", "\0", "PM2.5", "共计", "达到", "第三名",
    ]
)  # fmt: skip
TEXTS = (st.text(max_size=120) | st.lists(SCRAPS, max_size=40).map("".join)).map(fold)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_quantities_have_places_values_and_names(text: str) -> None:
    found = quantities(text)
    names, _ = name_quantities(text, found, NamedBefore(), None)
    at = 0
    for quantity in found:
        assert at <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.value >= 0
        assert quantity.value.is_finite()
        assert quantity.upper is None or quantity.upper > quantity.value
        at = quantity.span.end
    assert len(names) == len(found)


@given(TEXTS)
def test_leaving_out_moves_nothing(text: str) -> None:
    rest = without_excluded(text)
    assert len(rest) == len(text)
    assert all(after in (before, "\0") for before, after in zip(text, rest, strict=True))


@given(TEXTS, st.none() | st.integers(min_value=1949, max_value=2100))
def test_a_period_is_words_or_none(text: str, year: int | None) -> None:
    assert named_period(text, Years(year, year)) != ""


@given(st.text("0123456789项件行政处罚许可数量,。", max_size=200))
def test_squashed_stretches_have_no_stop(text: str) -> None:
    for span in squashed(text):
        assert not set(span.of(text)) & set(",。;!?\n")


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["件", "户", "万元", "%", "人次"]))
def test_a_plain_figure_is_always_found(number: int, unit: str) -> None:
    (quantity,) = quantities(f"全区完成某类事项{number}{unit}。")
    assert quantity.value == number * (10000 if unit == "万元" else 1)
    assert isinstance(quantity.value, Decimal)


@pytest.mark.parametrize(
    "scrap",
    ["共计", "组织开展", "达到", "1", "一", "、3件", "《1", "1-", "第一", "2020年", "A1等", "(2件", " "],
)
def test_repetition_is_no_trap(scrap: str) -> None:
    """Patterns that try every combination would not come back from these within a lifetime."""
    text = f"{scrap * 2000}12件"
    found = quantities(text)
    names, _ = name_quantities(text, found, NamedBefore(), None)
    assert len(names) == len(found)
