"""What a printed figure leaves open."""

from decimal import Decimal

import pytest

from converter.checks.interval import Interval, possible
from converter.figures.observing import observe
from tests.conftest import report_of


def interval_of(words: str) -> tuple[str, str]:
    report = report_of(f"南湖区2020年度报告\n一、主要工作\n{words}。")
    (found,) = observe(report)
    low, high = possible(found, found.span.of(report.folded))
    return f"{low.normalize():f}", "∞" if high is None else f"{high.normalize():f}"


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("受理案件125件", "125", "125"),
        ("受理案件140余件", "140", "150"),
        ("办理公证8万余件", "80000", "90000"),
        ("新增企业11.3万户", "112500", "114000"),
        ("满意率达90%", "89.5", "91"),
        ("满意率达51.85%", "51.845", "51.86"),
        ("满意率约81%", "76.95", "85.05"),
        ("调处纠纷近6000件", "5000", "6000"),
        ("受理案件不到50件", "0", "50"),
        ("每年开展培训不少于4次", "4", "∞"),
        ("每年开展培训3-5次", "3", "5"),
        ("满意率达百分之九十五", "94.5", "96"),
    ],
)
def test_possible(words: str, low: str, high: str) -> None:
    assert interval_of(words) == (low, high)


def between(low: int, high: int | None) -> Interval:
    return Interval(Decimal(low), None if high is None else Decimal(high))


def test_apart_only_where_no_value_is_shared() -> None:
    assert between(1, 2).apart(between(3, 4))
    assert between(3, None).apart(between(1, 2))
    assert not between(1, 3).apart(between(3, 4))
    assert not between(1, None).apart(between(5, 6))


def test_distance_is_the_same_either_way() -> None:
    assert between(1, 2).distance(between(5, 7)) == between(5, 7).distance(between(1, 2)) == between(3, 6)
    assert between(1, 4).distance(between(2, 3)) == between(0, 2)


def test_a_share_of_more_than_140_is_at_most_a_share_of_140() -> None:
    share = between(125, 125).in_percent_of(between(140, 150))
    assert share.high is not None
    assert round(share.high, 1) == Decimal("89.3")
