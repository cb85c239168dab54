"""Tables in a text: what is one, what its cells say, what its sums say (``tests/cases/tables.md``)."""

from collections.abc import Iterator

import pytest

from converter.model import Observation, Reading
from converter.pages.report.chapter import chapter_page
from converter.pipeline import read
from converter.sources import source_of
from converter.structure.segment import all_tables
from converter.translation.english import form_in_english
from tests.casefile import cases
from tests.conftest import report_of


def lines(understood: Reading) -> Iterator[str]:
    report, text = understood.report, understood.report.source.text
    for chapter in report.chapters:
        yield f"# {chapter.num.of(text) if chapter.num else ''} {chapter.heading.of(text) if chapter.heading else ''}"
    for table in all_tables(report):
        yield f"{table.id}: {table.height} × {table.width}{' unread' if table.unread else ''}"
    yield from (said(o) for o in understood.observations if o.cell)
    yield from (
        f"? {note.rule} {note.details['name']} {' '.join(v for k, v in note.details.items() if k != 'name')}"
        for note in understood.notes
    )


def said(o: Observation) -> str:
    return f"{o.indicator} = {o.value:f} {o.unit} | {o.period} | {o.code or '-'}"


def shown(given: str) -> str:
    return "".join(f"{line}\n" for line in lines(read(source_of(given.encode(), "case.txt"))))


@cases("tables")
def test_tables(given: str, expected: str) -> None:
    assert shown(given) == expected


TABLE = """甲县2023年政府信息公开工作年度报告
一、收到和处理政府信息公开申请情况
 | | 申请人情况 | |
 | | 自然人 | 商业企业 | 总计
一、本年新收政府信息公开申请数量 | | 7 | 1 | 8
三、本年度办理结果 | （一）予以公开 | 6 | 1 | 7
"""


def test_a_table_is_markdown_with_a_caption_and_a_row_for_wider_labels() -> None:
    report = report_of(TABLE)
    page = chapter_page(report, report.chapters[0], "case", {})
    assert page.split("\n\n", 2)[2] == (
        "表1 · 申请人情况\n{: #c1-t1 .table }\n\n"
        "| 项目 | 自然人 | 商业企业 | 总计 |\n| --- | --- | --- | --- |\n"
        "| 一、本年新收政府信息公开申请数量 | 7 | 1 | 8 |\n| 三、本年度办理结果 |  |  |  |\n"
        "| （一）予以公开 | 6 | 1 | 7 |\n"
    )


CAPTIONED = """甲县2023年法治政府建设情况报告
一、主要工作
各镇执法情况见下表。
执法情况统计表
（单位：万元）
序号 | 单位 | 年度计划 | 实际完成
1 | 水利局 | 3 | 2.5
2 | 教育局 | 4 | 5
"""


def test_captions_units_corners_and_numbers_of_rows_are_on_the_page() -> None:
    report = report_of(CAPTIONED)
    page = chapter_page(report, report.chapters[0], "case", {})
    assert page.split("\n\n", 3)[3] == (
        "表1 · 执法情况统计表 · （单位：万元）\n{: #c1-t1 .table }\n\n"
        "| 单位 | 年度计划 | 实际完成 |\n| --- | --- | --- |\n"
        "| 1. 水利局 | 3 | 2.5 |\n| 2. 教育局 | 4 | 5 |\n"
    )


def test_the_words_of_a_form_are_english_before_anybody_translated_them() -> None:
    assert form_in_english("表1 · 申请人情况") == "Table 1 · Applicants"
    table = "| 项目 | 自然人 | 柳镇 |\n| --- | --- | --- |\n| （一）予以公开 | 6 | 1 |"
    assert form_in_english(table) == (
        "| Item | Natural persons | 柳镇 |\n| --- | --- | --- |\n| (1) Granted in full | 6 | 1 |"
    )
    assert form_in_english("全年收到申请6件。") is None
    heads = "| 单位 | 行政处罚实施数量（件）· 罚款 | 罚没金额（万元） |\n| --- | --- | --- |\n| 1. 水利局 | 1 | 2 |"
    assert form_in_english(heads) == (
        "| Body | Administrative penalties · Fine | Fines and confiscations (10,000 yuan) |\n"
        "| --- | --- | --- |\n| 1. 水利局 | 1 | 2 |"
    )
    assert form_in_english("表2 · 单位：万元") == "Table 2 · Unit: 10,000 yuan"


SHORT = "镇\t调解件数（件）\t立案件数（件）\t办结件数（件）\n禾镇\t121\t37\t36\n{}\n粟镇\t88\t24\t20"


@pytest.mark.parametrize(
    ("rows", "doubts"),
    [
        (SHORT.format("麦镇\t65\t19"), ["short_row"]),
        (SHORT.format("麦镇\t65\t19\t"), []),
        (SHORT.format("麦镇\t65\t19\t/"), []),
        (SHORT.format("其中城区"), []),
        ("镇\t调解件数（件）\t备注\n禾镇\t121\t含跨镇\n麦镇\t65\n粟镇\t88\t含跨镇", []),
        ("类别\t名称\t数量（件）\n行政许可\t企业登记\t31\n食品经营\t42\n行政处罚\t超限运输\t53", []),
    ],
)
def test_a_row_that_no_rule_makes_whole_is_in_doubt(rows: str, doubts: list[str]) -> None:
    report = report_of(
        f"禾县2027年法治政府建设情况报告\n一、主要工作\n各镇情况见下表。\n{rows}\n二、下一步打算\n完善制度，加强监督。\n"
    )
    assert report.source.tables
    assert [doubt.why for doubt in report.doubts if doubt.about == "table"] == doubts
