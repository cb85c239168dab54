"""A raw report gets another name: what people made of it moves along, whatever else happens to the old name."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.build import renamed as renaming
from converter.cli import main
from converter.errors import InputError
from tests.conftest import SEED
from tests.keep.project import tree

OLD, NEW = "lanshan-2020", "兰山区-2020"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one report, built, edited and translated in one place."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(SEED, tmp_path / "seeds")
    shutil.copy(SEED.with_suffix(".toml"), tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert gongkai("build").exit_code == 0
    page = tmp_path / f"docs/zh/{OLD}/c2.md"
    page.write_text(page.read_text(encoding="utf-8").replace("66万户", "六十六万户"), encoding="utf-8")
    (tmp_path / f"docs/zh/{OLD}/annex.md").write_text("# 附件\n", encoding="utf-8")
    english = tmp_path / f"docs/en/{OLD}/c1.md"
    first = english.read_text(encoding="utf-8").split("\n# ", 1)
    english.write_text(first[0] + "\n# Leadership {" + first[1].partition("{")[2], encoding="utf-8")
    assert gongkai("build").exit_code == 0
    return tmp_path


def gongkai(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    return result


def rename(project: Path, new: str = NEW) -> None:
    (project / f"seeds/{OLD}.txt").rename(project / f"seeds/{new}.txt")


def moved(project: Path) -> None:
    """Everything stands under the new name, with what people wrote, and nothing under the old one."""
    assert not [path for path in tree(project / "docs") if OLD in path]
    docs = project / "docs"
    assert "六十六万户" in (docs / f"zh/{NEW}/c2.md").read_text(encoding="utf-8")
    assert (docs / f"zh/{NEW}/annex.md").read_text(encoding="utf-8") == "# 附件\n"
    assert "# Leadership {" in (docs / f"en/{NEW}/c1.md").read_text(encoding="utf-8")
    assert OLD not in (docs / "index.md").read_text(encoding="utf-8")
    assert gongkai("check").output.endswith("Reports with all pages up to date: 1.\n")


@pytest.mark.parametrize(
    "arguments", [(), (f"seeds/{NEW}.txt",)], ids=["all", "the one that a preview names"]
)
def test_pages_edits_translations_and_sidecar_move_along(project: Path, arguments: tuple[str, ...]) -> None:
    rename(project)
    told = gongkai("check")
    assert "the same file as the former" in told.output
    done = gongkai("build", *arguments)
    assert done.exit_code == 0
    assert f"({OLD} → {NEW}); its addresses change" in done.output
    assert "withdrawn" not in done.output
    assert sorted(path.name for path in (project / "seeds").iterdir()) == [f"{NEW}.toml", f"{NEW}.txt"]
    assert gongkai("build").exit_code == 0
    moved(project)


def test_a_sidecar_of_its_own_stays_and_so_does_one_that_others_use(project: Path) -> None:
    (project / f"seeds/{NEW}.toml").write_bytes((project / f"seeds/{OLD}.toml").read_bytes())
    rename(project)
    assert gongkai("build").exit_code == 0
    assert (project / f"seeds/{OLD}.toml").exists()
    moved(project)


@pytest.mark.parametrize("number", range(9))
def test_a_move_that_breaks_off_is_ended_by_the_next_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    rename(project)
    left, move = number, renaming.move

    def failing(file: Path, to: Path) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise InputError("unwritable", path=to, why="")
        move(file, to)

    with monkeypatch.context() as patch:
        patch.setattr(renaming, "move", failing)
        assert gongkai("build").exit_code == 5
    assert gongkai("build").exit_code == 0
    moved(project)


def test_other_bytes_are_another_report(project: Path) -> None:
    raw = project / f"seeds/{OLD}.txt"
    raw.write_text(raw.read_text(encoding="utf-8") + "又一段。\n", encoding="utf-8")
    rename(project)
    done = gongkai("build")
    assert "withdrawn" in done.output
    assert "the same file" not in done.output
    assert (project / f"docs/zh/{OLD}/annex.md").exists()


def test_a_copy_is_no_new_name(project: Path) -> None:
    shutil.copy(project / f"seeds/{OLD}.txt", project / f"seeds/{NEW}.txt")
    said = gongkai("build").output
    assert "the same file as the former" not in said
    assert "the site would have it twice" in said
    assert (project / f"docs/zh/{OLD}/annex.md").exists()
    assert (project / f"docs/zh/{NEW}/c2.md").exists()
