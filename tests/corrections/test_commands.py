"""The commands put one entry in and out, say what followed, and write nothing that the text has no place for."""

import shutil
import tomllib
from pathlib import Path

import pytest

from converter.cli import releasing
from converter.corrections.answers import doubts_meant
from converter.data import read_report
from converter.data.doubts import doubt_ids
from converter.entries import Entry
from converter.model import Doubt
from tests.conftest import report_of
from tests.corrections.site import built_site, run
from tests.corrections.test_entries import REPORT


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_site(tmp_path, "jia-2023", REPORT, monkeypatch)


def sidecar() -> str:
    file = Path("seeds/jia-2023.toml")
    return file.read_text(encoding="utf-8") if file.exists() else ""


def names() -> dict[str, str]:
    return {o.surface: o.indicator for o in read_report(Path("docs/data/jia-2023.json")).observations}


def test_a_figure_by_its_id_and_back() -> None:
    before = Path("docs/zh/jia-2023/figures.md").read_bytes()
    done = run("correct", "figure", "jia-2023", "c1-s2-v56", "--name", "减少证明", "--why", "核对")
    assert done.exit_code == 0, done.output
    assert names()["56件"] == "减少证明"
    (entry,) = tomllib.loads(sidecar())["corrections"]
    assert (entry["figure"], entry["by"], entry["why"]) == ("56件", "李四", "核对")
    assert "减少证明" in run("undo", "jia-2023", "--list").output
    assert run("undo", "jia-2023").exit_code == 0
    assert "corrections" not in tomllib.loads(sidecar())
    assert Path("docs/zh/jia-2023/figures.md").read_bytes() == before


def test_a_clerk_chooses_the_key_figures_and_hears_of_those_that_are_not_there() -> None:
    done = run("correct", "fact", "jia-2023", "key_figures", "c1-s2-v56 c9-v1", "--why", "群众关心")
    assert done.exit_code == 0, done.output
    assert "“c9-v1”在报告中没有" in done.output + run("build").output
    first = Path("docs/zh/jia-2023/index.md").read_text(encoding="utf-8")
    assert "由发布者选定" in first
    assert "[56件](c1.md#c1-s2-v56)" in first


def test_comments_and_order_of_a_sidecar_stay() -> None:
    written = '# 甲县的报告\n[issuer]\nvalue = "甲县人民政府"   # 落款\nsource = "原件"\n'
    Path("seeds/jia-2023.toml").write_text(written, encoding="utf-8")
    assert run("correct", "heading", "jia-2023", "主要做法", "--level", "2", "--why", "核对").exit_code == 0
    assert sidecar().startswith(written)
    assert run("undo", "jia-2023", "1").exit_code == 0
    assert sidecar() == written


@pytest.mark.parametrize(
    "arguments",
    [
        ("figure", "jia-2023", "57件", "--name", "甲"),
        ("figure", "jia-2023", "三项"),
        ("figure", "jia-2023", "三项", "--period", "2022年"),
        ("figure", "jia-2023", "56件", "--bound", "大概"),
        ("figure", "jia-2023", "56件", "--code", "FG.99.9-99"),
        ("heading", "jia-2023", "没有这一行", "--level", "1"),
        ("heading", "jia-2023", "主要做法"),
        ("text", "jia-2023", "报告", "--drop"),
        ("fact", "jia-2023", "author", "张三"),
        ("fact", "jia-2023", "report_year", "去年"),
        ("cell", "jia-2023", "12", "--now", "21"),
        ("answer", "jia-2023", "issuer-none"),
        ("fact", "yi-2023", "title", "某报告"),
    ],
)
def test_what_has_no_place_is_said_and_not_written(arguments: tuple[str, ...]) -> None:
    done = run("correct", *arguments, "--why", "核对")
    assert done.exit_code in {2, 3}
    assert done.output.strip()
    assert sidecar() == ""


def test_doubts_are_listed_until_they_are_answered() -> None:
    (line,) = [line for line in run("doubts").output.splitlines() if "issuer-missing" in line]
    assert "没有找到发布机关" in line
    assert run("correct", "answer", "jia-2023", "issuer-missing", "--why", "原文没有").exit_code == 0
    assert "issuer-missing" not in run("doubts").output


def test_the_report_is_still_the_one_corrected_under_another_name() -> None:
    run("correct", "figure", "jia-2023", "56件", "--name", "减少证明", "--why", "核对")
    shutil.move("seeds/jia-2023.txt", "seeds/yi.txt")
    assert run("build").exit_code == 0
    told = read_report(Path("docs/data/yi.json")).observations
    assert [o.indicator for o in told if o.surface == "56件"] == ["减少证明"]


def test_readers_are_told_where_the_publisher_says_so(project: Path) -> None:
    run("correct", "figure", "jia-2023", "80件", "--name", "办结", "--why", "核对", "--tell", "数据名称有误")
    assert "数据名称有误" in Path("docs/zh/jia-2023/index.md").read_text(encoding="utf-8")
    (project / "publisher.toml").write_text('corrections = "told"\n', encoding="utf-8")
    run("correct", "figure", "jia-2023", "56件", "--name", "减少证明", "--why", "核对")
    assert "更正数据“56件”" in Path("docs/zh/jia-2023/index.md").read_text(encoding="utf-8")
    assert "The figure “56件” was corrected" in Path("docs/en/jia-2023/index.md").read_text(encoding="utf-8")


