"""``gongkai resolve`` ends a conflict, and ``check`` shows it until then."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.build.keep import Side, carry_out, plan, settle
from converter.cli import main
from tests.keep.project import CHAPTERS, edited_project, tree

PAGE = "zh/case/figures.md"
TABLE = "| 指标 | 数值 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n| 丙 | 3 |\n\n结束。\n"
C2 = f"{CHAPTERS}/c2.md"


def build(docs: Path, text: str) -> str:
    """Build one page; return what was done."""
    (change,) = plan(docs, {PAGE: text}, "zh/case")
    carry_out(docs, [change])
    return change.action


def resolve(docs: Path, text: str, side: Side) -> str:
    """Resolve the page; return its text."""
    (change,) = plan(docs, {PAGE: text}, "zh/case")
    carry_out(docs, [settle(change, side)])
    return (docs / PAGE).read_text(encoding="utf-8")


def edit(docs: Path, *changes: tuple[str, str]) -> None:
    page = docs / PAGE
    page.write_text(replaced(page.read_text(encoding="utf-8"), *changes), encoding="utf-8")


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    assert build(tmp_path, TABLE) == "written"
    return tmp_path


def test_rows_that_touch_are_no_conflict(docs: Path) -> None:
    edit(docs, ("甲 | 1", "甲 | 一"))
    assert build(docs, replaced(TABLE, ("乙 | 2", "乙 | 20"))) == "merged"
    assert (docs / PAGE).read_text(encoding="utf-8") == replaced(
        TABLE, ("甲 | 1", "甲 | 一"), ("| 2", "| 20")
    )


@pytest.mark.parametrize("row", ["| 乙 | 2 |\n| 丙 | 3 |\n", "| 丙 | 3 |\n| 乙 | 2 |\n"])
def test_rows_moved_or_taken_away_are_not_looked_at_one_by_one(docs: Path, row: str) -> None:
    edit(docs, ("| 甲 | 1 |\n| 乙 | 2 |\n| 丙 | 3 |\n", row))
    assert build(docs, replaced(TABLE, ("乙 | 2", "乙 | 20"))) == "conflict"
    assert row in (docs / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(("side", "row"), [("person", "乙 | 二"), ("program", "乙 | 20")])
def test_the_lines_in_conflict_follow_the_answer_and_other_edits_stay(
    docs: Path, side: Side, row: str
) -> None:
    edit(docs, ("甲 | 1", "甲 | 一"), ("乙 | 2", "乙 | 二"), ("结束", "完"))
    program = replaced(TABLE, ("乙 | 2", "乙 | 20"), ("丙 | 3", "丙 | 30"))
    assert build(docs, program) == "conflict"
    expected = replaced(TABLE, ("甲 | 1", "甲 | 一"), ("乙 | 2", row), ("丙 | 3", "丙 | 30"), ("结束", "完"))
    assert resolve(docs, program, side) == expected


@pytest.mark.parametrize("side", ["person", "program"])
def test_an_answer_holds_until_the_program_says_something_else(docs: Path, side: Side) -> None:
    edit(docs, ("甲 | 1", "甲 | 一"), ("丙 | 3", "丙 | 三"))
    program = replaced(TABLE, ("甲 | 1", "甲 | 10"))
    assert build(docs, program) == "conflict"
    text = resolve(docs, program, side)
    assert build(docs, program) == "kept"
    assert build(docs, replaced(program, ("乙 | 2", "乙 | 20"))) == "merged"
    assert (docs / PAGE).read_text(encoding="utf-8") == replaced(text, ("乙 | 2", "乙 | 20"))
    again = build(docs, replaced(program, ("乙 | 2", "乙 | 20"), ("甲 | 10", "甲 | 11")))
    assert again == ("conflict" if side == "person" else "merged")


def test_lines_a_person_took_away(docs: Path) -> None:
    edit(docs, ("| 丙 | 3 |\n", ""))
    program = replaced(TABLE, ("丙 | 3", "丙 | 30"))
    assert build(docs, program) == "conflict"
    assert "丙" not in resolve(docs, program, "person")
    assert build(docs, program) == "kept"


def test_a_merge_that_would_come_out_otherwise_the_next_time_is_not_written(docs: Path) -> None:
    """Lines that repeat: a second merge of the result would take in the program's line without a word."""
    assert build(docs, "甲\n乙\n乙\n丙\n") == "updated"
    (docs / PAGE).write_text("甲\n乙\n丙\n", encoding="utf-8")
    for _ in range(2):
        (change,) = plan(docs, {PAGE: "子\n丑\n乙\n寅\n"}, "zh/case")
        carry_out(docs, [change])
        assert change.action == "conflict"
        assert (docs / PAGE).read_text(encoding="utf-8") == "甲\n乙\n丙\n"
        assert all(change.before.split("\n")[c.line - 1] in c.theirs for c in change.conflicts if c.theirs)
    assert resolve(docs, "子\n丑\n乙\n寅\n", "person") != "甲\n乙\n乙\n丙\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a conflict in a chapter, the table and the first page, after a build."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    edited_project(tmp_path)
    index = tmp_path / CHAPTERS / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("兰山区", "本区"), encoding="utf-8")
    assert "Pages in conflict: 2 (above)" in gongkai("build").output
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_each_page_is_resolved_by_itself(project: Path) -> None:
    before = tree(project / "docs")
    result = gongkai("resolve", C2)
    assert result.exit_code == 0
    assert f"{C2}: conflicts settled (1); your text stays." in result.output
    check = gongkai("check")
    assert check.exit_code == 1
    assert f"{CHAPTERS}/index.md:" in check.output
    assert f"{C2}:" not in check.output
    assert "your other edits stay" in gongkai("resolve", f"{CHAPTERS}/index.md", "--program").output
    after = tree(project / "docs")
    changed = {p for p in before if before[p] != after.get(p) and not p.startswith(".base")}
    assert changed == {"zh/lanshan-2020/index.md"}
    assert gongkai("build").exit_code == 0  # the English edition follows
    assert gongkai("check").exit_code == 0
    assert "no conflict here" in gongkai("resolve", C2).output


def test_a_page_may_be_named_as_people_do(project: Path) -> None:
    assert gongkai("resolve", str(project / C2)).exit_code == 0
    assert gongkai("resolve", f"./{CHAPTERS}/index.md", "--mine").exit_code == 0
    assert gongkai("resolve", "docs/index.md").exit_code == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", ["docs/zh/lanshan-2020/added.md", "docs/zh/none/c1.md", "../c1.md", "c1.md"])
def test_a_page_the_program_does_not_write_is_named(page: str) -> None:
    result = gongkai("resolve", page)
    assert result.exit_code == 3
    assert result.output.startswith(f"{page}: not a page the program writes.")


@pytest.mark.usefixtures("project")
def test_check_diff_also_shows_what_people_changed() -> None:
    """Beside what a build would change: a conflict, and edits that no build touches."""
    assert "规范市场的监管" not in gongkai("check").output
    shown = gongkai("check", "--diff")
    assert shown.exit_code == 1
    assert "+++ " + C2 + "\t(yours)" in shown.output
    assert any(line.startswith("+") and "规范市场的监管" in line for line in shown.output.splitlines())
    assert any(line.startswith("-") and "67万户" in line for line in shown.output.splitlines())
    assert any(line.startswith("+") and "六十六万户" in line for line in shown.output.splitlines())
