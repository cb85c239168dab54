"""Sentences in, figures out: ``tests/cases/figures-*.md``."""

import pytest

from converter.data import value_text
from converter.figures.observing import observe
from converter.model import Observation, Report
from tests.casefile import cases
from tests.conftest import report_of

Row = tuple[str, ...]


def observed(given: str) -> tuple[Report, tuple[Observation, ...]]:
    """The figures of lines set into a report on 2020; lines with a chapter heading of their own keep it."""
    body = given if given.startswith("一、") else f"一、主要工作\n{given}"
    report = report_of(f"南湖区2020年度法治政府建设情况报告\n{body}")
    return report, observe(report)


def printed(rows: list[Row]) -> str:
    return "".join(" | ".join(field or "-" for field in row) + "\n" for row in rows)


@cases("figures-values")
def test_values(given: str, expected: str) -> None:
    report, found = observed(given)
    assert printed([(o.span.of(report.folded), value_text(o), o.unit, o.bound) for o in found]) == expected


@cases("figures-kinds")
def test_kinds(given: str, expected: str) -> None:
    report, found = observed(given)
    rows = [(o.span.of(report.folded), o.measure, o.status, o.period or "") for o in found]
    assert printed(rows) == expected


@cases("figures-names")
def test_names(given: str, expected: str) -> None:
    report, found = observed(given)
    assert printed([(o.span.of(report.folded), o.indicator) for o in found]) == expected


def test_ids_are_of_the_place_and_the_value() -> None:
    _, found = observed("办理建议12件,办理提案12件,新增3-5家,占0.50%,罚款2亿元,又办12件。")
    assert [o.id for o in found] == ["c1-v12", "c1-v12-2", "c1-v3-5", "c1-v0.5", "c1-v200000000", "c1-v12-3"]


def test_places_are_counted_from_one() -> None:
    report = report_of(
        "南湖区2020年度报告\n2020年办件1件。\n一、主要工作\n（一）立法\n立法2件。\n（二）执法\n执法3件。\n二、下一步计划\n办件4件。"
    )
    places = [(o.chapter, o.section, o.paragraph) for o in observe(report)]
    assert places == [(0, 0, "c0-p1"), (1, 1, "c1-s1-p1"), (1, 2, "c1-s2-p1"), (2, 0, "c2-p1")]


def test_a_report_given_in_its_own_year_speaks_in_that() -> None:
    report = report_of(
        "南湖县人民政府工作报告\n——2020年12月16日在南湖县第九届人民代表大会第一次会议上\n一、过去五年工作回顾\n"
        "引进资金9亿元,其中今年2亿元。\n二、2021年重点工作\n明年是开局之年,计划实施项目8个。"
    )
    found = [(str(o.value), o.status, o.period) for o in observe(report)]
    assert found == [
        ("900000000", "result", "2020年"),
        ("200000000", "result", "2020年"),
        ("8", "target", "2021年"),
    ]


def test_a_report_given_after_its_year_speaks_in_the_year_after() -> None:
    report = report_of(
        "南湖区人民政府工作报告\n2021年1月10日在南湖区人民代表大会上\n一、2020年工作回顾\n新建学校3所,去年培训40人。\n"
        "二、2021年工作安排\n今年新建学校5所,去年建成7所。"
    )
    found = [(str(o.value), o.status, o.period) for o in observe(report)]
    assert found == [
        ("3", "result", "2020年"), ("40", "result", "2020年"), ("5", "target", "2021年"), ("7", "result", "2020年")
    ]  # fmt: skip


def test_a_report_of_half_a_year_tells_of_that_half() -> None:
    report = report_of(
        "南湖区2020年上半年法治政府建设工作总结\n一、主要工作\n培训30人,去年培训40人。\n二、下一步计划\n培训50人。"
    )
    assert [(str(o.value), o.period) for o in observe(report)] == [
        ("30", "2020年上半年"),
        ("40", "2019年"),
        ("50", "2020年下半年"),
    ]


def test_a_report_of_a_quarter_or_of_months_plans_for_its_own_year() -> None:
    report = report_of(
        "南湖区民政局关于2020年第三季度工作情况的报告\n一、工作情况\n走访60户。\n二、四季度工作打算\n走访70户。"
    )
    assert [o.period for o in observe(report)] == ["2020年第三季度", "2020年"]


@pytest.mark.parametrize(
    ("head", "close", "periods"),
    [
        ("法治政府建设情况报告", "2020年12月3日", ["2020年", "2021年"]),  # written before its year was over
        ("法治政府建设情况报告", "2021年1月8日", ["2020年", "2021年"]),  # it calls 2021 明年
        ("国民经济计划执行情况和2021年计划草案的报告", "2021年1月8日", ["2021年", "2022年"]),
    ],
)
def test_what_this_year_is_follows_from_when_a_report_was_given(
    head: str, close: str, periods: list[str]
) -> None:
    report = report_of(
        f"南湖区2020年{head}\n一、工作情况\n今年培训30人。\n二、2021年工作打算\n到明年,培训40人。\n南湖区人民政府\n{close}"
    )
    assert [o.period for o in observe(report)] == periods


def test_a_text_without_a_year_tells_of_the_one_up_to_whose_end_it_counts() -> None:
    report = report_of("截至2020年12月31日,网站发布信息34条。本年度受理申请2件。")
    assert [o.period for o in observe(report)] == ["截至2020年12月31日", "2020年度"]
