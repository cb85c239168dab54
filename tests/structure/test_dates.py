"""Text in, days out: ``tests/cases/dates.md``."""

import pytest

from tests.casefile import cases
from tests.conftest import report_of


@cases("dates")
def test_the_days_of_a_report(given: str, expected: str) -> None:
    report = report_of(given)
    doubt = next((doubt.why for doubt in report.doubts if doubt.about == "published"), None)
    told = (report.published, report.written, report.delivered, doubt)
    assert " | ".join(str(one or "—") for one in told) + "\n" == expected


@pytest.mark.parametrize(
    ("title", "day", "heading", "year"),
    [
        ("2026年河口县政府工作报告", "2026年1月18日", "工作回顾", 2025),
        ("河口县2025年政府工作报告", "2026年1月18日", "工作回顾", 2025),
        ("河口县2025年政府工作报告", "2026年1月18日", "2025年工作回顾", 2025),
        ("河口县2026年政府工作报告", "2026年12月18日", "2025年工作回顾", 2025),
        ("河口县2025年政府工作报告", None, "2025年工作回顾", 2025),
        ("河口县2025年政府工作报告", None, "工作回顾", 2024),
    ],
)
def test_the_year_a_work_report_reports_on(title: str, day: str | None, heading: str, year: int) -> None:
    session = f"——{day}在河口县第十四届人民代表大会第四次会议上\n" if day else ""
    text = (
        f"{title}\n{session}各位代表：\n现在，我代表县人民政府，向大会报告工作。\n一、{heading}\n增长5%。\n"
    )
    assert report_of(text).report_year == year
