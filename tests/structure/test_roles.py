"""Text in, roles of its parts out: ``tests/cases/roles.md``."""

import pytest

from converter.structure.segment.report_kind import report_kind
from tests.casefile import cases
from tests.conftest import report_of


@cases("roles")
def test_the_role_of_each_part(given: str, expected: str) -> None:
    report = report_of(given)
    rows = [
        f"{chapter.role} | {chapter.heading.of(given) if chapter.heading else '—'} | "
        f"{given[chapter.lead.end : chapter.span.end].strip()[:12]}".replace("\n", "⏎")
        for chapter in report.chapters
    ]
    assert "\n".join(rows) + "\n" == expected


@pytest.mark.parametrize("speaks", ["报告政府工作", "报告工作", "作政府工作报告", "作工作报告"])
def test_a_work_report_is_told_by_how_it_begins(speaks: str) -> None:
    assert (
        report_kind(
            report_of(f"各位代表：\n现在，我代表区人民政府向大会{speaks}，请予审议。\n一、回顾\n有成绩。\n")
        )
        == "work"
    )
