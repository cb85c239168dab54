"""What an entry of the sidecar says is so, whatever the program read, and an entry without a place is told."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.corrections import unmatched
from converter.data.writer import report_file
from converter.model import Reading, Section
from converter.pipeline import read
from converter.sources import source_of
from converter.sources.sidecar import parse_sidecar

REPORT = """甲县2023年法治政府建设情况报告
甲县认真推进依法行政，现报告如下。
一、提升服务
（一）流程再造
全年办结案件80件，同比增长5%。注册用户达66万户，三项制度全面落实。
（二）减证便民
取消证明56件。责任编辑张三
二、主要做法
下设乙科室
组织培训3场次。
三、存在的问题
力量不足。
"""
SIGNED = f'by = "李四"\ndate = {date(2026, 1, 31)}\nwhy = "与原件核对"\n'


def reading_of(*entries: str, text: str = REPORT) -> Reading:
    sidecar = "".join(f"[[corrections]]\n{entry}\n{SIGNED}\n" for entry in entries)
    parsed = parse_sidecar(sidecar.encode(), Path("a.toml"))
    source = replace(source_of(text.encode(), "a.txt"), entries=parsed.entries, facts=parsed.facts)
    return read(source)


def named(reading: Reading) -> dict[str, str]:
    return {o.span.of(reading.report.source.text): o.indicator for o in reading.observations}


def outline(reading: Reading) -> list[str]:
    text = reading.report.source.text
    found: list[str] = []

    def add(depth: int, part: Section) -> None:
        found.append("  " * depth + (part.heading.of(text) if part.heading else "—"))
        for inner in part.sections:
            add(depth + 1, inner)

    for chapter in reading.report.chapters:
        add(0, chapter)  # type: ignore[arg-type]
    return found


def missing(reading: Reading) -> list[tuple[int, str]]:
    return [(one.entry.number, one.reason) for one in unmatched(reading)]


def test_a_figure_is_called_as_the_entry_says_and_coded_by_that_name() -> None:
    reading = reading_of(
        'figure = "56件"\nin = "取消证明56件"\nname = "受理行政复议案件"\nunit = "宗"\nbound = "超过"'
    )
    (o,) = [o for o in reading.observations if o.indicator == "受理行政复议案件"]
    assert (o.unit, o.bound, o.value) == ("宗", "over", 56)
    assert missing(reading) == []


def test_widths_blanks_and_line_ends_do_not_matter() -> None:
    entry = 'figure = "66 万户"\nin = "同比增长５％。注册用户达66万户"\nname = "用户"'
    assert named(reading_of(entry))["66万户"] == "用户"
    broken = REPORT.replace("注册用户", "注册\n用户")
    assert named(reading_of(entry, text=broken))["66万户"] == "用户"


def test_a_figure_that_is_none_goes_and_links_to_it_too() -> None:
    reading = reading_of('figure = "80件"\nin = "办结案件80件"\nnot_a_figure = true')
    assert "80件" not in named(reading)
    assert {o.link for o in reading.observations} == {None}


def test_a_missed_figure_is_one_with_a_name_and_told_without() -> None:
    reading = reading_of(
        'figure = "三项"\nname = "制度"', 'figure = "三项"\nin = "万户，三项"\nperiod = "2023年"'
    )
    (o,) = [o for o in reading.observations if o.indicator == "制度"]
    assert (o.value, o.unit, o.chapter, o.section, o.id) == (3, "项", 1, 1, "c1-s1-v3")
    assert missing(reading_of('figure = "三项"\nperiod = "2023年"')) == [(1, "no_name")]


def test_a_later_entry_goes_before_an_earlier_one() -> None:
    entries = ('figure = "56件"\nname = "甲"', 'figure = "56件"\nname = "乙"')
    assert named(reading_of(*entries))["56件"] == "乙"


def test_headings_are_put_right_at_any_level() -> None:
    assert outline(reading_of()) == ["提升服务", "  流程再造", "  减证便民", "主要做法", "存在的问题"]
    reading = reading_of('heading = "（二）减证便民"\nlevel = 0', 'heading = "下设乙科室"\nlevel = 2')
    assert outline(reading) == ["提升服务", "  流程再造", "主要做法", "  下设乙科室", "存在的问题"]
    reading = reading_of('heading = "提升服务"\nlevel = 0', 'heading = "（一）流程再造"\nlevel = 1')
    assert outline(reading) == ["流程再造", "  减证便民", "主要做法", "存在的问题"]
    assert [o.chapter for o in reading.observations][-1] == 2


def test_a_heading_that_is_none_is_its_own_paragraph_behind_a_sentence_that_has_ended() -> None:
    text = (
        "甲县2023年法治政府建设情况报告 甲县认真推进。一、提升服务。全年办结案件80件。（一）流程再造。新增事项12项。"
        "（二）减证便民。取消证明56件。二、规范执法。办理复议34件。三、存在的问题。仍有9项制度需要完善。"
    )
    reading = reading_of('heading = "（二）减证便民"\nlevel = 0', text=text)
    said = [p.text for p in report_file(reading).paragraphs.values()]
    assert said[2:4] == ["新增事项12项。", "（二）减证便民。取消证明56件。"]


def test_text_is_left_out_and_taken_in() -> None:
    reading = reading_of('text = "责任编辑张三"\nkeep = false', 'text = "下设乙科室"\nkeep = false')
    words = "".join(p.text for p in report_file(reading).paragraphs.values())
    assert "责任编辑" not in words
    assert "乙科室" not in words
    assert {d.text for d in report_file(reading).dropped if d.reason == "by_hand"} == {
        "责任编辑张三",
        "下设乙科室",
    }


def test_what_was_dropped_comes_back() -> None:
    text = REPORT.replace("力量不足。", "力量不足。\n浏览次数：120\n")
    plain = report_file(reading_of(text=text))
    (dropped,) = [d.text for d in plain.dropped if "浏览" in d.text]
    reading = reading_of(f'text = "{dropped}"\nkeep = true', text=text)
    assert dropped in [p.text for p in report_file(reading).paragraphs.values()]
    assert missing(reading) == []


def test_words_are_put_right_and_lead_back_to_what_was_there() -> None:
    reading = reading_of('text = "取消证明56件"\nnow = "取消证明一百零六件"')
    told = report_file(reading)
    (seen,) = [o for o in told.observations if o.value == "106"]
    assert REPORT[seen.start : seen.end] == "取消证明56件"
    (edit,) = told.edits
    assert (REPORT[edit.start : edit.end], edit.was, edit.now) == (
        "取消证明56件",
        "取消证明56件",
        "取消证明一百零六件",
    )


def test_a_doubt_is_answered() -> None:
    reading = reading_of('doubt = "issuer-missing"')
    answers = {doubt.about: doubt.answer for doubt in reading.report.doubts}
    assert answers["issuer"] == "与原件核对"
    assert missing(reading) == []


def test_a_fact_is_that_of_the_entry() -> None:
    reading = reading_of('fact = "title"\nvalue = "某报告"', 'fact = "report_year"\nvalue = "2021"')
    assert (reading.report.title, reading.report.report_year) == ("某报告", 2021)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('figure = "57件"\nname = "甲"', "absent"),
        ('figure = "6件"\nname = "甲"', "absent"),
        ('figure = "5%"\nin = "下降5%"\nname = "甲"', "absent"),
        ('heading = "无此标题"\nlevel = 1', "absent"),
        ('text = "报告"\nnow = "报表"', "several"),
        ('note = "sum-c1-v3"', "no_such_note"),
        ('doubt = "heading-long"', "no_such_doubt"),
        ('figure = "56件"\ncode = "FG.99.9-99"', "no_such_code"),
        ('figure = "取消证明"\nname = "甲"', "no_number"),
    ],
)
def test_an_entry_without_a_place_is_told(entry: str, reason: str) -> None:
    assert missing(reading_of(entry)) == [(1, reason)]
