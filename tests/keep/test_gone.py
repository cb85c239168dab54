"""A raw report is taken out of seeds/: what the program wrote of it goes, nothing a person wrote does."""

import errno
import json
import os
import random
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.build.keep import carry_out, plan
from converter.build.withdrawn import find_withdrawn
from converter.cli import main
from converter.layout import BASE
from tests.conftest import SEED
from tests.exports.conftest import report_with
from tests.keep.project import tree

OTHER = "seeds/other-2021.txt"
PAGES = "docs/zh/other-2021"
DATA_OF_OTHER, BASE_OF_OTHER = "docs/data/other-2021.json", f"docs/{BASE}/data/other-2021.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two reports, built."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(SEED, tmp_path / "seeds")
    shutil.copy(SEED, tmp_path / OTHER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert gongkai("build").exit_code == 0
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def paths_of(project: Path) -> list[str]:
    """Everything below docs/ that belongs to the other report, but its translations, which are never deleted."""
    return sorted(p for p in tree(project / "docs") if "other-2021" in p and ".memory/" not in p)


def test_its_pages_its_data_and_its_entry_go(project: Path) -> None:
    (project / OTHER).unlink()
    done = gongkai("build")
    assert done.exit_code == 0
    assert paths_of(project) == []
    assert not (project / PAGES).exists()
    assert "other-2021" not in (project / "docs/index.md").read_text(encoding="utf-8")
    assert "seeds/ no longer has the report other-2021: its files are withdrawn (25; nobody" in done.output
    assert gongkai("check").exit_code == 0
    assert "other-2021" not in gongkai("build").output


def test_check_tells_it_before_and_changes_nothing(project: Path) -> None:
    (project / OTHER).unlink()
    before = tree(project / "docs")
    told = gongkai("check")
    assert told.exit_code == 1
    assert "other-2021: its files are withdrawn (25; nobody" in told.output
    assert "gongkai build would change files (27, above)" in told.output
    assert tree(project / "docs") == before


def test_what_people_wrote_stays_and_is_named(project: Path) -> None:
    edited, added = project / PAGES / "c2.md", project / PAGES / "annex.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n编者补充。\n", encoding="utf-8")
    added.write_text("# 附件\n", encoding="utf-8")
    translated = project / "docs/en/other-2021/c1.md"
    translated.write_text("# Chapter one\n", encoding="utf-8")
    wanted = {file: file.read_bytes() for file in (edited, added, translated)}
    (project / OTHER).unlink()
    said = gongkai("build").output
    assert {file: file.read_bytes() for file in wanted} == wanted
    assert paths_of(project) == sorted(file.relative_to(project / "docs").as_posix() for file in wanted)
    for file in wanted:
        assert f"{file.relative_to(project)}: its report is withdrawn" in said
    assert gongkai("check").exit_code == 0


def test_translations_stay_are_named_and_come_back(project: Path) -> None:
    page = project / "docs/en/other-2021/c1.md"
    zh = (project / PAGES / "c1.md").read_text(encoding="utf-8")
    english = re.sub(r"^# [^{\n]*", "# 1. Leadership ", zh, count=1, flags=re.M)
    page.write_text(english, encoding="utf-8")
    gongkai("build")
    raw = (project / OTHER).read_bytes()
    (project / OTHER).unlink()
    assert "docs/.memory/other-2021.po: its translations are here and stay" in gongkai("build").output
    (project / OTHER).write_bytes(raw)
    gongkai("build")
    assert "# 1. Leadership" in page.read_text(encoding="utf-8")


def test_a_page_that_only_an_editor_touched_goes_too(project: Path) -> None:
    page = project / PAGES / "c2.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    (project / OTHER).unlink()
    gongkai("build")
    assert not page.exists()


def test_put_back_it_is_as_before_and_edits_are_there(project: Path) -> None:
    page = project / PAGES / "c2.md"
    page.write_text(page.read_text(encoding="utf-8").replace("66万户", "六十六万户"), encoding="utf-8")
    gongkai("build")
    before, raw = tree(project / "docs"), (project / OTHER).read_bytes()
    (project / OTHER).unlink()
    gongkai("build")
    (project / OTHER).write_bytes(raw)
    assert "六十六万户" in gongkai("build").output  # nothing remembers what the program had written: asked
    assert gongkai("resolve", f"{PAGES}/c2.md").exit_code == 0
    assert gongkai("build").exit_code == 0  # the English edition follows
    assert {p: t for p, t in tree(project / "docs").items() if BASE not in p} == {
        p: t for p, t in before.items() if BASE not in p
    }


