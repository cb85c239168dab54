"""What the table of figures says of two figures that belong together."""

import re

from converter.pages.report import report_pages
from converter.pipeline import reading
from tests.conftest import report_of

HEAD = "甲县2020年法治政府建设情况报告\n一、提升服务\n"


def comparisons(text: str) -> dict[str, str]:
    """By the words of each figure as printed: what its row says it is compared with."""
    report = report_of(HEAD + text)
    table = report_pages(reading(report), "x")["zh/x/figures.md"]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if "](c1.md#" in line]
    return {re.sub(r"\[(.*?)\].*", r"\1", row[1]): row[5].strip() for row in rows}


def test_a_level_names_its_change_in_the_reports_words_and_the_change_its_level() -> None:
    said = comparisons("全年新增企业200户,同比增长25%。")
    assert said == {"200户": "[同比增长25%](#c1-v25)", "25%": "[200户](#c1-v200)的增减"}


def test_a_rate_belongs_to_what_it_is_a_rate_of() -> None:
    said = comparisons("办理人大代表建议50件,满意率达98%。")
    assert said == {"50件": "[满意率达98%](#c1-v98)", "98%": "以[50件](#c1-v50)为总数"}


def test_a_clause_that_holds_more_than_the_comparison_is_not_repeated() -> None:
    said = comparisons("抽检4个断面达标率75%。")
    assert said == {"4个": "比率 [75%](#c1-v75)", "75%": "以[4个](#c1-v4)为总数"}


def test_a_whole_names_its_parts() -> None:
    said = comparisons("审查文件60件,其中合同40件、协议20件。")
    assert said["60件"] == "其中[40件](#c1-v40)、[20件](#c1-v20)"
    assert said["20件"] == "[60件](#c1-v60)的一部分"


def test_a_figure_alone_is_compared_with_nothing() -> None:
    assert comparisons("开展培训3次。") == {"3次": ""}


def test_the_first_page_shows_results_with_their_change() -> None:
    report = report_of(HEAD + "全年新增企业200户,同比增长25%。二、工作计划\n明年新增企业300户,同比增长50%。")
    index = report_pages(reading(report), "x")["zh/x/index.md"]
    assert "| [200户](c1.md#c1-v200) | 同比增长25% |" in index
    assert "50%" not in index
