"""A store that broke takes nothing with it: generated files are made again, pages are restored, named or asked about."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.build.keep import (
    LOST,
    carry_out,
    page_as_left,
    places_with_conflict_marks,
    plan,
    refuse_shortened,
    settle,
    shortened_on_purpose,
)
from converter.cli import main
from converter.errors import InputError
from converter.layout import BASE
from converter.text.conflict_marks import conflict_marks
from tests.conftest import ROOT
from tests.keep.project import tree
from tests.translation.test_life import EN, TEXT, ZH, edit

DATA = Path("docs/data/jia-2020.json")
MEMORY = Path("docs/.memory/jia-2020.po")
MARKS = "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> branch\n"
PAGE = "zh/a/c1.md"
FIRST = "# 标题\n\n第一段。\n\n第二段。\n\n第三段。\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one report, an edited page and a translated paragraph."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/jia-2020.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    gongkai("build")
    edit(ZH / "c2.md", "发布信息", "公开发布信息")
    edit(EN / "c1.md", "全年办理案件200件。", "In the year, 200 cases were handled.")
    gongkai("build")
    assert "up to date" in gongkai("check").output
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def whole() -> dict[str, bytes]:
    return {path: data for path, data in tree(Path("docs")).items() if not path.startswith(f"{LOST}/")}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("data", [None, "", "{}", "[]", '{"title": "甲县', MARKS, "\0\0"])
def test_data_are_made_again_and_the_report_stays(data: str | None) -> None:
    before = whole()
    DATA.unlink() if data is None else DATA.write_text(data, encoding="utf-8")
    told = gongkai("build")
    assert told.exit_code == 0
    assert "you deleted" not in told.output
    assert whole() == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("left", [None, 0, 500, 1500])
def test_a_torn_memory_changes_no_page_and_is_whole_again(left: int | None) -> None:
    before = whole()
    MEMORY.unlink() if left is None else MEMORY.write_bytes(MEMORY.read_bytes()[:left])
    assert gongkai("build").exit_code == 0
    assert whole() == before


@pytest.mark.usefixtures("project")
def test_a_translation_taken_out_of_the_memory_comes_back() -> None:
    before = whole()
    edit(MEMORY, "In the year, 200 cases were handled.", "")
    assert "incomplete; it is restored" in gongkai("build").output
    assert whole() == before


@pytest.mark.usefixtures("project")
def test_without_memory_and_base_the_english_pages_are_learned_again() -> None:
    before = whole()
    for file in [MEMORY, *(f for f in Path("docs", BASE).rglob("*") if f.is_file())]:
        file.unlink()
    gongkai("build")
    assert "In the year, 200 cases were handled." in (EN / "c1.md").read_text(encoding="utf-8")
    gongkai("resolve", str(ZH / "c2.md"))
    gongkai("build")
    assert whole() == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "page", [ZH / "c2.md", EN / "c1.md", ZH / "index.md", EN / "figures.md", Path("docs/index.md")]
)
def test_marks_of_a_merge_are_named_and_everything_stays(page: Path) -> None:
    good = whole()
    page.write_text(page.read_text(encoding="utf-8") + f"\n{MARKS}", encoding="utf-8")
    before, line = whole(), page.read_text(encoding="utf-8").split("\n").index("<<<<<<< HEAD") + 1
    for command in ("build", "check"):
        told = gongkai(command)
        assert told.exit_code == 3
        assert f"{page}:{line}: a git merge is not finished" in told.output
        assert whole() == before
    assert list(places_with_conflict_marks(Path("docs"))) == [(page, line)]
    assert f"the file as it was is in docs/{LOST}/" in gongkai("resolve", "--program", str(page)).output
    assert gongkai("build").exit_code == 0
    assert whole() == good


def test_what_are_marks_of_a_merge() -> None:
    assert conflict_marks("甲\n" + MARKS) == (2, 6)
    for text in ("标题\n=======\n", "> 引文\n", "<<<<<<<<\n", "一 <<<<<<< 二\n", "|||||||\n"):
        assert conflict_marks(text) == ()


@pytest.mark.usefixtures("project")
def test_a_page_saved_in_another_encoding_is_named_and_stays() -> None:
    page = ZH / "c2.md"
    page.write_bytes(page.read_text(encoding="utf-8").encode("gb18030"))
    before = whole()
    told = gongkai("build")
    assert told.exit_code == 3
    assert "not text in UTF-8" in told.output
    assert whole() == before


@pytest.mark.usefixtures("project")
def test_a_page_deleted_on_purpose_stays_away_and_can_be_had_back_with_its_edits() -> None:
    before, page = whole(), ZH / "c2.md"
    page.unlink()
    told = gongkai("build").output
    assert f"gongkai resolve --program {page}" in told
    assert not page.exists()
    gongkai("resolve", "--program", str(page))
    gongkai("build")
    assert "公开发布信息" in page.read_text(encoding="utf-8")
    assert {p: d for p, d in whole().items() if "memory" not in p} == {
        p: d for p, d in before.items() if "memory" not in p
    }


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("folder", [ZH, EN])
def test_a_whole_folder_that_is_gone_was_no_decision(folder: Path) -> None:
    before = whole()
    for page in folder.iterdir():
        page.unlink()
    assert "restored" in gongkai("build").output
    assert whole() == before


def docs_with(tmp_path: Path, person: str, base: bool = True) -> Path:
    carry_out(tmp_path, plan(tmp_path, {PAGE: FIRST}, None))
    (tmp_path / PAGE).write_bytes(person.encode())
    if not base:
        (tmp_path / BASE / PAGE).unlink()
    return tmp_path


@pytest.mark.parametrize("left", ["", "\n\n", "# 标题\n\n第一段。\n\n第二", "# 标"])
def test_an_emptied_or_torn_page_is_restored(tmp_path: Path, left: str) -> None:
    docs = docs_with(tmp_path, left)
    (change,) = plan(docs, {PAGE: FIRST}, None)
    assert (change.action, change.text, change.aside) == ("restored", FIRST, "")


@pytest.mark.parametrize(
    "edited", ["# 标题\n\n第一段。\n\n第二\n", "# 别的标", "# 标题\n\n第一段。\n\n补。\n"]
)
def test_what_a_person_may_have_shortened_is_an_edit(tmp_path: Path, edited: str) -> None:
    docs = docs_with(tmp_path, edited)
    (change,) = plan(docs, {PAGE: FIRST}, None)
    assert (change.action, change.text) == ("kept", edited.rstrip("\n") + "\n")
    refuse_shortened(docs, [change])


@pytest.mark.parametrize(
    ("left", "lines"),
    [
        ("# 标题\n\n第一段。\n", "5-7"),
        ("# 标题\n\n第一段。", "5-7"),
        ("# 标题", "3-7"),
        ("# 标题\n\n第一段。\n\n\n", "5-7"),
    ],
)
def test_a_page_that_ends_early_is_asked_about_once(tmp_path: Path, left: str, lines: str) -> None:
    docs = docs_with(tmp_path, left)
    changes = plan(docs, {PAGE: FIRST}, None)
    with pytest.raises(InputError) as raised:
        refuse_shortened(docs, changes)
    assert raised.value.details == {"places": f"{docs / PAGE}:{lines}", "pages": str(docs / PAGE)}
    assert page_as_left(docs, PAGE) == FIRST
    change = shortened_on_purpose(docs, PAGE)
    assert change
    carry_out(docs, [change])
    changes = plan(docs, {PAGE: FIRST}, None)
    refuse_shortened(docs, changes)
    assert changes[0].action == "kept"
    assert page_as_left(docs, PAGE) == left.rstrip("\n") + "\n"


def test_a_page_that_a_build_had_just_made_shorter_when_it_was_killed_is_no_question(tmp_path: Path) -> None:
    shorter = "# 标题\n\n第一段。\n"
    docs = docs_with(tmp_path, shorter)
    refuse_shortened(docs, plan(docs, {PAGE: shorter}, None))


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", [ZH / "c2.md", EN / "c1.md", ZH / "index.md", Path("docs/index.md")])
def test_the_end_of_a_page_is_had_back_or_let_go(page: Path) -> None:
    good, text = whole(), page.read_text(encoding="utf-8")
    page.write_text(text[: text.rindex("\n\n") + 1], encoding="utf-8")
    before = whole()
    for command in ("build", "check"):
        told = gongkai(command)
        assert told.exit_code in (3, 1)
        assert "the page ends early" in told.output
        assert whole() == before
    gongkai("resolve", "--program", str(page))
    gongkai("build")
    assert whole() == good
    page.write_text(text[: text.rindex("\n\n") + 1], encoding="utf-8")
    assert "counts as it is now" in gongkai("resolve", str(page)).output
    for _ in range(2):
        assert gongkai("build").exit_code == 0
    assert page.read_text(encoding="utf-8") == text[: text.rindex("\n\n") + 1]
    page.write_text(text, encoding="utf-8")
    gongkai("build")
    assert whole() == good


def test_without_a_base_only_differences_are_asked_about(tmp_path: Path) -> None:
    person = FIRST.replace("第二段。", "人写的。").replace("第三段。\n", "第三段。\n\n补充。\n")
    docs = docs_with(tmp_path, person, base=False)
    (change,) = plan(docs, {PAGE: FIRST}, None)
    assert [(c.line, c.theirs, c.ours) for c in change.conflicts] == [(5, "人写的。", "第二段。")]
    assert change.text == person
    assert settle(change, "person").text == person
    assert settle(change, "program").text == person.replace("人写的。", "第二段。")


def test_without_a_base_a_paragraph_a_person_took_out_does_not_come_back_by_itself(tmp_path: Path) -> None:
    person = FIRST.replace("第二段。\n\n", "")
    docs = docs_with(tmp_path, person, base=False)
    (change,) = plan(docs, {PAGE: FIRST}, None)
    assert change.action == "conflict"
    assert change.text == person


@pytest.mark.parametrize("base", [b"", b"\xff\x00", MARKS.encode(), FIRST.encode()[:20], FIRST.encode()[:-1]])
def test_a_damaged_base_is_none(tmp_path: Path, base: bytes) -> None:
    docs = docs_with(tmp_path, FIRST)
    (docs / BASE / PAGE).write_bytes(base)
    carry_out(docs, plan(docs, {PAGE: FIRST}, None))
    assert (docs / BASE / PAGE).read_bytes() == FIRST.encode()


@pytest.mark.slow
def test_every_store_and_some_pairs_damaged_in_every_way(tmp_path: Path) -> None:
    """Each with one way of cutting, of one file or of all; ``python -m tests.keep.stores`` runs more."""
    command = [sys.executable, "-m", "tests.keep.stores", str(tmp_path), "14", "1", "either"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert '"faults": []' in run.stdout, run.stdout
