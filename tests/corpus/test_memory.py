"""An unchanged report is not converted again, and nothing else is ever skipped."""

import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.build.parallel import CACHE, converting
from converter.build.parallel import fingerprint as program
from converter.build.seeds import Converted
from converter.cli import main
from converter.sources import Raw
from tests.corpus.conftest import Project
from tests.keep.project import tree

DOCS = Path("docs")
C2 = Path("docs/zh/case-000/c2.md")
SEED = Path("seeds/case-000.txt")


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def made(project: Project, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two reports, built once; the list tells which are converted from now on."""
    project(2)
    assert gongkai("build").exit_code == 0
    names: list[str] = []

    def told(raw: Raw, docs: Path, force: bool = False) -> Converted:
        names.append(raw.path.stem)
        return real(raw, docs, force)

    real = converting.convert_raw
    monkeypatch.setattr(converting, "convert_raw", told)
    return names


def test_nothing_changed_nothing_done(made: list[str]) -> None:
    before = {file: file.stat().st_mtime_ns for file in DOCS.rglob("*")}
    result = gongkai("build")
    assert result.exit_code == 0
    assert result.stdout == "reports unchanged: 2\n"
    assert made == []
    assert before == {file: file.stat().st_mtime_ns for file in DOCS.rglob("*")}
    assert gongkai("check").exit_code == 0
    assert made == []


def change_seed() -> None:
    SEED.write_text(SEED.read_text(encoding="utf-8").replace("955个", "956个"), encoding="utf-8")


def add_sidecar() -> None:
    SEED.with_suffix(".toml").write_text('[title_en]\nvalue = "A"\nsource = "B"\n', encoding="utf-8")


def lose_memory() -> None:
    (CACHE / "case-000.json").unlink()


def damage_memory() -> None:
    (CACHE / "case-000.json").write_bytes((CACHE / "case-000.json").read_bytes()[:-9])


def empty_memory() -> None:
    (CACHE / "case-000.json").write_text("{}", encoding="utf-8")


def swap_memories() -> None:
    shutil.copy(CACHE / "case-001.json", CACHE / "case-000.json")


def change_base() -> None:
    base = Path("docs/.base/zh/case-000/c2.md")
    base.write_text(base.read_text(encoding="utf-8").replace("100万户", "99万户"), encoding="utf-8")


def lose_base() -> None:
    Path("docs/.base/zh/case-000/c2.md").unlink()


@pytest.mark.parametrize(
    "change",
    [
        change_seed,
        add_sidecar,
        lose_memory,
        damage_memory,
        empty_memory,
        swap_memories,
        change_base,
        lose_base,
    ],
    ids=lambda change: change.__name__,
)
def test_what_changed_is_converted(made: list[str], change: Callable[[], None]) -> None:
    change()
    gongkai("build")
    assert made == ["case-000"]
    shutil.rmtree(CACHE)
    after = tree(DOCS)
    gongkai("build")
    assert tree(DOCS) == after, "without a memory the same comes out"


def test_another_program_converts_all(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (
        "converter.build.parallel.build_cache",
        "converter.build.parallel.order",
        "converter.build.parallel.converting",
    ):
        monkeypatch.setattr(import_module(place), "fingerprint", lambda: "another")
    gongkai("build")
    assert made == ["case-000", "case-001"]


def test_the_fingerprint_is_of_code_knowledge_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "ROOT", tmp_path)
    seen = set()
    for name, text in (("a.py", "1"), ("a.py", "2"), ("b.toml", "2"), ("c.txt", "3")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        seen.add(program.fingerprint.__wrapped__())
    assert len(seen) == 3, "a text file is no part of the program"
    monkeypatch.setattr(program.metadata, "version", lambda _: "0")
    assert program.fingerprint.__wrapped__() not in seen


def test_edits_are_planned_as_ever(made: list[str]) -> None:
    C2.write_text(C2.read_text(encoding="utf-8").replace("100万户", "一百万户"), encoding="utf-8")
    said = [gongkai("build").output for _ in range(4)]
    assert [text for text in said if "kept with your edits 1" not in text] == []
    assert len(set(made)) == 1
    assert len(made) <= 3, "once an edited report has settled, it is recalled too"
    assert "一百万户" in gongkai("check", "--diff").output
    C2.unlink()
    assert "you deleted this page" in gongkai("build").output
    assert not C2.exists()


def test_a_conflict_is_told_until_it_is_settled(made: list[str]) -> None:
    C2.write_text(C2.read_text(encoding="utf-8").replace("100万户", "一百万户"), encoding="utf-8")
    text = SEED.read_text(encoding="utf-8")
    SEED.write_text(text.replace("100万户", "101万户"), encoding="utf-8")
    for _ in range(2):
        assert "Pages in conflict: 1 (above)" in gongkai("build").output
    assert "conflicts settled (1); your text stays." in gongkai("resolve", str(C2)).output
    made.clear()
    assert "kept with your edits 1" in gongkai("build").output
    assert gongkai("check").exit_code == 0


def test_a_page_that_is_no_longer_made_is_retired(made: list[str]) -> None:
    old = Path("docs/.base/zh/case-000/c77.md")
    for page in (old, Path("docs/zh/case-000/c77.md")):
        page.write_text("# 旧\n", encoding="utf-8")
    assert "c77.md: the report no longer has this page; removed" in gongkai("build").output
    assert not old.exists()
    assert made == ["case-000"]


def test_a_folder_inside_and_a_link_in_circles_are_looked_at_once(made: list[str]) -> None:
    inside = Path("docs/zh/case-000/more/deep/note.md")
    inside.parent.mkdir(parents=True)
    inside.write_text("# 注\n", encoding="utf-8")
    Path("docs/zh/case-000/more/again").symlink_to(Path("docs/zh/case-000").resolve())
    gongkai("build")
    assert made == ["case-000"]
    inside.write_text("# 又注\n", encoding="utf-8")
    gongkai("build")
    assert made == ["case-000", "case-000"]
    gongkai("build")
    assert made == ["case-000", "case-000"]


def test_what_is_no_report_is_said_each_time(made: list[str]) -> None:
    Path("seeds/other.txt").write_text("春天来了。小河边的柳树发了芽。" * 40, encoding="utf-8")
    said = [gongkai("build") for _ in range(2)]
    assert [result.exit_code for result in said] == [7, 7]
    assert said[0].stderr == said[1].stderr
    assert "seeds/other.txt" in said[0].stderr
    assert gongkai("check").exit_code == 7
    assert made == ["other"]
    assert gongkai("build", "--force").exit_code == 0
    assert gongkai("build").exit_code == 0, "what a person forced once stays a report, as its sidecar says"
    assert "convert = true" in Path("seeds/other.toml").read_text(encoding="utf-8")


def test_a_memory_that_cannot_be_written_only_costs_time(project: Project) -> None:
    project(1)
    Path(".cache").write_text("in the way", encoding="utf-8")
    assert gongkai("build").exit_code == 0
    assert "pages unchanged" in gongkai("build").output
