"""Whatever ends a build early, each page is the old or the new one, edits are there, and the next build does the rest."""

import ctypes
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

from converter.build.keep import carry_out, plan
from converter.cli import main
from converter.errors import InputError
from converter.layout import BASE
from converter.lock import alone
from tests.conftest import ROOT
from tests.keep.project import DELETED, EDITS, edited_project, faults, tree

SEED, KILLS = 20260, 50
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EIO: os.strerror(errno.EIO),
}
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
@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.keep.killing", str(tmp_path), str(SEED), str(KILLS)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    with capsys.disabled():
        print(f"\nbuilds killed: {seen['killed']}, amid the pages: {seen['mixed']}, seed {SEED}", end=" ")
    assert (seen["killed"], seen["faults"], seen["not_mended"]) == (KILLS, [], [])


@POSIX_ONLY
@pytest.mark.slow
@pytest.mark.parametrize(("what", "kills"), [("import", 10), ("preview", 2), ("release", 1)])
def test_what_else_writes_killed_at_random_moments(tmp_path: Path, what: str, kills: int) -> None:
    command = [sys.executable, "-m", "tests.keep.killing_others", str(tmp_path), str(SEED), f"{what}={kills}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout.splitlines()[-1])
    assert seen == {what: {"killed": kills, "faults": [], "not_mended": []}}


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
    assert f"cannot be written ({REASONS[error]})" in result.output
    assert faults(tree(project / "docs"), old, new) == []
    assert gongkai("build").exit_code == 0
    assert tree(project / "docs") == new


def as_a_person() -> None:
    """Before a program starts: root without its right to write everywhere, so that files' modes count."""
    if sys.platform == "linux" and os.geteuid() == 0:
        drop_from_bounding_set, override = (
            24,
            (1, 2),
        )  # PR_CAPBSET_DROP; CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        for right in override:
            ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)


def build_as_a_person(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "converter", "build"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        cwd=project,
        env=environment,
        preexec_fn=as_a_person,
        capture_output=True,
        text=True,
        check=False,
    )


@POSIX_ONLY
@pytest.mark.slow
def test_a_docs_folder_that_may_not_be_written(project: Path) -> None:
    old, new = tree(project / "docs"), built(project)
    folders = [project / "docs", *(f for f in (project / "docs").rglob("*") if f.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    refused = build_as_a_person(project)
    for folder in folders:
        folder.chmod(0o755)
    assert refused.returncode == 5, refused.stdout + refused.stderr
    assert "cannot be written (no permission)" in refused.stderr
    assert tree(project / "docs") == old
    assert build_as_a_person(project).returncode == 0
    assert tree(project / "docs") == new


# A private view of the file system with a small disk of its own at docs/; it is gone when the shell ends.
SMALL_DISK = """
mount -t tmpfs -o size={size}k tmpfs docs && cp -a before/. docs/ || exit 99
"{python}" -m converter build; code=$?
cp -a docs/. left/
mount -o remount,size=50m docs
"{python}" -m converter build || exit 98
cp -a docs/. mended/
exit $code
"""


@pytest.mark.skipif(
    not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], check=False).returncode != 0,
    reason="no private file systems here; test_a_write_that_fails stands for it",
)
@pytest.mark.parametrize("room", [0, 8, 24, 60])
@pytest.mark.slow
def test_a_disk_that_is_really_full(project: Path, room: int) -> None:
    old, new = tree(project / "docs"), built(project)
    (project / "docs").rename(project / "before")
    for name in ("docs", "left", "mended"):
        (project / name).mkdir()
    pages = -(-sum(-(-len(data) // 4096) * 4096 for data in old.values()) // 1024)
    script = SMALL_DISK.format(size=pages + room, python=sys.executable)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        cwd=project, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 5, done.stdout + done.stderr
    assert "cannot be written (the disk is full)" in done.stderr
    assert faults(tree(project / "left"), old, new) == []
    assert tree(project / "mended") == new


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
@pytest.mark.slow
def test_two_builds_at_once(project: Path) -> None:
    new = built(project)
    command = [sys.executable, "-m", "converter", "build"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    said = [one.communicate()[0].decode() for one in both]
    # On a slow machine the second may say that it has waited long enough.
    assert sorted(one.returncode for one in both) in ([0, 0], [0, 5]), said
    assert tree(project / "docs") == new


@POSIX_ONLY
def test_a_second_build_waits_and_then_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(project / "docs")
    monkeypatch.setattr("converter.cli.building.alone", lambda docs: alone(docs, patience=0.1))
    with alone(project / "docs"):
        result = gongkai("build")
    assert result.exit_code == 5
    assert result.output.startswith("docs/ is being written by another gongkai process.")
    assert tree(project / "docs") == before
    assert gongkai("build").exit_code == 0


@POSIX_ONLY
def test_a_killed_build_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from converter.lock import alone\n"
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