@pytest.mark.parametrize("number", range(5))
def test_a_removal_that_breaks_off_is_ended_by_the_next_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    edited = project / PAGES / "c2.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n编者补充。\n", encoding="utf-8")
    gongkai("build")
    (project / OTHER).unlink()
    left, unlink = random.Random(number).randrange(40), Path.unlink

    def failing(path: Path, missing_ok: bool = False) -> None:
        nonlocal left
        if path.suffix in (".md", ".json"):
            left -= 1
            if left < 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        unlink(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", failing)
        assert gongkai("build").exit_code == 5
    assert "编者补充" in edited.read_text(encoding="utf-8")
    assert "other-2021" not in (project / "docs/index.md").read_text(encoding="utf-8")
    assert gongkai("build").exit_code == 0
    assert paths_of(project) == ["zh/other-2021/c2.md"]


def test_another_format_of_the_same_name_is_the_same_report(project: Path) -> None:
    (project / OTHER).rename(project / "seeds/other-2021.html")
    assert "withdrawn" not in gongkai("build").output


def test_a_file_that_cannot_be_read_today_takes_nothing_away(project: Path) -> None:
    before = tree(project / "docs")
    (project / OTHER).write_bytes(b"")
    assert gongkai("build").exit_code == 7
    assert tree(project / "docs") == before


@pytest.mark.parametrize("arguments", [["build", f"seeds/{SEED.name}"], ["build", "elsewhere.txt"]])
def test_a_build_of_named_files_takes_nothing_away(project: Path, arguments: list[str]) -> None:
    (project / OTHER).rename(project / "elsewhere.txt")
    assert gongkai(*arguments).exit_code == 0
    assert (project / PAGES / "c2.md").exists()


def test_a_report_built_from_a_file_elsewhere_stays(project: Path) -> None:
    shutil.copy(SEED, project / "own.txt")
    assert gongkai("build", "own.txt").exit_code == 0
    assert "docs/zh/own" not in gongkai("build").output
    assert (project / "docs/zh/own/c2.md").exists()


def test_an_empty_seeds_folder_takes_nothing_away(project: Path) -> None:
    before = tree(project / "docs")
    shutil.rmtree(project / "seeds")
    assert gongkai("build").exit_code == 3
    assert tree(project / "docs") == before


def test_data_edited_by_hand_stay_and_the_home_lists_no_report_without_pages(project: Path) -> None:
    data = project / "docs/data/other-2021.json"
    data.write_text(data.read_text(encoding="utf-8").replace('"region": "兰山区"', '"region": "东山区"'))
    (project / OTHER).unlink()
    for _ in range(2):
        gongkai("build")
        assert data.exists()
        assert "other-2021" not in (project / "docs/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("where", [DATA_OF_OTHER, BASE_OF_OTHER])
@pytest.mark.parametrize("left", ["", "{", "[]"])
def test_one_broken_copy_of_its_data_keeps_nothing(project: Path, where: str, left: str) -> None:
    (project / OTHER).unlink()
    (project / where).write_text(left, encoding="utf-8")
    assert gongkai("build").exit_code == 0
    assert paths_of(project) == []


def test_data_broken_in_both_places_are_named_and_stop_nothing_else(project: Path) -> None:
    raw, whole = (project / OTHER).read_bytes(), tree(project / "docs")
    (project / OTHER).unlink()
    for where in (DATA_OF_OTHER, BASE_OF_OTHER):
        (project / where).write_text("{", encoding="utf-8")
    shutil.copy(SEED, project / "seeds/third-2022.txt")
    for command, code in (("build", 7), ("check", 7)):
        told = gongkai(command)
        assert told.exit_code == code
        assert f"{DATA_OF_OTHER}: the data file is broken" in told.output
        assert "our defect" not in told.output
    assert "third-2022" in (project / "docs/index.md").read_text(encoding="utf-8")
    assert (project / PAGES / "c2.md").exists()
    # What the message says ends in a whole site.
    (project / "seeds/third-2022.txt").unlink()
    (project / DATA_OF_OTHER).unlink()
    (project / OTHER).write_bytes(raw)
    assert gongkai("build").exit_code == 0
    assert {p: t for p, t in tree(project / "docs").items() if "third" not in p} == whole


def test_broken_data_of_a_report_from_elsewhere_are_restored(project: Path) -> None:
    (project / OTHER).rename(project / "other-2021.txt")
    gongkai("build", "other-2021.txt")
    before = tree(project / "docs")
    (project / DATA_OF_OTHER).write_text('{"half', encoding="utf-8")
    assert f"{DATA_OF_OTHER}: the file was damaged or incomplete; it is restored" in gongkai("build").output
    assert {p: t for p, t in tree(project / "docs").items() if not p.startswith(".lost")} == before


NAMES = ("c1", "c2", "figures", "notes")
WHAT = st.sampled_from(["leave", "edit", "delete", "habit"])
DATA = json.dumps(report_with())


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, WHAT)), st.sets(st.sampled_from(["zh", "en"])))
@settings(max_examples=60, deadline=None)
def test_exactly_what_nobody_touched_goes(touched: dict[str, str], added: set[str]) -> None:
    with TemporaryDirectory() as folder:
        docs = Path(folder)
        pages = {f"zh/x/{name}.md": f"# {name}\n" for name in NAMES} | {"data/x.json": DATA}
        carry_out(docs, plan(docs, pages, "zh/x"))
        for language in sorted(added):
            (docs / language / "x").mkdir(parents=True, exist_ok=True)
            (docs / language / "x" / "own.md").write_text("# own\n")
        for name, what in touched.items():
            page = docs / f"zh/x/{name}.md"
            if what == "delete":
                page.unlink()
            else:
                page.write_text(
                    {"leave": "{}", "habit": "{}  \r\n", "edit": "{}!"}[what].format(page.read_text())
                )
        (gone,) = find_withdrawn(docs, [])
        carry_out(docs, gone.changes)
        stays = {f"zh/x/{n}.md" for n, what in touched.items() if what == "edit"}
        stays |= {f"{language}/x/own.md" for language in added}
        assert set(tree(docs)) == stays
        told = {c.path for c in gone.changes if c.action == "retired_kept"} | set(gone.kept)
        assert told == stays
        assert find_withdrawn(docs, []) == []
