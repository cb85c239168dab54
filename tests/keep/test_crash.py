"""Whatever ends a build early, each page is the old or the new one, edits are there, and the next build does the rest."""

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter.cli import main
from converter.errors import InputError
from converter.keep import BASE, alone, carry_out, plan
from tests.conftest import ROOT
from tests.keep.project import DELETED, EDITS, edited_project, faults, tree

SEED, KILLS = 20260, 50
POSIX_ONLY = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and flock")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    edited_project(tmp_path)
    return tmp_path


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def built(project: Path) -> dict[str, bytes]:
    """``docs/`` as a build that nothing disturbs leaves it; the project is as before."""
    copy = project.parent / "undisturbed"
    shutil.copytree(project / "docs", copy)
    assert gongkai("build").exit_code == 0
    after = tree(project / "docs")
    shutil.rmtree(project / "docs")
    copy.rename(project / "docs")
    return after


@POSIX_ONLY
def test_killed_at_random_moments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.keep.killing", str(tmp_path), str(SEED), str(KILLS)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    with capsys.disabled():
        print(f"\nbuilds killed: {seen['killed']}, amid the pages: {seen['mixed']}, seed {SEED}", end=" ")
    assert (seen["killed"], seen["faults"], seen["not_mended"]) == (KILLS, [], 0)


@pytest.mark.parametrize("number", range(4))
def test_a_write_that_fails(project: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A full disk, a folder that became read-only, a broken disk: from a random write on, each one fails."""
    old, new = tree(project / "docs"), built(project)
    random_ = random.Random(SEED + number)
    error, writes_left = random_.choice([errno.ENOSPC, errno.EROFS, errno.EIO]), random_.randrange(20)

    def fsync(_: int) -> None:
        nonlocal writes_left
        writes_left -= 1
        if writes_left < 0:
            raise OSError(error, os.strerror(error))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        result = gongkai("build")
    assert result.exit_code == 5
    assert f"cannot be written ({os.strerror(error)})" in result.output
    assert faults(tree(project / "docs"), old, new) == []
    assert gongkai("build").exit_code == 0
    assert tree(project / "docs") == new


def test_a_docs_folder_that_may_not_be_written(project: Path) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        pytest.skip("root may write everywhere; test_a_write_that_fails stands for it")
    before = tree(project / "docs")
    folders = [project / "docs", *(f for f in (project / "docs").rglob("*") if f.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    assert gongkai("build").exit_code == 5
    for folder in folders:
        folder.chmod(0o755)
    assert tree(project / "docs") == before
    assert gongkai("build").exit_code == 0


def test_pages_deleted_renamed_and_added_stay_so(project: Path) -> None:
    assert gongkai("build").exit_code == 0
    for path, texts in EDITS.items():
        assert all(text in (project / path).read_text(encoding="utf-8") for text in texts)
    assert [path for path in DELETED if (project / path).exists()] == []


def test_a_page_saved_while_the_build_runs_stays_as_saved(tmp_path: Path) -> None:
    carry_out(tmp_path, plan(tmp_path, {"zh/a/c1.md": "一\n"}, "zh/a"))
    changes = plan(tmp_path, {"zh/a/c1.md": "二\n"}, "zh/a")
    (tmp_path / "zh/a/c1.md").write_text("刚刚保存\n", encoding="utf-8")
    with pytest.raises(InputError, match="meanwhile"):
        carry_out(tmp_path, changes)
    assert (tmp_path / "zh/a/c1.md").read_text(encoding="utf-8") == "刚刚保存\n"
    assert (tmp_path / BASE / "zh/a/c1.md").read_text(encoding="utf-8") == "一\n"


@POSIX_ONLY
def test_two_builds_at_once(project: Path) -> None:
    new = built(project)
    command = [sys.executable, "-m", "converter", "build"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    said = [one.communicate()[0].decode() for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert tree(project / "docs") == new


@POSIX_ONLY
def test_a_second_build_waits_and_then_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(project / "docs")
    monkeypatch.setattr("converter.cli.building.alone", lambda docs: alone(docs, patience=0.1))
    with alone(project / "docs"):
        result = gongkai("build")
    assert result.exit_code == 5
    assert result.output.startswith("docs/ is being written by another gongkai.")
    assert tree(project / "docs") == before
    assert gongkai("build").exit_code == 0


@POSIX_ONLY
def test_a_killed_build_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from converter.keep import alone\n"
        "with alone(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(InputError, match="busy"), alone(tmp_path, patience=0):
            pass
        holder.kill()
    start = time.monotonic()
    with alone(tmp_path):
        assert time.monotonic() - start < 5
