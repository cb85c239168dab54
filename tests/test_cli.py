"""The command line as a person meets it: what it says, how it exits, no traceback."""

import json
import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from converter.cli import main
from converter.cli.failing import EXIT
from converter.cli.messages import say
from converter.data import schema
from tests.conftest import ROOT, SEED
from tests.sources.wordfile import paragraph, word_file
from tests.sources.wordfile import run as typed


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with the seed in it, and the working folder there."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(SEED, tmp_path / "seeds")
    shutil.copy(SEED.with_suffix(".toml"), tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return tmp_path


def run(*arguments: str, given: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    return result


def test_build_says_what_it_did_and_a_second_one_changes_nothing(project: Path) -> None:
    first = run("build")
    assert first.exit_code == 0
    assert "chapters 9, sections 34" in first.output
    before = {f: f.stat().st_mtime_ns for f in (project / "docs").rglob("*") if f.is_file()}
    second = run("build")
    assert second.exit_code == 0
    assert re.search(r"pages unchanged \d+$", second.output, re.M)
    assert before == {f: f.stat().st_mtime_ns for f in (project / "docs").rglob("*") if f.is_file()}
    assert run("check").exit_code == 0


def test_a_build_of_many_counts_what_became_of_them(project: Path) -> None:
    plan = "关于印发2023年工作要点的通知\n各单位：现印发给你们，请认真贯彻落实。\n"
    for name in ("a", "b"):
        (project / "seeds" / f"{name}.txt").write_text(plan, encoding="utf-8")
    (project / "seeds" / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("build")
    assert result.exit_code == 7
    assert "\nseeds/a.txt: not a government's annual report" in result.output
    assert "[4/4] seeds/lanshan-2020.txt →" in result.output
    assert (
        "\n     1  converted\n     2  not converted: it is a plan, a notice, or a regulation" in result.output
    )
    assert "\n     1  not converted: the file is damaged" in result.output


def test_check_prints_the_difference_and_the_cure(project: Path) -> None:
    run("build")
    raw = project / "seeds" / SEED.name
    raw.write_text(raw.read_text(encoding="utf-8").replace("66万户", "67万户"), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert re.search(r"^-.*66万户", result.output, re.M)
    assert re.search(r"^\+.*67万户", result.output, re.M)
    assert "Run gongkai build" in result.output
    assert run("build").exit_code == 0
    assert run("check").exit_code == 0


def test_an_edited_page_survives_a_changed_report(project: Path) -> None:
    run("build")
    page = project / "docs" / "zh" / "lanshan-2020" / "c2.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("规范市场监管", "规范市场的监管"), encoding="utf-8"
    )
    raw = project / "seeds" / SEED.name
    raw.write_text(raw.read_text(encoding="utf-8").replace("66万户", "67万户"), encoding="utf-8")
    assert "merged with your edits 1" in run("build").output
    text = page.read_text(encoding="utf-8")
    assert "规范市场的监管" in text
    assert "67万户" in text


def test_a_conflict_names_page_and_line_and_shows_both(project: Path) -> None:
    run("build")
    page = project / "docs" / "zh" / "lanshan-2020" / "c2.md"
    page.write_text(page.read_text(encoding="utf-8").replace("66万户", "六十六万户"), encoding="utf-8")
    raw = project / "seeds" / SEED.name
    raw.write_text(raw.read_text(encoding="utf-8").replace("66万户", "67万户"), encoding="utf-8")
    result = run("build")
    line = next(
        n for n, text in enumerate(page.read_text(encoding="utf-8").splitlines(), 1) if "六十六万户" in text
    )
    assert f"docs/zh/lanshan-2020/c2.md:{line}:" in result.output
    assert "六十六万户" in result.output
    assert "67万户" in result.output
    assert run("check").exit_code == 1


@pytest.mark.usefixtures("project")
def test_the_json_satisfies_its_schema() -> None:
    result = run("show", "seeds/lanshan-2020.txt", "--json")
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(result.output))
    assert json.loads(result.output)["facts"]["region_code"]["value"] == "371302"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("view", ["--outline", "--figures", "--dropped", "--text", "--json"])
def test_every_view_shows_something_also_from_standard_input(view: str) -> None:
    from_file = run("show", "seeds/lanshan-2020.txt", view)
    assert from_file.exit_code == 0
    assert from_file.output.strip()
    assert run("show", "-", view, given=SEED.read_bytes()).exit_code == 0


def test_gb18030_reads_as_utf8_does(project: Path) -> None:
    raw = project / "seeds" / SEED.name
    text = run("show", "seeds/lanshan-2020.txt", "--text").output
    raw.write_bytes(raw.read_text(encoding="utf-8").encode("gb18030"))
    assert run("show", "seeds/lanshan-2020.txt", "--text").output == text


NOT_REPORTS = {
    "navigation": "首页\n政务公开\n法治政府建设报告\n联系我们\n" * 20 + "网站地图" * 60,
    "interpretation": "【政策解读】关于《某某县2023年度法治政府建设报告》的解读\n"
    + "为便于理解，现作说明。" * 40,
    "resolution": "第三届人民代表大会关于政府工作报告的决议\n" + "会议听取了报告，决定批准这个报告。" * 20,
    "plan": "青山区2022年法治政府建设实施方案\n一、总体要求\n"
    + "各单位要认真落实。" * 40
    + "\n二、保障措施\n加强领导。\n",
    "foreign": "Lorem ipsum dolor sit amet. " * 60,
    "other": "春天来了。小河边的柳树发了芽。" * 40,
}


@pytest.mark.parametrize("kind", NOT_REPORTS)
def test_what_is_no_report_is_said_and_nothing_written(project: Path, kind: str) -> None:
    file = project / "seeds" / f"{kind}.txt"
    file.write_text(NOT_REPORTS[kind], encoding="utf-8")
    result = run("build", str(file))
    assert result.exit_code == EXIT["not_a_report"] == 4
    assert f"{kind}.txt: not a government's annual report" in result.output
    assert not (project / "docs" / "zh" / kind).exists()
    assert run("build", str(file), "--force").exit_code == 0


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": "\ufeff \n\u3000\n".encode(),
    "binary.txt": bytes(range(256)) * 40,
    "report.docx": b"PK\x03\x04 zip",
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["build", "check", "show", "inspect"])
def test_a_bad_file_gets_one_plain_line(project: Path, command: str, name: str) -> None:
    data = BAD[name]
    if data is not None:
        (project / name).write_bytes(data)
    result = run(command, name)
    assert result.exit_code == 3
    assert result.output.splitlines()[0].startswith(name)


def test_one_bad_file_does_not_stop_the_others(project: Path) -> None:
    (project / "seeds" / "a-empty.txt").write_bytes(b"")
    result = run("build")
    assert result.exit_code == 7
    assert (project / "docs" / "zh" / "lanshan-2020" / "c9.md").exists()
    assert "Files not converted: 1 of 2" in result.output


def test_a_sidecar_must_say_where_its_facts_come_from(project: Path) -> None:
    (project / "seeds" / "lanshan-2020.toml").write_text('[issuer]\nvalue = "某机关"\n', encoding="utf-8")
    result = run("build")
    assert result.exit_code == 3
    assert "lanshan-2020.toml" in result.output


def test_a_report_needs_no_sidecar(project: Path) -> None:
    (project / "seeds" / "lanshan-2020.toml").unlink()
    assert run("build").exit_code == 0


def test_a_folder_that_cannot_be_written_is_named(project: Path) -> None:
    (project / "docs").write_text("in the way")
    result = run("build")
    assert result.exit_code == 5
    assert "docs" in result.output


def test_no_seeds_at_all(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    assert run("build").exit_code == 3


def test_messages_follow_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting, words in (
        ("zh_CN.UTF-8", "没有这个文件"),
        ("en_GB.UTF-8", "no such file"),
        ("C", "no such file"),
    ):
        monkeypatch.setenv("LC_ALL", setting)
        assert words in say("missing", path="x")


def test_pages_name_no_place_on_this_machine(project: Path) -> None:
    outside = project.parent / "outside-2020.txt"
    shutil.copy(SEED, outside)
    assert run("build", str(outside)).exit_code == 0
    texts = [f.read_text(encoding="utf-8") for f in (project / "docs").rglob("*") if f.is_file()]
    assert not [text for text in texts if str(project.parent) in text]


@pytest.mark.usefixtures("project")
def test_a_defect_of_ours_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("converter.build.convert"), "report_of", lambda _: 1 / 0)
    result = run("build")
    assert result.exit_code == 70
    assert "That is our defect" in result.output


def commands(group: click.Group = main, before: str = "") -> Iterator[str]:
    """Every command there is, with those inside it."""
    for name, command in group.commands.items():
        yield f"{before}{name}"
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")


@pytest.mark.parametrize("command", list(commands()))
def test_help_has_examples_in_both_languages(command: str) -> None:
    told, _, examples = run(*command.split(), "--help").output.partition("Example")
    assert f"  gongkai {command}" in examples
    assert re.search(r"[\u4e00-\u9fff]", told)


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("correct heading x 二是 --why y", "请写明 --level 层级", "Say --level N"),
        ("correct heading x 二是 --why y --level 2 --none", "只写一个", "one of the two"),
        ("correct text x 责编 --why y", "请写明 --keep", "Say --keep"),
        ("translate --reuse --tmx x.tmx", "--reuse --tmx：一次只能", "--reuse --tmx: only one"),
        ("translate --accept x#c1-p1", "须一起使用", "belong together"),
        ("translate x --machine openai", "还须写明服务地址", "needs --machine-url"),
    ],
)
def test_wrong_usage_is_told_in_one_language(
    typed: str, zh: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, words, others in (("zh", zh, en), ("en", en, zh)):
        monkeypatch.setenv("GONGKAI_LANG", language)
        result = run(*typed.split())
        assert (result.exit_code, words in result.output, others in result.output) == (2, True, False)


def test_the_seed_is_the_report_as_it_came_in(evaluation: Path) -> None:
    assert SEED.read_bytes() == (evaluation / "gold" / "lanshan2020.txt").read_bytes()


def test_the_committed_pages_are_what_a_build_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/ may hold people's edits; what it must not hold is an old program's text."""
    monkeypatch.chdir(ROOT)
    result = run("check")
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("project")
def test_inspect_tells_what_is_there_and_what_is_missing() -> None:
    text = run("inspect", "seeds/lanshan-2020.txt").output
    assert "\n\n\n" not in text
    assert "published on time (due 2021-04-01)" in text
    assert "main measures and results: c1" in text
    assert "shortcomings: c8" in text
    assert "arrangements for the next year: c9" in text
    assert "causes of the shortcomings: not found" in text
    assert "c8 has no heading in the report" in text


@pytest.mark.parametrize("command", ["build", "show", "inspect"])
def test_a_word_file_with_tracked_changes_says_so(project: Path, command: str) -> None:
    said = "".join(paragraph("清河县认真推进法治政府建设，成效明显。") for _ in range(20))
    changed = f"<w:p><w:ins>{typed('2020年法治政府建设报告')}</w:ins></w:p>"
    (project / "case-2020.docx").write_bytes(word_file(changed + said))
    assert "the file has tracked changes" in run(command, "case-2020.docx").output


@pytest.mark.usefixtures("project")
def test_inspect_flags_a_squashed_table() -> None:
    cells = (
        "事项类别上年结存本年受理本年办结结转下年供水申报41208195甲类事项35016327供电申报类别合计乙类事项4861"
    )
    text = f"2023年度工作报告\n一、总体情况\n公开信息500条。{cells}\n二、其他情况\n无。\n"
    shown = run("inspect", "-", given=text.encode())
    assert "cells of a table run together" in shown.output
    assert "figures: 1;" in shown.output


@pytest.mark.usefixtures("project")
def test_doubts_lists_what_to_look_at() -> None:
    run("build")
    listed = run("doubts", "--json")
    found = json.loads(listed.stdout)
    assert {
        "report",
        "page",
        "id",
        "about",
        "why",
        "weight",
        "start",
        "zh",
        "en",
        "words",
        "of_figure",
    } == set(found[0])
    assert all(one["report"] == "lanshan-2020" for one in found)
    assert f"{len(found)} in all. " in run("doubts", "lanshan-2020").stderr
    assert run("doubts", "nowhere").exit_code == 3


@pytest.mark.usefixtures("project")
def test_a_chinese_terminal_is_told_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_LANG", "zh")
    assert "[工作与成效]" in run("show", "seeds/lanshan-2020.txt").output
    dropped = run("show", "seeds/lanshan-2020.txt", "--dropped").output.splitlines()
    assert all(not line.split("\t")[1].isascii() for line in dropped)
    monkeypatch.setenv("GONGKAI_LANG", "en")
    dropped = run("show", "seeds/lanshan-2020.txt", "--dropped").output.splitlines()
    assert all(line.split("\t")[1].isascii() for line in dropped)
