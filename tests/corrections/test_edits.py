"""What people edit in pages and in the table of figures is read again, kept, and taken back with the edit."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import Result
from msgspec.structs import replace

from converter.corrections import NewWords, amended
from converter.data import ReportFile, read_report
from converter.model import Doubt, Span
from converter.pipeline import report_of
from converter.sources import source_of
from tests.corrections.site import built_site, run
from tests.corrections.test_entries import REPORT

CHAPTER, TABLE = Path("docs/zh/jia/c1.md"), Path("docs/zh/jia/figures.md")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built_site(tmp_path, "jia", REPORT, monkeypatch)


def edit(page: Path, was: str, now: str) -> Result:
    text = page.read_text(encoding="utf-8")
    assert was in text
    page.write_text(text.replace(was, now, 1), encoding="utf-8")
    return run("build")


def data() -> ReportFile:
    return read_report(Path("docs/data/jia.json"))


def surfaces() -> list[str]:
    return [o.surface for o in data().observations]


def test_a_number_changed_in_the_text_is_read_again_and_back() -> None:
    before = Path("docs/data/jia.json").read_bytes()
    edit(CHAPTER, "56件", "106件")
    assert "[106件](c1.md#c1-s2-v106) | 106 |" in TABLE.read_text(encoding="utf-8")
    assert "106件" in Path("docs/en/jia/figures.md").read_text(encoding="utf-8")
    (made,) = data().edits
    assert (REPORT[made.start : made.end], made.now) == ("56", "106")
    assert run("check").output.endswith("最新的。\n")
    edit(CHAPTER, "106件", "56件")
    assert Path("docs/data/jia.json").read_bytes() == before


def test_every_place_leads_back_to_what_stood_there() -> None:
    edit(CHAPTER, "同比增长5%。注册", "同比大约增长5%。其中注册")
    for o in data().observations:
        assert REPORT[o.start : o.end] == o.surface
        paragraph = data().paragraphs[o.paragraph]
        assert paragraph.text[data().offset_in(paragraph, o.start) :].startswith(o.surface)


def test_an_edit_that_leaves_no_figure_says_so_and_what_to_do() -> None:
    said = edit(CHAPTER, "取消证明56件", "取消证明见附表56号文").output
    (line,) = [line for line in said.splitlines() if "“56件”" in line]
    assert line.startswith("docs/zh/jia/c1.md")
    assert "gongkai correct figure jia" in line


def test_paragraphs_that_people_put_in_and_take_out() -> None:
    edit(CHAPTER, "三项制度全面落实。", "三项制度全面落实。\n\n另外受理投诉77件。")
    assert "77件" in surfaces()
    edit(CHAPTER, "\n\n另外受理投诉77件。", "")
    assert "77件" not in surfaces()


def test_what_is_changed_in_the_table_becomes_an_entry_once() -> None:
    text = TABLE.read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if "[66万户]" in line)
    edit(TABLE, row, re.sub(r"^\| .*? \|", "| 用户（个） |", row).replace("| 户 |", "| 个 |"))
    sidecar = Path("seeds/jia.toml").read_text(encoding="utf-8")
    (entry,) = tomllib.loads(sidecar)["corrections"]
    assert (entry["figure"], entry["name"], entry["unit"], entry["by"]) == (
        "66万户",
        "用户（个）",
        "个",
        "李四",
    )
    run("build")
    assert Path("seeds/jia.toml").read_text(encoding="utf-8") == sidecar
    assert run("check").output.endswith("最新的。\n")


def test_an_english_name_reaches_the_english_table_and_the_data() -> None:
    english = Path("docs/en/jia/figures.md")
    row = next(line for line in english.read_text(encoding="utf-8").split("\n") if "[66万户]" in line)
    edit(english, row, re.sub(r"^\| .*? \|", "| Users of the app |", row))
    (o,) = [o for o in data().observations if o.indicator_en]
    assert (o.surface, o.indicator_en) == ("66万户", "Users of the app")
    shutil.rmtree("docs/.memory")
    run("build")
    assert "| Users of the app |" in english.read_text(encoding="utf-8")


def test_a_cell_that_cannot_be_kept_is_said() -> None:
    text = TABLE.read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if "[66万户]" in line)
    assert "不能记入更正" in edit(TABLE, row, row.replace("660,000", "很多")).output


def test_a_value_changed_in_the_table_alone_is_kept_and_asked_about() -> None:
    text = TABLE.read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if "[66万户]" in line)
    said = edit(TABLE, row, row.replace("660,000", "670,000")).output
    assert "数值已按您的改动记为 670000，而正文仍写“66万户”" in said
    assert "数值已按" not in run("build").output


def test_the_first_page_says_that_the_words_were_edited() -> None:
    first = {language: Path(f"docs/{language}/jia/index.md") for language in ("zh", "en")}
    assert "逐字来自原文" in first["zh"].read_text(encoding="utf-8")
    edit(CHAPTER, "56件", "106件")
    assert "另有 1 处由编者改动" in first["zh"].read_text(encoding="utf-8")
    assert "changes by the editors (1)" in first["en"].read_text(encoding="utf-8")


def test_words_go_along_when_the_parts_change() -> None:
    edit(Path("docs/zh/jia/c2.md"), "3场次", "13场次")
    sidecar = (
        '[[corrections]]\nheading = "二、主要做法"\nlevel = 2\nby = "李四"\ndate = 2026-01-31\nwhy = "核对"\n'
    )
    Path("seeds/jia.toml").write_text(sidecar, encoding="utf-8")
    said = run("build").output
    assert "有冲突" not in said
    assert "13场次" in CHAPTER.read_text(encoding="utf-8")
    assert "13场次" in surfaces()
    assert [chapter.id for chapter in data().chapters] == ["c1", "c2"]


def test_a_heading_in_other_words_is_in_no_doubt_any_more() -> None:
    report = report_of(source_of(REPORT.encode(), "jia.txt"))
    first, second = report.chapters[0].heading, report.chapters[1].heading
    assert first and second
    doubts = (
        Doubt("heading", "long", *first),
        Doubt("table", "unread_table", *first),
        Doubt("heading", "long", *second),
    )
    told = amended(replace(report, doubts=doubts), [NewWords(Span(first.start + 2, first.end), "政务")])
    assert [(one.about, one.why) for one in told.doubts] == [("table", "unread_table"), ("heading", "long")]
    assert told.chapters[0].heading and told.chapters[0].heading.of(told.source.text) == "提升政务"
