"""What holds for any text: no exception, exact offsets, every character accounted for, nothing changes twice."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from converter.build.keep import carry_out, plan
from converter.model import Report
from converter.pages.report import report_folder, report_pages
from converter.pipeline import reading
from converter.structure.clean import as_it_came
from converter.structure.segment import all_paragraphs, all_tables, leads_below
from converter.text.fold import fold
from converter.text.punctuation import full_width
from tests.conftest import EVAL, SEED, data_of, report_of

# Anything at all, and texts made of what reports are made of, where the rules have most to do.
SCRAPS = st.sampled_from(
    [
        "一、", "二、", "三、", "（一）", "(二)", "一是", "二是", "；", "。", "，", "：", " ", "\n", "\u3000", "1.", "2、", "11. 90%", "①",
        "第一，", "第一部分 ", "附件：", "附件1", "名词解释", "——", "一要", "[1]", "目录", "报告.docx", "(shè)", "《", "相关报道：", "年度报告", "2020年", "8万余件", "同比增长45.44%", "百分之八十五", "3-5个", "近三成", "厅字〔2019〕28号", "“", "”", "《", "》",
        "（", "）", "||||", "点击数:", "【关闭窗口】", "2021-03-31", "专此报告。", "某某区人民政府", "存在的问题", "2021年，我们将", "\ufeff", "\u200b",
        "⼭", "％", "１２", "。 ", "法治政府建设", "加强规范性文件管理", "今天是:2019年1月1日", "<script>", "{{ x }}", "\r\n", "\x00",
        "\t", " | ", "\n0\n", "\n合计\n", "单位\t案件（件）\n", "甲局\t12\n", "乙局 | 3 | \n", "| --- | --- |\n", "第二十条第（一）项", "信息内容", "规章000", "自然人", "总计", "\n一、本年新收政府信息公开申请数量\n", "\n序号\n1\n",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=400) | st.lists(SCRAPS, max_size=60).map("".join)


def spans(report: Report) -> list[tuple[int, int]]:
    tables = [table.span for table in all_tables(report)]
    # What the page prints between the rows of a table is dropped inside it.
    apart = [d for d in report.dropped if not any(t.start <= d.start and d.end <= t.end for t in tables)]
    parts = [*(p.span for p in all_paragraphs(report)), *leads_below(report.chapters), *tables]
    return sorted([*((s.start, s.end) for s in parts if s.start < s.end), *((d.start, d.end) for d in apart)])


def assert_whole(report: Report) -> None:
    text = report.source.text
    at = 0
    for start, end in spans(report):
        assert at <= start < end <= len(text), "parts overlap"
        assert not report.folded[at:start].strip(), f"lost: {text[at:start]!r}"
        at = end
    assert not report.folded[at:].strip(), f"lost: {text[at:]!r}"
    for paragraph in all_paragraphs(report):
        edges = [paragraph.span.start, *(s.end for s in paragraph.sentences)]
        assert [s.start for s in paragraph.sentences] == edges[:-1]
        assert edges[-1] == paragraph.span.end


def assert_tables_are_whole(report: Report) -> None:
    """Each table is in one part, and what it says is in its cells."""
    assert sorted(table.span for table in all_tables(report)) == [
        table.span for table in report.source.tables
    ]
    for table in all_tables(report):
        at, covered = table.span.start, set[tuple[int, int]]()
        for cell in sorted(table.cells, key=lambda cell: cell.span):
            between = report.folded[at : cell.span.start]
            assert all(char in " |\n+:=-" for char in between) or report.source.format == "pdf", between
            at = max(at, cell.span.end)
        for row, column, height, width, _ in table.cells:
            own = {(row + y, column + x) for y in range(height) for x in range(width)}
            assert not own & covered
            covered |= own
        assert at <= table.span.end


def without_dropped(text: str, start: int, end: int, data: dict[str, Any]) -> str:
    gone = {i for drop in data["dropped"] for i in range(drop["start"], drop["end"])}
    return "".join(text[i] for i in range(start, end) if i not in gone)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_character_given_is_in_the_data(text: str) -> None:
    report = report_of(text)
    assert as_it_came(report.source) == text
    data = data_of(report)
    for drop in data["dropped"]:
        assert text[drop["start"] : drop["end"]] == drop["text"] != ""
    for paragraph in data["preface"]["paragraphs"]:
        assert without_dropped(text, paragraph["start"], paragraph["end"], data) == paragraph["text"]


@given(TEXTS)
@example("1、【关闭窗口】存在问题")
@example("0|0\n0|0|\n| ")
@example("0|0\n0|0|\n | | \n")
@example("0\n0\n0\n<\n<\n序号\n0")
@settings(max_examples=400, deadline=None)
def test_any_text_becomes_a_whole_report(text: str) -> None:
    report = report_of(text)
    assert len(report.folded) == len(report.source.text)
    assert_whole(report)
    assert_tables_are_whole(report)
    ids = [p.id for p in all_paragraphs(report)]
    assert len(ids) == len(set(ids))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_texts_figures_have_exact_places(text: str) -> None:
    report = report_of(text)
    data = data_of(report)
    at = 0
    for row in data["observations"]:
        assert without_dropped(text, row["start"], row["end"], data) == row["surface"] != ""
        assert at <= row["start"]
        at = row["end"]
    assert len({row["id"] for row in data["observations"]}) == len(data["observations"])


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_second_build_changes_nothing(text: str) -> None:
    report = report_of(text)
    pages = report_pages(reading(report), "case")
    assert pages == report_pages(reading(report), "case")
    with TemporaryDirectory() as folder:
        docs = Path(folder)
        carry_out(docs, plan(docs, pages, report_folder("case")))
        again = plan(docs, pages, report_folder("case"))
    assert {change.action for change in again} == {"same"}


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text() | st.lists(SCRAPS, max_size=30).map("".join))
def test_restoring_punctuation_twice_is_once(text: str) -> None:
    assert full_width(full_width(text)) == full_width(text)


def test_every_report_of_the_evaluation_set_is_whole(evaluation: Path) -> None:
    assert evaluation == EVAL
    for file in sorted((evaluation / "corpus").rglob("*.txt"))[::7]:
        assert_whole(report_of(file.read_text(encoding="utf-8")))
    files = (
        sorted((evaluation / "gold").glob("*.txt")) + sorted((evaluation / "stress").glob("*.txt")) + [SEED]
    )
    for file in files:
        assert_whole(report_of(file.read_text(encoding="utf-8")))
