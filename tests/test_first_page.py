"""The first page of a report in English: what it says about the report."""

import pytest

from converter.pages.edition import Edition
from converter.pages.report.index import index_page
from tests.conftest import reading, report_of

BODY = "\n一、主要情况\n全年办理案件20件。\n二、存在的问题\n力量还需要加强。\n"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("甲县|乙县会商纪要暨2021年工作报告", "甲县\\|乙县会商纪要暨2021年工作报告"),
        (
            "清河县2021年法治政府建设情况报告",
            "Report on Building a Law-based Government in Qinghe County, 2021 · 清河县2021年法治政府建设情况报告",
        ),
    ],
)
def test_a_title_that_nobody_translated_stands_once(title: str, told: str) -> None:
    page = index_page(reading(report_of(title + BODY)), "x", Edition("en"))
    rows = [line for line in page.splitlines() if line.startswith("| Title")]
    assert [row.removeprefix("| Title | ").removesuffix(" |") for row in rows] == [told]