def test_what_was_converted_by_force_is_converted_for_good() -> None:
    notice = "关于报送2023年法治政府建设情况报告的通知\n各科室：\n请于1月10日前报送。\n特此通知。\n"
    Path("seeds/bing.txt").write_text(notice, encoding="utf-8")
    assert run("build", "seeds/bing.txt").exit_code == 4
    assert run("build", "--force", "seeds/bing.txt").exit_code == 0
    assert "convert = true" in Path("seeds/bing.toml").read_text(encoding="utf-8")
    shutil.rmtree(".cache")
    assert run("build").exit_code == 0
    assert run("check").exit_code in {0, 1}


def test_one_report_under_two_names_is_told() -> None:
    shutil.copy("seeds/jia-2023.txt", "seeds/another.txt")
    assert "像是同一份报告" in run("build").output
    assert "像是同一份报告" in run("check").output


def test_a_release_names_what_nobody_answered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releasing, "build_site", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    assert "issuer-missing" in run("release").output
    (project / "publisher.toml").write_text('doubts = "stop"\n', encoding="utf-8")
    stopped = run("release")
    assert stopped.exit_code == 1
    assert "issuer-missing" in stopped.output


def test_of_doubts_among_the_quoted_words_the_last_is_answered() -> None:
    doubts = [Doubt("observation", "name_thin", start, start + 2) for start in (0, 6)]
    report = report_of("甲县2023年报告\n一、工作\n新建12个、改建34个项目。\n")
    told = [
        doubt._replace(start=report.folded.index(n), end=report.folded.index(n) + 3)
        for doubt, n in zip(doubts, ("12个", "34个"), strict=True)
    ]
    entry = Entry("doubt", "observation-name_thin", "新建12个、改建34个", why="看过")
    assert doubts_meant(entry, report, told) == [1]


def test_an_id_of_a_doubt_stays_while_others_go() -> None:
    both = list(
        doubt_ids(
            [
                ("observation", "name_thin", 5, 7),
                ("observation", "name_thin", 9, 11),
                ("issuer", "missing", 0, 0),
            ]
        )
    )
    assert both == ["observation-name_thin-5", "observation-name_thin-9", "issuer-missing"]
    assert list(doubt_ids([("observation", "name_thin", 9, 11)])) == both[1:2]


@pytest.mark.parametrize(
    ("fact", "value", "shown"),
    [
        ("published", "2024年3月28日", 'value = "2024-03-28"'),
        ("kind", "法治", "law, disclosure, work, enforcement, other"),
        ("author", "张三", "title, kind, issuer, region"),
    ],
)
def test_a_fact_that_cannot_be_so_is_told_with_an_entry_to_copy(fact: str, value: str, shown: str) -> None:
    done = run("correct", "fact", "jia-2023", fact, value, "--why", "核对")
    assert done.exit_code == 3
    assert shown in done.output
    assert "[[corrections]]" in done.output
    assert sidecar() == ""


def test_the_body_that_a_person_names_is_said_to_report() -> None:
    assert run("correct", "fact", "jia-2023", "issuer", "甲县司法局", "--why", "原件落款").exit_code == 0
    assert "本页把甲县司法局的这份报告" in Path("docs/zh/jia-2023/index.md").read_text(encoding="utf-8")


def test_an_id_that_there_is_not_is_told_as_one() -> None:
    done = run("correct", "figure", "jia-2023", "c9-v1", "--name", "甲", "--why", "核对")
    assert done.exit_code == 3
    assert "没有编号为 c9-v1 的数据" in done.output


def test_doubts_name_the_figure_that_a_command_asks_for() -> None:
    file = Path("seeds/jia-2023.txt")
    file.write_text(file.read_text(encoding="utf-8").replace("取消证明56件", "完成56件"), encoding="utf-8")
    run("build")
    lines = [line for line in run("doubts").output.splitlines() if "56件" in line]
    assert lines
    assert all(line.endswith("(c1-s2-v56)") for line in lines)


def test_addresses_that_lead_to_another_section_are_told() -> None:
    done = run("correct", "heading", "jia-2023", "（一）流程再造", "--none", "--why", "核对")
    assert done.exit_code == 0
    file = Path("seeds/jia-2023.toml")
    assert run("undo", "jia-2023").exit_code == 0
    entry = '[[corrections]]\nheading = "（一）流程再造"\nlevel = 0\nby = "李四"\ndate = 2026-01-31\nwhy = "核对"\n'
    file.write_text(entry, encoding="utf-8")
    assert "c1.html#c1-s1" in next(line for line in run("build").output.splitlines() if "另一节" in line)


def test_a_sidecar_that_moves_along_is_not_called_unused() -> None:
    run("correct", "fact", "jia-2023", "issuer", "甲县司法局", "--why", "原件落款")
    Path("seeds/jia-2023.txt").rename("seeds/yi-2023.txt")
    said = run("build").output
    assert "没有同名的报告" not in said
    assert Path("seeds/yi-2023.toml").exists()


def test_an_answered_note_asks_no_more() -> None:
    file = Path("seeds/jia-2023.txt")
    text = file.read_text(encoding="utf-8").replace(
        "取消证明56件。", "受理案件46件，其中维持21件、撤销30件。"
    )
    file.write_text(text, encoding="utf-8")
    run("build")
    notes = Path("docs/zh/jia-2023/notes.md")
    (note,) = read_report(Path("docs/data/jia-2023.json")).notes
    assert "疑问" in notes.read_text(encoding="utf-8")
    assert run("correct", "answer", "jia-2023", note.id, "--why", "含上年结转").exit_code == 0
    assert "疑问" not in notes.read_text(encoding="utf-8")
