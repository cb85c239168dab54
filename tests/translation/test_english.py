"""What needs no translator: Chinese in, English out by rule."""

import pytest

from converter.translation.english import by_rule


@pytest.mark.parametrize(
    ("kind", "chinese", "english"),
    [
        ("comparison", "同比增长45.44%", "up 45.44 percent year on year"),
        ("comparison", "下降7.4%", "down 7.4 percent"),
        ("comparison", "较上年提高了2.5个百分点", "up 2.5 percentage points year on year"),
        ("comparison", "同比改善19.2％", "improved by 19.2 percent year on year"),
        ("comparison", "比2019年增长5%", None),
        ("comparison", "增长约5%", None),
        ("comparison", "增长4.23倍", None),
        ("period", "2020年上半年", "first half of 2020"),
        ("period", "2020年前11个月", "first 11 months of 2020"),
        ("period", "2020年5月至当年底", "May 2020 to the end of that year"),
        ("period", "“十三五”以来", "since the 13th Five-Year Plan period"),
        ("period", "党的二十大以来", "since the 20th National Congress of the Communist Party of China"),
        ("period", "三年来", "the last three years"),
        ("period", "一年内", "within a year"),
        ("period", "三年内", "within three years"),
        ("period", "近十年", "the last ten years"),
        ("period", "过去一年", "the last year"),
        ("period", "近6个月", "the last 6 months"),
        ("period", "2020年3月", "March 2020"),
        ("period", "截至2020年11月30日", "as of November 30, 2020"),
        ("period", "2020年1-6月", "January–June 2020"),
        ("period", "“十五五”时期", "the 15th Five-Year Plan period"),
        ("period", "十三五以来", "since the 13th Five-Year Plan period"),
        ("region", "山东省", "Shandong Province"),
        ("unit", "天", "days"),
        ("title", "同比增长45.44%", None),
    ],
)
def test_by_rule(kind: str, chinese: str, english: str | None) -> None:
    assert by_rule(kind, chinese) == english
